import { fail, ok, type Result } from '../../result.ts';

/** Beyond these no table of a year's meetings goes; a hostile one must not freeze the window. */
export const ROW_LIMIT = 10_000;
export const COLUMN_LIMIT = 200;

/** One cell as text. A merged cell stands once as itself, and as `covered` copies in the rest of its area. */
export type GridCell = {
  readonly text: string;
  /** Where the merged cell begins whose text this is a copy of. */
  readonly covered?: CellRef;
};

/** Rows of equal length. */
export type Grid = readonly (readonly GridCell[])[];

/** Row and column, from 0. */
export type CellRef = { readonly row: number; readonly column: number };

/** A cell as a source gives it: how many columns and rows it takes up. */
export type SpanCell = {
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
};

/** An area that was merged in a sheet: first and last cell, both included. */
export type Merge = { readonly from: CellRef; readonly to: CellRef };

const EMPTY: GridCell = { text: '' };

/** A cell's text in one form of line breaks, without invisible blanks at the ends of its lines. */
export const cleanCell = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** Spreads merged cells over the area that they take up. Spans beyond the limits are cut. */
export const expandSpans = (rows: readonly (readonly SpanCell[])[]): Grid => {
  const height = Math.min(rows.length, ROW_LIMIT + 1);
  const cells: GridCell[][] = Array.from({ length: height }, () => []);
  for (const [row, source] of rows.slice(0, height).entries()) {
    let column = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of source) {
      while (cells[row]?.[column] !== undefined) column += 1;
      if (column > COLUMN_LIMIT) break;
      const lastRow = Math.min(row + Math.max(1, rowSpan), height);
      const lastColumn = Math.min(column + Math.max(1, colSpan), COLUMN_LIMIT + 1);
      const clean = cleanCell(text);
      for (let r = row; r < lastRow; r += 1) {
        for (let c = column; c < lastColumn; c += 1) {
          const isOrigin = r === row && c === column;
          const line = cells[r];
          if (line)
            line[c] = isOrigin ? { text: clean } : { text: clean, covered: { row, column } };
        }
      }
      column = lastColumn;
    }
  }
  return squared(cells);
};

/** A grid of plain texts, with the areas that were merged in them. */
export const gridOf = (
  texts: readonly (readonly string[])[],
  merges: readonly Merge[] = [],
): Grid => {
  const cells: GridCell[][] = texts
    .slice(0, ROW_LIMIT + 1)
    .map((row) => row.slice(0, COLUMN_LIMIT + 1).map((text) => ({ text: cleanCell(text) })));
  const width = Math.max(0, ...cells.map((row) => row.length));
  for (const { from, to } of merges) {
    const text = cells[from.row]?.[from.column]?.text ?? '';
    for (let row = from.row; row <= Math.min(to.row, cells.length - 1); row += 1) {
      for (let column = from.column; column <= Math.min(to.column, width - 1); column += 1) {
        const line = cells[row];
        if (line && (row !== from.row || column !== from.column)) {
          line[column] = { text, covered: from };
        }
      }
    }
  }
  return squared(cells);
};

const squared = (cells: readonly (readonly GridCell[])[]): Grid => {
  const width = Math.max(0, ...cells.map((row) => row.length));
  return cells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY));
};

export const textAt = (grid: Grid, { row, column }: CellRef): string =>
  grid[row]?.[column]?.text ?? '';

export const isBlankRow = (row: readonly GridCell[]): boolean =>
  row.every(({ text }) => text === '');

/** Refuses what holds nothing, or more than any table of meetings. */
export const checkGrid = (grid: Grid): Result<Grid> => {
  const safe = '記録はそのままです。';
  const width = grid[0]?.length ?? 0;
  if (grid.every(isBlankRow)) {
    return fail({
      code: 'invalid-input',
      happened: '表に何も入っていません。',
      safe,
      todo: 'ExcelやWordで表の範囲を選んでコピーし、もう一度貼り付けてください。',
    });
  }
  if (grid.length <= ROW_LIMIT && width <= COLUMN_LIMIT) return ok(grid);
  const what =
    grid.length > ROW_LIMIT ? `${ROW_LIMIT.toLocaleString('ja-JP')}行` : `${COLUMN_LIMIT}列`;
  return fail({
    code: 'too-large',
    happened: `表が大きすぎます（${what}まで取り込めます）。`,
    safe,
    todo: '必要な範囲だけをコピーするか、表を分けてください。',
  });
};
