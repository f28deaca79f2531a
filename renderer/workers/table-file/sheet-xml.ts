import { CELL_LIMIT, COLUMN_LIMIT, type Merge, ROW_LIMIT } from '#shared/domain/import/grid.ts';
import { attributesOf, piecesOf } from '#shared/text/markup.ts';
import { ArchiveError } from './archive.ts';

/** A sheet's XML with nothing in it but cells that hold something, all within the limits. */
export type SheetXml = {
  readonly xml: string;
  readonly merges: readonly Merge[];
  /** It holds more than a table may; `xml` is an empty sheet then. */
  readonly isTooLarge: boolean;
};

const SHEET_BEGIN =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const SHEET_END = '</sheetData></worksheet>';

/** More merged areas than this, and no sheet that somebody made by hand. */
const MERGE_LIMIT = 20_000;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * Writes a sheet anew, as the library is to read it. The library fills in every row and column before
 * a cell, however far away it lies, and takes a cell's word for where it is: so cells are counted and
 * placed here first. Cells that only have a border or a colour are left out.
 * @throws ArchiveError where the XML ends too early, or rows and cells are not in order
 */
export const readSheetXml = (xml: string): SheetXml => {
  const out: string[] = [SHEET_BEGIN];
  const merges: Merge[] = [];
  const cells = createCells(out);
  let isWhole = false;
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') {
      cells.text(piece.isLiteral ? escaped(piece.raw) : piece.raw);
      continue;
    }
    const name = localName(piece.name);
    isWhole ||= name === 'sheetData' && (piece.kind === 'close' || piece.isClosed);
    if (piece.kind === 'close') cells.close(name);
    else if (name === 'mergeCell') merges.push(...mergeOf(piece.attributes));
    else {
      cells.open(name, piece.attributes);
      if (piece.isClosed) cells.close(name);
    }
    if (cells.isTooLarge() || merges.length > MERGE_LIMIT) {
      return { xml: SHEET_BEGIN + SHEET_END, merges: [], isTooLarge: true };
    }
  }
  if (!isWhole) throw new ArchiveError('broken');
  cells.end();
  out.push(SHEET_END);
  return { xml: out.join(''), merges, isTooLarge: false };
};

type Cell = {
  readonly column: number;
  readonly type: string;
  readonly style: string;
  value: string | null;
  inline: string | null;
};

const createCells = (out: string[]) => {
  let row = 0;
  let lastRow = 0;
  let column = -1;
  let widest = 0;
  let cell: Cell | null = null;
  let isRowOpen = false;
  let isRowWritten = false;
  /** The elements of the cell that we are in: v, is, r, t, rPh. */
  let inside: string[] = [];

  const endRow = (): void => {
    if (isRowWritten) out.push('</row>');
    isRowOpen = false;
    isRowWritten = false;
  };
  const openRow = (attributes: string): void => {
    endRow();
    isRowOpen = true;
    row = rowOf(attributesOf(attributes).get('r')) ?? row + 1;
    column = -1;
  };
  const openCell = (attributes: string): void => {
    const found = attributesOf(attributes);
    const address = found.get('r');
    const place = address === undefined ? { row, column: column + 1 } : placeOf(address);
    // A row that says nothing of its number is where its first cell is.
    if (!isRowWritten && address !== undefined) row = place.row;
    if (place.row !== row || place.column <= column) throw new ArchiveError('broken');
    column = place.column;
    cell = {
      column,
      type: found.get('t') ?? 'n',
      style: found.get('s') ?? '',
      value: null,
      inline: null,
    };
    inside = [];
  };
  const endCell = (): void => {
    if (cell === null) return;
    const body = bodyOf(cell);
    if (body !== null) {
      if (!isRowWritten) {
        if (row <= lastRow) throw new ArchiveError('broken');
        out.push(`<row r="${row}">`);
        isRowWritten = true;
        lastRow = row;
      }
      widest = Math.max(widest, cell.column + 1);
      out.push(`<c r="${lettersOf(cell.column)}${row}"${attributesFor(cell)}>${body}</c>`);
    }
    cell = null;
  };

  return {
    open: (name: string, attributes: string): void => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c' && isRowOpen) openCell(attributes);
      else if (cell !== null) {
        inside.push(name);
        if (name === 'v') cell.value ??= '';
        if (name === 'is') cell.inline ??= '';
      }
    },
    close: (name: string): void => {
      if (name === 'row') endRow();
      else if (name === 'c') endCell();
      else if (inside.at(-1) === name) inside.pop();
    },
    text: (raw: string): void => {
      if (cell === null) return;
      if (inside.at(-1) === 'v') cell.value = (cell.value ?? '') + raw;
      else if (inside.at(-1) === 't' && inside[0] === 'is' && !inside.includes('rPh')) {
        cell.inline = (cell.inline ?? '') + raw;
      }
    },
    end: endRow,
    isTooLarge: (): boolean =>
      lastRow > ROW_LIMIT || widest > COLUMN_LIMIT || lastRow * widest > CELL_LIMIT,
  };
};

const bodyOf = ({ value, inline }: Cell): string | null => {
  if (inline !== null && inline !== '') {
    return `<is><t xml:space="preserve">${inline}</t></is>`;
  }
  return value === null || value.trim() === '' ? null : `<v>${value}</v>`;
};

const attributesFor = ({ type, style }: Cell): string =>
  `${/^\d{1,6}$/.test(style) ? ` s="${style}"` : ''} t="${/^[a-zA-Z]{1,9}$/.test(type) ? type : 'n'}"`;

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

const lettersOf = (column: number): string => {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
};

/** x:row is row, whatever stands before. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Text as it may stand in XML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
