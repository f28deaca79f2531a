import { decodeEntities, type Piece, piecesOf } from '../../text/markup.ts';
import { HIDDEN_COLUMN, HIDDEN_ROW, withoutStruck } from './cell-remarks.ts';
import { COLUMN_LIMIT, ROW_LIMIT, type SpanCell } from './grid.ts';
import { createHtmlColumns, type HtmlSpans, spansOf } from './html-columns.ts';
import { type ClassRules, isBeside, isDeleted, lookOf, readClassRules } from './html-styles.ts';

/** What is no text of a page. */
const UNSEEN: readonly string[] = ['style', 'script', 'title'];
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'tr', 'table']);
/** Elements that have no inside. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'meta', 'link', 'base', 'wbr', 'area']);

/** Nobody nests what is struck out or hidden any deeper. */
const DEPTH_LIMIT = 50;
/** More tables than this are a page, and nobody chooses among them. */
const TABLE_LIMIT = 50;

export type HtmlTables = {
  readonly tables: readonly (readonly (readonly SpanCell[])[])[];
  /** Whether words were left out that tracked changes have deleted, or that are hidden within a cell. */
  readonly hasLeftOut: boolean;
};

/**
 * The cells of the tables in copied HTML, row by row; a table within a cell is a part of its words. No
 * page is built of the HTML, so that it can be done in a worker, and what is hostile in it stays text.
 */
export const readHtmlTables = (html: string): HtmlTables => {
  let read = readAt(html, 0);
  // A table of one cell around others only holds a page or a mail together.
  for (let level = 1; level <= LAYOUT_LEVELS && isLayout(read); level += 1) {
    const inner = readAt(html, level);
    if (inner.tables.length === 0) break;
    read = inner;
  }
  return read;
};

/** Mails nest no more tables around what they hold. */
const LAYOUT_LEVELS = 4;

const isLayout = ({ tables, isNested }: Read): boolean =>
  isNested && tables.every((rows) => rows.every((row) => row.length <= 1));

type Read = HtmlTables & { readonly isNested: boolean };

const readAt = (html: string, level: number): Read => {
  const reading = createReading(level);
  for (const piece of piecesOf(html, UNSEEN)) {
    if (!reading.take(piece)) break;
  }
  return reading.end();
};

type Words = { kept: string[]; struck: string[] };
type Cell = Words & HtmlSpans & { readonly isHidden: boolean };
/** An element that is open within a cell, and what it does to the words in it. */
type Inner = { readonly name: string; readonly does: 'strike' | 'skip' | 'sign' };

