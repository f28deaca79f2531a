import type { FiscalYear } from '../../dates/types.ts';
import { ok, type Result } from '../../result.ts';
import { TABLE_FIELDS, type TableField, type TableFieldId } from '../meeting/table-fields.ts';
import type { ProposedMeeting } from './proposal.ts';

type Plain = {
  /** What a record holds of the cells. */
  readonly values: Partial<ProposedMeeting>;
  /** Cells that can't be read as what their field holds: why, and their words, which are kept as a remark. */
  readonly unread: readonly {
    readonly id: TableFieldId;
    readonly reason: string;
    readonly remark: string;
  }[];
};

/** Reads the cells of declared fields, each as its own field reads what somebody types. */
export const readPlain = (text: (field: TableFieldId) => string, fiscalYear: FiscalYear): Plain => {
  const values: Record<string, unknown> = {};
  const unread: Plain['unread'][number][] = [];
  for (const { id, field } of TABLE_FIELDS) {
    const typed = text(id);
    if (typed === '') continue;
    const read = readAs(field, typed, fiscalYear);
    if (read.ok) values[id] = read.value;
    else {
      const reason = `${read.error.happened}備考に残します。`;
      unread.push({ id, reason, remark: `${field.name}：${typed}` });
    }
  }
  // Each value was read by the field that declares it.
  return { values: values as Partial<ProposedMeeting>, unread };
};

const readAs = (
  field: TableField['field'],
  typed: string,
  fiscalYear: FiscalYear,
): Result<unknown> => {
  switch (field.kind) {
    // Too long a line is told with the row, which nobody can shorten but staff.
    case 'line':
      return ok(typed.replaceAll('\n', ' '));
    case 'text':
    case 'paragraph':
      return ok(typed);
    default:
      return field.read(typed, { fiscalYear });
  }
};
