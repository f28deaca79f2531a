import type { Grid } from './grid.ts';

/** A table as staff choose it. */
export type NamedGrid = { readonly name: string; readonly grid: Grid };

/** The width of a table's widest row that holds something: Word's tables may end in blank columns. */
const widthOf = (grid: Grid): number =>
  grid.reduce((most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== '') + 1), 0);

/**
 * The tables of one paste, to choose between. Where all have the same columns they are one table that
 * goes on (つづき), and that comes first: 「すべての表」.
 */
export const namedTables = (grids: readonly Grid[]): readonly NamedGrid[] => {
  const named = grids.map((grid, index) => ({ name: `${index + 1}つめの表`, grid }));
  if (grids.length < 2) return grids.map((grid) => ({ name: '', grid }));
  const widths = new Set(grids.map(widthOf));
  const [width = 0] = widths;
  if (widths.size > 1 || width < 2) return named;
  return [{ name: `${grids.length}つの表を続けて`, grid: joined(grids) }, ...named];
};

const joined = (grids: readonly Grid[]): Grid => {
  const width = Math.max(...grids.map((grid) => grid[0]?.length ?? 0));
  const all: Grid[number][number][][] = [];
  for (const grid of grids) {
    const down = all.length;
    for (const row of grid) {
      const cells = Array.from({ length: width }, (_, column) => row[column] ?? { text: '' });
      all.push(
        cells.map((cell) =>
          cell.covered
            ? { ...cell, covered: { row: cell.covered.row + down, column: cell.covered.column } }
            : cell,
        ),
      );
    }
  }
  return all;
};
