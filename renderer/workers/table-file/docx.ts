import { HIDDEN_ROW, withoutStruck } from '#shared/domain/import/cell-remarks.ts';
import {
  COLUMN_LIMIT,
  expandSpans,
  type Grid,
  ROW_LIMIT,
  type SpanCell,
} from '#shared/domain/import/grid.ts';
import { attributesOf, decodeEntities, piecesOf } from '#shared/text/markup.ts';
import { isOn } from './styles-xml.ts';
import { localName } from './xml-names.ts';

/** The tables of a Word document, and whether words were left out that it does not show. */
export type DocxTables = { readonly grids: readonly Grid[]; readonly hasLeftOut: boolean };

/** More tables than this, and nobody chooses among them. */
const TABLE_LIMIT = 50;

/** What tracked changes took away or moved from here; older words beside newer ones; readings; field codes. */
const GONE: readonly string[] = ['del', 'moveFrom'];
const UNSEEN: readonly string[] = [
  ...GONE,
  'Fallback',
  'rt',
  'rPrChange',
  'pPrChange',
  'tcPrChange',
];

/** Ticks are letters of a font of signs. */
const SIGNS: Readonly<Record<string, string>> = {
  f0fc: '✓',
  f0fe: '☑',
  f052: '☑',
  f0a8: '☐',
  f0a3: '☐',
  f0a1: '○',
  f06c: '●',
};

type Cell = {
  readonly kept: string[];
  readonly struck: string[];
  colSpan: number;
  merge: 'begins' | 'goes on' | null;
};
type Row = { readonly cells: Cell[]; before: number; isHidden: boolean; isGone: boolean };

/** Reads the tables of a document's main part; a table within a cell is a part of its words. */
export const readDocx = (xml: string): DocxTables => {
  const reading = createReading();
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text')
      reading.words(piece.isLiteral ? piece.raw : decodeEntities(piece.raw));
    else {
      const name = localName(piece.name);
      if (piece.kind === 'open') reading.open(name, piece.attributes, piece.isClosed);
      if (piece.kind === 'close' || (piece.isClosed && !UNSEEN.includes(name))) reading.close(name);
    }
    if (reading.isFull()) break;
  }
  return reading.end();
};

const attributeOf = (attributes: string, wanted = 'val'): string | undefined => {
  for (const [name, value] of attributesOf(attributes)) {
    if (localName(name) === wanted) return value;
  }
  return undefined;
};

const countOf = (attributes: string): number => {
  const count = Number(attributeOf(attributes));
  return Number.isInteger(count) && count > 0 ? Math.min(count, COLUMN_LIMIT + 1) : 0;
};

