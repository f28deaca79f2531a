import { fail, ok, type Problem, type Result } from '../../result.ts';
import { HIDDEN_COLUMN, HIDDEN_ROW } from './cell-remarks.ts';

/** Beyond these no table of a year's meetings goes; a hostile one must not freeze the window. */
export const ROW_LIMIT = 10_000;
export const COLUMN_LIMIT = 200;
/** Rows × columns; also what merged areas may cover together. */
export const CELL_LIMIT = 500_000;
/** What all cells of a table may hold together, in letters. */
export const TEXT_LIMIT = 20_000_000;

/** One cell as text. A merged cell stands once as itself, and as `covered` copies in the rest of its area. */
export type GridCell = {
  readonly text: string;
  /** Where the merged cell begins whose text this is a copy of. */
  readonly covered?: CellRef;
  /** Why the value should be looked at: hidden or struck out in its source. */
  readonly remarks?: readonly string[];
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
  readonly remarks?: readonly string[];
};

/** An area that was merged in a sheet: first and last cell, both included. */
export type Merge = { readonly from: CellRef; readonly to: CellRef };

/** Something odd about one cell of a sheet. */
export type CellRemark = CellRef & { readonly reason: string };

/** What is odd about the cells of a sheet. */
export type SheetRemarks = {
  readonly cells: readonly CellRemark[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
};

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

/**
 * Spreads merged cells over the area that they take up. Spans beyond the limits are cut: areas that do
 * not lie one over the other never come to as many cells.
 */
export const expandSpans = (rows: readonly (readonly SpanCell[])[]): Grid => {
  const height = Math.min(rows.length, ROW_LIMIT + 1);
  const cells: GridCell[][] = Array.from({ length: height }, () => []);
  let left = CELL_LIMIT;
  for (const [row, source] of rows.slice(0, height).entries()) {
    let column = 0;
    for (const { text, colSpan = 1, rowSpan = 1, remarks } of source) {
      while (cells[row]?.[column] !== undefined) column += 1;
      if (column > COLUMN_LIMIT) break;
      let lastRow = Math.min(row + Math.max(1, rowSpan), height);
      let lastColumn = Math.min(column + Math.max(1, colSpan), COLUMN_LIMIT + 1);
      if ((lastRow - row) * (lastColumn - column) > left) {
        lastRow = row + 1;
        lastColumn = column + 1;
      }
      left -= (lastRow - row) * (lastColumn - column) - 1;
      const clean = cleanCell(text);
      const copy: GridCell = { text: clean, covered: { row, column } };
      for (let r = row; r < lastRow; r += 1) {
        const line = cells[r];
        for (let c = column; line && c < lastColumn; c += 1) line[c] = copy;
      }
      const line = cells[row];
      if (line)
        line[column] = remarks && remarks.length > 0 ? { text: clean, remarks } : { text: clean };
      column = lastColumn;
    }
  }
  return squared(cells);
};

/** A grid of plain texts, with the areas that were merged in them. */
export const gridOf = (
  texts: readonly (readonly string[])[],
  merges: readonly Merge[] = [],
  remarks: SheetRemarks | null = null,
): Grid => {
  const cells: GridCell[][] = texts
    .slice(0, ROW_LIMIT + 1)
    .map((row) => row.slice(0, COLUMN_LIMIT + 1).map((text) => ({ text: cleanCell(text) })));
  if (remarks !== null) addRemarks(cells, remarks);
  const width = widthOf(cells);
  let left = CELL_LIMIT;
  for (const { from, to } of merges) {
    const lastRow = Math.min(to.row, cells.length - 1);
    const lastColumn = Math.min(to.column, width - 1);
    const area = Math.max(0, lastRow - from.row + 1) * Math.max(0, lastColumn - from.column + 1);
    // Excel's areas never lie one over the other, so that more than this is no table of Excel's.
    if (area > left) continue;
    left -= area;
    const copy: GridCell = { text: cells[from.row]?.[from.column]?.text ?? '', covered: from };
    for (let row = from.row; row <= lastRow; row += 1) {
      for (let column = from.column; column <= lastColumn; column += 1) {
        const line = cells[row];
        if (line && (row !== from.row || column !== from.column)) line[column] = copy;
      }
    }
  }
  return squared(cells);
};

const addRemarks = (cells: GridCell[][], remarks: SheetRemarks): void => {
  const add = (row: number, column: number, reason: string): void => {
    const line = cells[row];
    const cell = line?.[column];
    if (line === undefined || cell === undefined) return;
    line[column] = { ...cell, remarks: [...(cell.remarks ?? []), reason] };
  };
  for (const { row, column, reason } of remarks.cells) add(row, column, reason);
  for (const row of remarks.hiddenRows) {
    for (const [column, { text }] of (cells[row] ?? []).entries()) {
      if (text !== '') add(row, column, HIDDEN_ROW);
    }
  }
  const hidden = new Set(remarks.hiddenColumns);
  for (const [row, line] of cells.entries()) {
    for (const [column, { text }] of line.entries()) {
      if (text !== '' && hidden.has(column)) add(row, column, HIDDEN_COLUMN);
    }
  }
};

const widthOf = (cells: readonly (readonly GridCell[])[]): number =>
  cells.reduce((most, row) => Math.max(most, row.length), 0);

const squared = (cells: readonly (readonly GridCell[])[]): Grid => {
  const width = widthOf(cells);
  return cells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY));
};

export const isBlankRow = (row: readonly GridCell[]): boolean =>
  row.every(({ text }) => text === '');

/** Refuses what holds nothing, or more than any table of meetings. */
export const checkGrid = (grid: Grid): Result<Grid> => {
  if (grid.every(isBlankRow)) {
    return fail({
      code: 'invalid-input',
      happened: '表に何も入っていません。',
      safe: SAFE,
      todo: 'ExcelやWordで表の範囲を選んでコピーし、もう一度貼り付けてください。',
    });
  }
  const problem = sizeProblem(grid.length, grid[0]?.length ?? 0);
  return problem === null ? ok(grid) : fail(problem);
};

const SAFE = '記録はそのままです。';

/** What is wrong with the size of a table, or null. */
export const sizeProblem = (rows: number, columns: number): Problem | null => {
  const count = (number: number): string => number.toLocaleString('ja-JP');
  const limit =
    rows > ROW_LIMIT
      ? `${count(ROW_LIMIT)}行`
      : columns > COLUMN_LIMIT
        ? `${count(COLUMN_LIMIT)}列`
        : rows * columns > CELL_LIMIT
          ? `行×列で${count(CELL_LIMIT)}マス`
          : null;
  if (limit === null) return null;
  return {
    code: 'too-large',
    happened: `表が大きすぎます（${limit}まで取り込めます）。`,
    safe: SAFE,
    todo: '必要な範囲だけをコピーするか、表を分けてください。',
  };
};
