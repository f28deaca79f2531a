import {
  CELL_LIMIT,
  type CellRemark,
  COLUMN_LIMIT,
  type Merge,
  ROW_LIMIT,
} from '#shared/domain/import/grid.ts';
import { attributesOf, piecesOf } from '#shared/text/markup.ts';
import { ArchiveError } from '#shared/zip/entries.ts';
import type { BookTexts } from './cell-value.ts';
import { type CellValue, createCellValue } from './cell-value.ts';
import { localName } from './xml-names.ts';

/** The cells of a sheet as texts, all within the limits. */
export type SheetTexts = {
  readonly cells: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  readonly remarks: {
    readonly cells: readonly CellRemark[];
    readonly hiddenRows: readonly number[];
    readonly hiddenColumns: readonly number[];
  };
  /** It holds more than a table may; nothing else is read then. */
  readonly isTooLarge: boolean;
};

/** More merged areas than this, and no sheet that somebody made by hand. */
const MERGE_LIMIT = 20_000;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * Reads a sheet's XML. Cells are counted and placed before anything is filled in, since a cell may lie
 * a million rows away; those that only have a border or a colour are left out.
 * @throws ArchiveError where the XML ends too early, or rows and cells are not in order
 */
export const readSheetXml = (xml: string, book: BookTexts): SheetTexts => {
  const merges: Merge[] = [];
  const hiddenColumns: number[] = [];
  const cells = createCells(book);
  let isWhole = false;
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') {
      cells.take(piece);
      continue;
    }
    const name = localName(piece.name);
    isWhole ||= name === 'sheetData' && (piece.kind === 'close' || piece.isClosed);
    if (piece.kind === 'close') cells.close(name);
    else if (name === 'mergeCell') merges.push(...mergeOf(piece.attributes));
    else if (name === 'col') hiddenColumns.push(...hiddenOf(piece.attributes));
    else {
      cells.open(name, piece.attributes);
      if (piece.isClosed) cells.close(name);
    }
    cells.take(piece);
    if (cells.isTooLarge() || merges.length > MERGE_LIMIT || hiddenColumns.length > 20_000) {
      const remarks = { cells: [], hiddenRows: [], hiddenColumns: [] };
      return { cells: [], merges: [], remarks, isTooLarge: true };
    }
  }
  if (!isWhole) throw new ArchiveError('broken');
  const { rows, ...remarks } = cells.end();
  return { cells: rows, merges, remarks: { ...remarks, hiddenColumns }, isTooLarge: false };
};

const createCells = (book: BookTexts) => {
  const rows: string[][] = [];
  const remarks: CellRemark[] = [];
  const hiddenRows: number[] = [];
  let row = 0;
  let lastRow = 0;
  let column = -1;
  let widest = 0;
  let value: CellValue | null = null;
  let isRowOpen = false;
  let hasCells = false;
  let isHidden = false;

  const endRow = (): void => {
    isRowOpen = false;
    hasCells = false;
  };
  const openRow = (attributes: string): void => {
    endRow();
    isRowOpen = true;
    const found = attributesOf(attributes);
    row = rowOf(found.get('r')) ?? row + 1;
    isHidden = isTrue(found.get('hidden')) || found.get('ht') === '0';
    column = -1;
  };
  const openCell = (attributes: string): void => {
    const found = attributesOf(attributes);
    const address = found.get('r');
    const place = address === undefined ? { row, column: column + 1 } : placeOf(address);
    // A row that says nothing of its number is where its first cell is.
    if (!hasCells && address !== undefined) row = place.row;
    if (place.row !== row || place.column <= column) throw new ArchiveError('broken');
    column = place.column;
    value = createCellValue(found, book);
  };
  const endCell = (): void => {
    const read = value?.read() ?? null;
    value = null;
    if (read === null) return;
    if (!hasCells) {
      if (row <= lastRow) throw new ArchiveError('broken');
      hasCells = true;
      lastRow = row;
    }
    widest = Math.max(widest, column + 1);
    if (isTooLarge()) return;
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    while (line.length < column) line.push('');
    line.push(read.text);
    const at = { row: row - 1, column };
    if (isHidden && hiddenRows.at(-1) !== at.row) hiddenRows.push(at.row);
    if (read.remark !== null) remarks.push({ ...at, reason: read.remark });
  };
  const isTooLarge = (): boolean =>
    lastRow > ROW_LIMIT || widest > COLUMN_LIMIT || lastRow * widest > CELL_LIMIT;

  return {
    open: (name: string, attributes: string): void => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c' && isRowOpen) openCell(attributes);
    },
    close: (name: string): void => {
      if (name === 'row') endRow();
      else if (name === 'c') endCell();
    },
    take: (piece: Parameters<CellValue['take']>[0]): void => value?.take(piece),
    end: () => ({ rows, cells: remarks, hiddenRows }),
    isTooLarge,
  };
};

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

const hiddenOf = (attributes: string): readonly number[] => {
  const found = attributesOf(attributes);
  if (!isTrue(found.get('hidden')) && found.get('width') !== '0') return [];
  const [first, last] = [Number(found.get('min')), Number(found.get('max'))];
  const end = Math.min(last, COLUMN_LIMIT + 1);
  // Columns beyond a table's own are hidden to make the sheet end there.
  return first >= 1 && end >= first
    ? Array.from({ length: end - first + 1 }, (_, index) => first - 1 + index)
    : [];
};

const mergeOf = (attributes: string): readonly Merge[] => {
  const [from = '', to = ''] = (attributesOf(attributes).get('ref') ?? '').split(':');
  if (!ADDRESS.test(from) || !ADDRESS.test(to)) return [];
  const [first, last] = [placeOf(from), placeOf(to)];
  if (first.row > ROW_LIMIT || first.column > COLUMN_LIMIT) return [];
  return [
    {
      from: { row: first.row - 1, column: first.column },
      to: { row: last.row - 1, column: last.column },
    },
  ];
};

const rowOf = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;

/** B3 is row 3, column 1. */
const placeOf = (address: string): { readonly row: number; readonly column: number } => {
  const [, letters = '', digits = ''] = ADDRESS.exec(address) ?? [];
  if (letters === '') throw new ArchiveError('broken');
  const column = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
};
