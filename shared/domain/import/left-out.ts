import { clip } from '../../text/limits.ts';
import type { Grid } from './grid.ts';
import type { RoundsShape, Shape } from './shape.ts';

/** So many are named. */
const NAMED = 5;
const NAME = 20;

/** Columns (below rounds, rows too) that hold something and of which nothing is taken in, a sentence each. */
export const leftOut = (grid: Grid, shape: Shape): readonly string[] =>
  shape.kind === 'rounds'
    ? [...sentence('行', unreadRows(grid, shape)), ...columnsOfNoRound(grid, shape)]
    : unreadColumns(grid, {
        below: shape.lastHeader,
        names: shape.names,
        isRead: (column) => (shape.mapping[column] ?? 'ignore') !== 'ignore',
      });

type Read = {
  /** The last row of headings; null where there is none. */
  readonly below: number | null;
  /** What stands over each column. */
  readonly names: readonly string[];
  readonly isRead: (column: number) => boolean;
};

/** The columns of a table that hold something and are not read, in a sentence. */
export const unreadColumns = (grid: Grid, { below, names, isRead }: Read): readonly string[] => {
  const rows = grid.slice((below ?? -1) + 1);
  const unread = (grid[0] ?? []).flatMap((_, column) => {
    if (isRead(column)) return [];
    const isFilled = rows.some((row) => row[column]?.text && !row[column]?.covered);
    return isFilled ? [oneLine(names[column] ?? '') || `${column + 1}列目`] : [];
  });
  return sentence('列', unread);
};

/** Columns beside the rounds whose heading names none: 備考. What stands left of the rounds are the rows' labels. */
const columnsOfNoRound = (grid: Grid, { header, columns }: RoundsShape): readonly string[] => {
  const side = columns[0]?.column ?? 1;
  const read = new Set(columns.map(({ column }) => column));
  return unreadColumns(grid, {
    below: header,
    names: (grid[header] ?? []).map(({ text }) => text),
    isRead: (column) => column < side || read.has(column),
  });
};

const unreadRows = (grid: Grid, { header, columns, rows }: RoundsShape): readonly string[] => {
  const side = columns[0]?.column ?? 1;
  return grid.flatMap((row, index) => {
    const isFilled = row.slice(side).some(({ text }) => text !== '');
    if (index <= header || !isFilled || (rows.get(index) ?? 'ignore') !== 'ignore') return [];
    const label = row.slice(0, side).find(({ text }) => text !== '')?.text ?? '';
    return [oneLine(label) || `${index + 1}行目`];
  });
};

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

const sentence = (unit: '列' | '行', unread: readonly string[]): readonly string[] => {
  if (unread.length === 0) return [];
  const named = unread.slice(0, NAMED).map((name) => `「${clip(name, NAME)}」`);
  const more = unread.length > NAMED ? `など${unread.length}つ` : '';
  return [`${named.join('')}${more}の${unit}は取り込みません。`];
};
