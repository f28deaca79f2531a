import type { FiscalYear } from '../../dates/types.ts';
import { ok, type Result } from '../../result.ts';
import { meetings } from '../meeting/meeting.ts';
import type { Field, LongTextField, ValueField } from '../record/field.ts';
import type { ProposedMeeting } from './proposal.ts';

/** The fields of a meeting that one cell says as a whole: those that are declared with `headings`. */
export type PlainField = keyof ProposedMeeting & keyof typeof meetings.fields;

type PlainColumn = {
  readonly id: PlainField;
  readonly field: (ValueField | LongTextField) & { readonly headings: readonly string[] };
};

const isPlain = (field: Field): field is PlainColumn['field'] =>
  field.headings !== undefined && field.kind !== 'members' && field.kind !== 'note';

export const PLAIN_COLUMNS: readonly PlainColumn[] = Object.entries<Field>(meetings.fields).flatMap(
  ([id, field]) => (isPlain(field) ? [{ id: id as PlainField, field }] : []),
);

type Plain = {
  /** What a record holds of the cells. */
  readonly values: Partial<ProposedMeeting>;
  /** Cells that can't be read as what their field holds: why, and their words, which are kept as a remark. */
  readonly unread: readonly {
    readonly id: PlainField;
    readonly reason: string;
    readonly remark: string;
  }[];
};

/** Reads the cells of declared fields, each as its own field reads what somebody types. */
export const readPlain = (text: (field: PlainField) => string, fiscalYear: FiscalYear): Plain => {
  const values: Record<string, unknown> = {};
  const unread: Plain['unread'][number][] = [];
  for (const { id, field } of PLAIN_COLUMNS) {
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
  field: PlainColumn['field'],
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
