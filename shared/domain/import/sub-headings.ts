import { markOf } from './cell-marks.ts';
import { isDitto } from './ditto.ts';
import type { Grid, GridCell } from './grid.ts';
import { fieldOfHeading, HEADING_LIMIT, headingKey, type ImportField } from './import-field.ts';

/** What the headings of a table say of each column. */
export type Headings = {
  readonly fields: readonly (ImportField | null)[];
  /** The words that stand over each column, the lower ones where there are two rows. */
  readonly names: readonly string[];
  readonly lastHeader: number;
};

/** What names below a wider heading may be: 支援者 over 国, 県, AD. */
const GROUPS: readonly ImportField[] = ['supporters', 'attendance'];

/** その他 means whoever else where names stand beside it, and remarks in any other place. */
export const isOther = (heading: string): boolean =>
  /^(?:その)?他$/.test(headingKey(heading.slice(0, HEADING_LIMIT)));

/** Reads a row of headings, with a second one below it where that parts what the first one spans. */
export const subHeadings = (grid: Grid, header: number): Headings => {
  const upper = grid[header] ?? [];
  const fields = upper.map(({ text, covered }) => (covered ? null : fieldOfHeading(text)));
  const names = upper.map(({ text, covered }) => (covered ? '' : text));
  const single: Headings = { fields, names, lastHeader: header };
  const lower = grid[header + 1] ?? [];
  const spans = spansOf(upper);
  if (!partsHeadings(fields, lower, spans)) return single;
  return {
    fields: upper.map((_, column) => {
      const own = ownText(lower[column]);
      const above = fields[spans[column] ?? column] ?? null;
      if (own === '') return fields[column] ?? null;
      const known = fieldOfHeading(own);
      return above !== null && GROUPS.includes(above)
        ? isOther(own)
          ? above
          : (known ?? above)
        : (known ?? fields[column] ?? null);
    }),
    names: upper.map((_, column) => ownText(lower[column]) || (names[column] ?? '')),
    lastHeader: header + 1,
  };
};

/** The text of a heading that is no copy of the one above or beside it. */
const ownText = (cell: GridCell | undefined): string =>
  cell === undefined || cell.covered ? '' : cell.text;

/** For each column, the one whose heading reaches over it: a merged cell, or blanks beside a heading. */
const spansOf = (upper: readonly GridCell[]): readonly number[] => {
  let last = 0;
  return upper.map(({ text, covered }, column) => {
    if (covered) return covered.column;
    // 支援者 that stands over each of its columns is one heading, too.
    if (text !== '' && text !== upper[last]?.text) last = column;
    return last;
  });
};

/**
 * Whether a row parts the headings above it: nothing stands below date and content, short words below
 * a heading that is wider than one column.
 */
const partsHeadings = (
  fields: readonly (ImportField | null)[],
  lower: readonly GridCell[],
  spans: readonly number[],
): boolean => {
  const filled = lower.flatMap((cell, column) => (ownText(cell) === '' ? [] : [column]));
  if (filled.length === 0 || !fields.some((field) => field !== null)) return false;
  const isWide = (column: number): boolean =>
    spans.filter((own) => own === spans[column]).length > 1;
  const isHeading = (column: number): boolean => {
    const text = ownText(lower[column]);
    if (text.length > HEADING_LIMIT || markOf(text) !== null || isDitto(text)) return false;
    if (/^\d/.test(text)) return false;
    // Below a narrow heading only another heading may stand (備考 over 形式), or it is a row of values.
    return isWide(column) || fieldOfHeading(text) !== null;
  };
  const isKnown = (column: number): boolean =>
    fields[spans[column] ?? column] !== null || fieldOfHeading(ownText(lower[column])) !== null;
  return filled.every(isHeading) && filled.some(isWide) && filled.some(isKnown);
};
