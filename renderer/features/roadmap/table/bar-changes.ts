import type { FiscalYear } from '#shared/dates/types.ts';
import type { Span } from '#shared/domain/roadmap/model.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import {
  type CellValues,
  isValueColumn,
  readCell,
  type ValueColumn,
  yearFor,
} from './read-cell.ts';
import { cellText, type TableRow } from './rows.ts';
import type { Typed, TypedCell } from './typed-cells.ts';

export type BarTableRow = Extract<TableRow, { readonly kind: 'bar' }>;

/** The refused cells of a bar's row that can be read by themselves. */
export const waitingCells = (
  row: BarTableRow,
  except: RoadmapColumn,
  typed: Typed,
  year: FiscalYear | null,
) => {
  const all = Object.entries(typed.cells.get(row.id) ?? {}) as [RoadmapColumn, TypedCell][];
  const cells = all.filter(([column, cell]) => column !== except && cell.error !== null);
  let values: CellValues = {};
  const texts: Partial<Record<RoadmapColumn, string>> = {};
  for (const [column, { text }] of cells) {
    const read = isValueColumn(column) ? readCell(column, text, year) : null;
    if (!read?.ok) continue;
    values = { ...values, ...read.value };
    texts[column] = text;
  }
  return { values, texts, cells: Object.fromEntries(cells) };
};

/** Whether a bar's cell reads after a change as it did before: then nothing comes back for it. */
export const isUnchanged = (
  row: BarTableRow,
  column: RoadmapColumn,
  patch: CellValues,
): boolean => {
  const { start: _start, end: _end, ...values } = patch;
  const bar = { ...row.bar, ...values, span: spanAfter(row.bar.span, patch) };
  return cellText({ ...row, bar }, column) === cellText(row, column);
};

/** Whether a stored cell says already what was typed. */
export const isSame = (row: TableRow, column: ValueColumn, text: string): boolean => {
  if (row.kind !== 'bar') return true;
  const read = readCell(column, text, yearFor(row, null));
  if (!read.ok) return false;
  const bar: Readonly<Record<string, unknown>> = { ...row.bar, ...row.bar.span };
  return Object.entries(read.value).every(([field, value]) => bar[field] === value);
};

/** Where a bar stands after a change; null while one end of it cannot be read. */
export const spanAfter = (before: Span | null, patch: CellValues): Span | null => {
  const [start, end] = [patch.start ?? before?.start, patch.end ?? before?.end];
  return start === undefined || end === undefined ? null : { start, end };
};
