import { type Grid, isBlankRow } from './grid.ts';
import { headingKey } from './import-field.ts';
import type { RowShape } from './shape.ts';

type Headings = Pick<RowShape, 'header' | 'lastHeader'>;

const keyOf = (grid: Grid, row: number | null): string | null =>
  row === null
    ? null
    : (grid[row]?.map(({ text }) => headingKey(text.slice(0, 200))).join('|') ?? null);

/** Whether a row says the headings again, as on the next page. */
export const isRepeatedHeading = (
  grid: Grid,
  { header, lastHeader }: Headings,
  row: number,
): boolean => {
  if (header === null || lastHeader === null || row <= lastHeader) return false;
  const column = grid[header]?.findIndex(({ text }) => text !== '') ?? 0;
  const wordOf = (at: number): string => headingKey((grid[at]?.[column]?.text ?? '').slice(0, 200));
  // Most rows differ in their first word: only those that do not are compared as a whole.
  const isLike = wordOf(row) === wordOf(header);
  if (isLike && keyOf(grid, row) === keyOf(grid, header)) return true;
  return (
    lastHeader !== header &&
    keyOf(grid, row) === keyOf(grid, lastHeader) &&
    keyOf(grid, row - 1) === keyOf(grid, header)
  );
};

/** What of a table is passed over, in sentences: captions above the headings, and headings again. */
export const passedOver = (grid: Grid, shape: Headings): readonly string[] => {
  const { header } = shape;
  if (header === null) return [];
  const above = grid.slice(0, header).filter((row) => !isBlankRow(row));
  const again = grid.flatMap((_, row) => (isRepeatedHeading(grid, shape, row) ? [row + 1] : []));
  const caption = above[0]?.find(({ text }) => text !== '')?.text.replaceAll('\n', ' ') ?? '';
  const short = caption.length > 20 ? `${caption.slice(0, 20)}…` : caption;
  return [
    ...(above.length > 0
      ? [
          `見出しより上の${above.length}行（「${short}」${above.length > 1 ? 'など' : ''}）は取り込みません。`,
        ]
      : []),
    ...(again.length > 0
      ? [
          `${again.slice(0, 5).join('・')}行目${again.length > 5 ? 'など' : ''}にまた見出しがあるので、読みとばしました。`,
        ]
      : []),
  ];
};
