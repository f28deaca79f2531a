import { type EdgeSide, parseEdge } from '#shared/dates/parse-edge.ts';
import { fiscalYearOfSlot, formatEdge, type SpanEdge, startSlotOf } from '#shared/dates/thirds.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import { ok, type Result } from '#shared/result.ts';
import { CommitField } from '#ui/commit-field.tsx';

type EdgeFieldProps = {
  /** The input, the same after a restart. */
  readonly draftKey: string;
  readonly label: string;
  /** '' while nothing is known. */
  readonly value: SpanEdge | '';
  readonly side: EdgeSide;
  /** Where a month without a year lies when there is no value to go by. */
  readonly fiscalYear: FiscalYear | null;
  /** Whether the field may be left empty. */
  readonly isOptional?: boolean;
  readonly placeholder?: string | undefined;
  readonly onCommit: (value: SpanEdge | '') => Promise<Result<unknown>>;
};

/** A month or a third of one, as staff write it: 令和5年2月, R5.2中旬, 9月. */
export const EdgeField = ({
  value,
  side,
  fiscalYear,
  isOptional = false,
  placeholder = 'R5.2、2月中旬 など',
  ...rest
}: EdgeFieldProps) => {
  const year = value === '' ? fiscalYear : fiscalYearOfSlot(startSlotOf(value));
  return (
    <CommitField<SpanEdge | ''>
      {...rest}
      mode="leaving"
      parse={(text) => (isOptional && text.trim() === '' ? ok('') : parseEdge(text, year, side))}
      placeholder={placeholder}
      value={value === '' ? '' : formatEdge(value)}
    />
  );
};
