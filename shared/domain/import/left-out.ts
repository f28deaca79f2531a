import { clip } from '../../text/limits.ts';
import type { Grid } from './grid.ts';
import type { Shape } from './shape.ts';

/** So many are named. */
const NAMED = 5;
const NAME = 20;

/** Columns (rows, below rounds) that hold something and of which nothing is taken in, in a sentence. */
export const leftOut = (grid: Grid, shape: Shape): readonly string[] => {
  const [unit, names] =
    shape.kind === 'rows' ? ['列', columnsOf(grid, shape)] : ['行', rowsOf(grid, shape)];
  if (names.length === 0) return [];
  const named = names.slice(0, NAMED).map((name) => `「${clip(name, NAME)}」`);
  const more = names.length > NAMED ? `など${names.length}つ` : '';
  return [`${named.join('')}${more}の${unit}は取り込みません。`];
};

const columnsOf = (grid: Grid, { mapping, names, lastHeader }: Shape & { kind: 'rows' }) => {
  const below = grid.slice((lastHeader ?? -1) + 1);
  return mapping.flatMap((field, column) => {
    const isFilled = below.some((row) => row[column]?.text && !row[column]?.covered);
    const name = (names[column] ?? '').replaceAll('\n', ' ');
    return field === 'ignore' && isFilled ? [name || `${column + 1}列目`] : [];
  });
};

const rowsOf = (grid: Grid, { header, columns, rows }: Shape & { kind: 'rounds' }) => {
  const side = columns[0]?.column ?? 1;
  return grid.flatMap((row, index) => {
    const isFilled = row.slice(side).some(({ text }) => text !== '');
    if (index <= header || !isFilled || (rows.get(index) ?? 'ignore') !== 'ignore') return [];
    const label = row.slice(0, side).find(({ text }) => text !== '')?.text ?? '';
    return [label.replaceAll('\n', ' ') || `${index + 1}行目`];
  });
};
