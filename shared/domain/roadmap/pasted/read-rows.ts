import type { FiscalYear } from '../../../dates/types.ts';
import { isNarrow, TOO_NARROW } from '../../import/cell-remarks.ts';
import type { Grid } from '../../import/grid.ts';
import { type ChosenColumns, findColumns } from './columns.ts';
import { fillRows, saysMore } from './fill-rows.ts';
import { type BarCells, readBar } from './read-bar.ts';

/** A row that can become a bar. */
export type PastedBar = BarCells & {
  /** The row of the pasted table, from 0. */
  readonly row: number;
};

export type RefusedRow = {
  readonly row: number;
  /** The cells as they were pasted. */
  readonly cells: readonly string[];
  /** One sentence each. */
  readonly reasons: readonly string[];
};

export type PastedRows = {
  readonly rows: readonly PastedBar[];
  readonly refused: readonly RefusedRow[];
};

export type RowsWanted = {
  readonly fiscalYear: FiscalYear | null;
  /** What staff say that columns are. */
  readonly chosen?: ChosenColumns | null;
};

/**
 * Reads a pasted table of bars: a row for each, with headings or in the order of `ROADMAP_COLUMNS`.
 * An empty 分野 or 取組み and 〃 are those of the row above; a row with nothing else only names them.
 * Each row that cannot be read is reported with its reasons, the others are kept. Formulas are text.
 * For texts that are no `Grid` yet see `gridOf`, for the clipboard's `parseTsv`.
 */
export const readRoadmapRows = (
  grid: Grid,
  { fiscalYear, chosen = null }: RowsWanted,
): PastedRows => {
  const rows: PastedBar[] = [];
  const refused: RefusedRow[] = [];
  for (const { row, cells, texts, remarks } of fillRows(grid, findColumns(grid, chosen))) {
    if (!saysMore(texts)) continue;
    const read = cells.some(isNarrow)
      ? { ok: false as const, error: [TOO_NARROW] }
      : readBar(texts, fiscalYear);
    if (read.ok) rows.push({ row, ...read.value, doubts: [...remarks, ...read.value.doubts] });
    else refused.push({ row, cells, reasons: read.error });
  }
  return { rows, refused };
};