/** @param level so many tables around those that are read are passed over */
const createReading = (level: number) => {
  const tables: SpanCell[][][] = [];
  const rules = new Map<string, string>();
  let columns = createHtmlColumns();
  let rows: SpanCell[][] | null = null;
  let row: SpanCell[] | null = null;
  let isRowHidden = false;
  let isRowStruck = false;
  let cell: Cell | null = null;
  let inner: Inner[] = [];
  let sign = '';
  let hasLeftOut = false;
  let isSheet = false;
  /** How many tables we are in, and how many around them are passed over. */
  let depth = 0;
  let outer = 0;
  let isNested = false;

  const endCell = (): void => {
    if (cell === null) return;
    row ??= [];
    const { kept, struck, colSpan, rowSpan, isDrawnAcross, isHidden } = cell;
    const { text, remark } = withoutStruck({ kept: wordsOf(kept), struck: wordsOf(struck) });
    const remarks = [
      ...(remark === null ? [] : [remark]),
      ...(isRowHidden ? [HIDDEN_ROW] : []),
      ...(isHidden ? [HIDDEN_COLUMN] : []),
    ];
    // Excel only draws such a text across its empty neighbours.
    const empty = Array.from(
      { length: isDrawnAcross ? Math.min(colSpan - 1, COLUMN_LIMIT) : 0 },
      () => ({
        text: '',
      }),
    );
    // One column more than a table may have tells that it has too many.
    if (row.length <= COLUMN_LIMIT) {
      const own = { text, colSpan: isDrawnAcross ? 1 : colSpan, rowSpan };
      row.push(text === '' || remarks.length === 0 ? own : { ...own, remarks }, ...empty);
    }
    cell = null;
    inner = [];
    sign = '';
  };
  const endRow = (): void => {
    endCell();
    if (row !== null && rows !== null && rows.length <= ROW_LIMIT) rows.push(row);
    row = null;
  };
  const endTable = (): void => {
    endRow();
    if (rows !== null) tables.push(rows);
    rows = null;
    depth = 0;
  };
  const beginTable = (): void => {
    rows = [];
    columns = createHtmlColumns();
    depth = 1;
  };

  const add = (words: string): void => {
    if (cell === null) return;
    if (inner.some(({ does }) => does === 'skip')) return;
    if (inner.some(({ does }) => does === 'sign')) sign += words;
    else if (inner.some(({ does }) => does === 'strike')) cell.struck.push(words);
    else cell.kept.push(words);
  };
  const openInCell = (name: string, raw: string): void => {
    const skips = inner.some(({ does }) => does === 'skip');
    const does = skips ? null : doesOf(name, raw, rules);
    if (does === 'skip' && !isBeside(name, raw)) hasLeftOut = true;
    // Inside of what does something, elements of the same name are counted so that the end is found.
    if (inner.length < DEPTH_LIMIT && (does !== null || inner.some((each) => each.name === name))) {
      const same = inner.findLast((each) => each.name === name)?.does;
      if (does ?? same) inner.push({ name, does: does ?? same ?? 'strike' });
    }
    if (name === 'br' || BLOCKS.has(name)) add('\n');
    if (name === 'li') add('・');
  };
  const closeInCell = (name: string): void => {
    if (BLOCKS.has(name)) add('\n');
    const at = inner.findLastIndex((each) => each.name === name);
    if (at < 0) return;
    const [ended] = inner.splice(at, 1);
    if (ended?.does === 'sign' && !inner.some(({ does }) => does === 'sign')) {
      add(signOf(sign));
      sign = '';
    }
  };

  const open = (name: string, raw: string, isClosed: boolean): void => {
    if (name === 'style') isSheet = !isClosed;
    if (name === 'table' && depth === 0 && outer < level) {
      outer += 1;
      return;
    }
    if (name === 'table') {
      isNested ||= depth > 0;
      if (depth === 0) {
        if (tables.length < TABLE_LIMIT) beginTable();
        return;
      }
      depth += 1;
    } else if (depth === 0 && level === 0 && name === 'tr' && rows === null) beginTable();
    if (depth === 1 && name === 'col') columns.column(raw, rules);
    if (depth === 1 && name === 'tr') {
      endRow();
      row = [];
      columns.row();
      const look = lookOf(name, raw, rules);
      isRowHidden = look.isHidden;
      isRowStruck = look.isStruck;
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell();
      const look = lookOf(name, raw, rules);
      const spans = spansOf(raw, look.isDrawnAcross);
      const isHidden = columns.cell(spans) || look.isHidden;
      cell = { kept: [], struck: [], ...spans, isHidden };
      if (look.isStruck || isRowStruck) inner.push({ name, does: 'strike' });
    } else if (cell !== null && (!isClosed || VOID.has(name))) openInCell(name, raw);
  };
  const close = (name: string): void => {
    if (name === 'style') isSheet = false;
    if (name === 'table' && depth === 0) outer = Math.max(0, outer - 1);
    if (name === 'table' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        endTable();
        return;
      }
    }
    if (depth === 1 && name === 'tr') endRow();
    else if (depth === 1 && (name === 'td' || name === 'th')) endCell();
    else if (cell !== null) closeInCell(name);
  };

  return {
    /** @returns false when what follows is of no interest */
    take: (piece: Piece): boolean => {
      if (tables.length >= TABLE_LIMIT || (rows?.length ?? 0) > ROW_LIMIT) return false;
      switch (piece.kind) {
        case 'open':
          open(piece.name.toLowerCase(), piece.attributes, piece.isClosed);
          return true;
        case 'close':
          close(piece.name.toLowerCase());
          return true;
        default:
          if (isSheet) readClassRules(piece.raw, rules);
          // Excel wraps its HTML anywhere: only a no-break space is one that somebody typed.
          else if (!piece.isLiteral) add(decodeEntities(piece.raw.replace(/[ \t\r\n]+/g, ' ')));
          return true;
      }
    },
    end: (): Read => {
      endTable();
      return { tables: tables.filter((table) => table.length > 0), hasLeftOut, isNested };
    },
  };
};

const doesOf = (name: string, raw: string, rules: ClassRules): Inner['does'] | null => {
  if (VOID.has(name)) return null;
  if (isBeside(name, raw) || isDeleted(name, raw)) return 'skip';
  const look = lookOf(name, raw, rules);
  if (look.isHidden) return 'skip';
  if (look.isListSign) return 'sign';
  return look.isStruck ? 'strike' : null;
};

/** Word draws bullets with letters of other fonts (l in Wingdings): only numbers say what they are. */
const signOf = (sign: string): string => {
  const bare = sign.replace(/\s/g, '').slice(0, 8);
  return /[\d①-⑳]/.test(bare) ? bare : '・';
};

/** A cell's words as they are seen: line breaks where the cell shows them, nowhere else. */
const wordsOf = (parts: readonly string[]): string =>
  parts
    .join('')
    .replace(/(?<! ) *\n */g, '\n')
    .replace(/\n{2,}/g, '\n');
