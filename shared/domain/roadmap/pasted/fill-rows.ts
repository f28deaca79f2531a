import { fillDitto, isDitto } from '../../import/ditto.ts';
import { type Grid, isBlankRow } from '../../import/grid.ts';
import { isRepeatedHeading } from '../../import/repeated-headings.ts';
import type { ColumnMap, Columns, RoadmapColumn } from './columns.ts';

/** What the cells of a row say, by column; a column that the table has not is not there. */
export type Cells = Readonly<Partial<Record<RoadmapColumn | 'period', string>>>;

export type FilledRow = {
  /** From 0, headings included. */
  readonly row: number;
  /** The cells as they were pasted. */
  readonly cells: readonly string[];
  readonly texts: Cells;
  /** What the source says of the cells that are read: hidden, struck out. */
  readonly remarks: readonly string[];
};

const GUESSED = '見出しがないため、列の並びから読み取りました。';

/** What an empty cell takes from the row above. */
const CARRIED: readonly string[] = ['group', 'lane'] satisfies readonly RoadmapColumn[];

/** Whether a row says more than where the rows below it belong. */
export const saysMore = (texts: Cells): boolean =>
  Object.entries(texts).some(([column, text]) => text !== '' && !CARRIED.includes(column));

/** The rows below the headings that are not blank, with 〃 and an empty 分野 or 取組み filled from above. */
export const fillRows = (
  grid: Grid,
  { header, lastHeader, columns, isGuess }: Columns,
): readonly FilledRow[] => {
  let above: Cells = {};
  return grid.flatMap((line, row) => {
    if ((lastHeader !== null && row <= lastHeader) || isBlankRow(line)) return [];
    // Headings that stand again on the next page, or in the second table of a paste, are no bar.
    if (isRepeatedHeading(grid, { header, lastHeader }, row)) return [];
    const cells = line.map(({ text, covered }) => (covered ? '' : text));
    const typed = byColumn(
      line.map(({ text }) => text),
      columns,
    );
    above = fill(typed, above);
    const told = line.flatMap((cell, at) => (columns[at] === null ? [] : (cell.remarks ?? [])));
    const remarks = isGuess ? [GUESSED, ...told] : told;
    return [{ row, cells, texts: above, remarks: [...new Set(remarks)] }];
  });
};

const byColumn = (texts: readonly string[], columns: ColumnMap): Cells =>
  Object.fromEntries(
    columns.flatMap((column, at) => (column === null ? [] : [[column, texts[at] ?? '']])),
  );

const fill = (typed: Cells, above: Cells): Cells => {
  // A lane belongs to its group: in a new one it has to be named.
  const isNewGroup = !isRepeated(typed.group) && typed.group !== above.group;
  const known: Readonly<Record<string, string | undefined>> = isNewGroup
    ? { ...above, lane: '' }
    : above;
  const filled = Object.entries(typed).map(([column, text]) => {
    const isOpen = text === '' && CARRIED.includes(column);
    return [column, isOpen ? (known[column] ?? '') : fillDitto(text, known[column] ?? '')];
  });
  return Object.fromEntries(filled);
};

const isRepeated = (text: string | undefined): boolean =>
  text === undefined || text === '' || isDitto(text);