const createReading = () => {
  const grids: Grid[] = [];
  let rows: Row[] = [];
  let row: Row | null = null;
  let cell: Cell | null = null;
  let depth = 0;
  /** The elements around that are not shown. */
  const unseen: string[] = [];
  let hasLeftOut = false;
  let isText = false;
  let isRowLook = false;
  let run = { isStruck: false, isHidden: false };
  let isRunLook = false;

  const add = (words: string): void => {
    if (cell === null || unseen.length > 0) return;
    if (run.isHidden) hasLeftOut ||= words.trim() !== '';
    else (run.isStruck ? cell.struck : cell.kept).push(words);
  };
  /** A list's sign is drawn by Word, and is no word of the document. */
  const addSign = (): void => {
    if (cell !== null && unseen.length === 0) cell.kept.push('・');
  };
  const endTable = (): void => {
    depth = 0;
    const shown = rows.filter(({ isGone }) => !isGone);
    hasLeftOut ||= shown.length < rows.length;
    const grid = expandSpans(spanned(shown));
    if (grid.some((line) => line.some(({ text }) => text !== ''))) grids.push(grid);
    [rows, row, cell] = [[], null, null];
  };
  const openRow = (attributes: string, name: string): void => {
    if (row === null) return;
    if (name === 'gridBefore') row.before = countOf(attributes);
    else if (name === 'hidden') row.isHidden = isOn(attributeOf(attributes));
    else if (GONE.includes(name)) row.isGone = true;
  };
  const openInCell = (name: string, attributes: string): void => {
    if (cell === null) return;
    if (depth === 1 && name === 'gridSpan') cell.colSpan = Math.max(1, countOf(attributes));
    else if (depth === 1 && name === 'vMerge') {
      cell.merge = attributeOf(attributes) === 'restart' ? 'begins' : 'goes on';
    } else if (name === 'numId' && attributeOf(attributes) !== '0') addSign();
    else if (name === 'r') run = { isStruck: false, isHidden: false };
    else if (name === 'rPr') isRunLook = true;
    else if (isRunLook && /^d?strike$/.test(name)) run.isStruck ||= isOn(attributeOf(attributes));
    else if (isRunLook && name === 'vanish') run.isHidden = isOn(attributeOf(attributes));
    else if (name === 'br' || name === 'cr') add('\n');
    else if (name === 'tab' || name === 'noBreakHyphen') add(name === 'tab' ? ' ' : '-');
    else if (name === 'sym') add(SIGNS[attributeOf(attributes, 'char')?.toLowerCase() ?? ''] ?? '');
  };

  return {
    open: (name: string, attributes: string, isClosed: boolean): void => {
      if (isRowLook) openRow(attributes, name);
      if (unseen.length > 0 || (UNSEEN.includes(name) && !isClosed)) {
        if (UNSEEN.includes(name) && !isClosed) unseen.push(name);
        return;
      }
      if (name === 'tbl') depth += 1;
      else if (depth === 1 && name === 'tr') {
        row = { cells: [], before: 0, isHidden: false, isGone: false };
        rows.push(row);
      } else if (depth === 1 && name === 'trPr') isRowLook = !isClosed;
      else if (depth === 1 && name === 'tc' && row !== null) {
        cell = { kept: [], struck: [], colSpan: 1, merge: null };
        if (row.cells.length <= COLUMN_LIMIT) row.cells.push(cell);
      } else if (name === 't') isText = !isClosed;
      else openInCell(name, attributes);
    },
    close: (name: string): void => {
      if (unseen.includes(name)) unseen.splice(unseen.lastIndexOf(name), 1);
      if (unseen.length > 0 || UNSEEN.includes(name)) return;
      if (name === 'trPr') isRowLook = false;
      if (name === 't') isText = false;
      if (name === 'rPr') isRunLook = false;
      if (name === 'r') run = { isStruck: false, isHidden: false };
      if (name === 'p') cell?.kept.push('\n');
      if (name === 'tc' && depth === 1) cell = null;
      if (name === 'tbl' && depth > 0) {
        if (depth === 1) endTable();
        else depth -= 1;
      }
    },
    words: (words: string): void => {
      // Deleted words stand in elements of their own name, and only count as left out.
      if (unseen.length > 0) {
        const isGone = cell !== null && unseen.some((name) => GONE.includes(name));
        hasLeftOut ||= isGone && words.trim() !== '';
      } else if (isText) add(words);
    },
    isFull: (): boolean => grids.length >= TABLE_LIMIT || rows.length > ROW_LIMIT,
    end: (): DocxTables => {
      if (depth > 0) endTable();
      return { grids, hasLeftOut };
    },
  };
};

/** Rows of cells as they span: one that goes on with the cell above makes that one higher. */
const spanned = (rows: readonly Row[]): readonly (readonly SpanCell[])[] => {
  const above = new Map<number, { text: string; colSpan: number; rowSpan: number }>();
  return rows.map(({ cells, before, isHidden }) => {
    const line: SpanCell[] = Array.from({ length: before }, () => ({ text: '' }));
    for (let at = 0; at < before; at += 1) above.delete(at);
    let column = before;
    for (const { kept, struck, colSpan, merge } of cells) {
      const last = above.get(column);
      if (merge === 'goes on' && last?.colSpan === colSpan) last.rowSpan += 1;
      else {
        const { text, remark } = withoutStruck({ kept: tidy(kept), struck: tidy(struck) });
        const reasons = [...(remark === null ? [] : [remark]), ...(isHidden ? [HIDDEN_ROW] : [])];
        const own = { text, colSpan, rowSpan: 1 };
        for (let at = column; at < column + colSpan; at += 1) above.delete(at);
        if (merge === 'begins') above.set(column, own);
        line.push(
          text === '' || reasons.length === 0 ? own : Object.assign(own, { remarks: reasons }),
        );
      }
      column += colSpan;
    }
    return line;
  });
};

/** Without the signs of list lines that hold nothing. */
const tidy = (parts: readonly string[]): string =>
  parts
    .join('')
    .replace(/^・\s*$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
