import { attributesOf, decodeEntities, type Piece, piecesOf } from '../../text/markup.ts';
import { COLUMN_LIMIT, ROW_LIMIT, type SpanCell } from './grid.ts';

/** What is no text of a page. */
const UNSEEN: readonly string[] = ['style', 'script', 'title'];
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'tr', 'table']);

/**
 * The cells of the first table in copied HTML, row by row; null where there is no table. No page is
 * built of the HTML, so that it can be done in a worker, and what is hostile in it stays text.
 */
export const readHtmlTable = (html: string): readonly (readonly SpanCell[])[] | null => {
  const reading = createReading();
  for (const piece of piecesOf(html, UNSEEN)) {
    if (!reading.take(piece)) break;
  }
  return reading.rows();
};

type Cell = { parts: string[]; readonly colSpan: number; readonly rowSpan: number };

const createReading = () => {
  const rows: SpanCell[][] = [];
  let row: SpanCell[] | null = null;
  let cell: Cell | null = null;
  /** How many tables we are in; one within a cell is a part of its words. */
  let depth = 0;
  let hasTable = false;

  const endCell = (): void => {
    if (cell === null) return;
    row ??= [];
    const { parts, colSpan, rowSpan } = cell;
    // Excel only draws such a text across its empty neighbours (mso-ignore:colspan).
    const empty = Array.from({ length: Math.max(0, Math.min(-colSpan - 1, COLUMN_LIMIT)) }, () => ({
      text: '',
    }));
    // One column more than a table may have tells that it has too many.
    if (row.length <= COLUMN_LIMIT) {
      row.push({ text: wordsOf(parts), colSpan: Math.max(1, colSpan), rowSpan }, ...empty);
    }
    cell = null;
  };
  const endRow = (): void => {
    endCell();
    if (row !== null) rows.push(row);
    row = null;
  };

  const open = (name: string, attributes: string): void => {
    if (name === 'table') {
      depth += 1;
      hasTable = true;
    }
    if (depth === 1 && name === 'tr') {
      endRow();
      row = [];
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell();
      cell = { parts: [], ...spansOf(attributes) };
    } else if (name === 'br' || BLOCKS.has(name)) cell?.parts.push('\n');
  };
  /** Whether there is more to read. */
  const close = (name: string): boolean => {
    if (name === 'table' && depth > 0) {
      depth -= 1;
      if (depth === 0) return false;
    }
    if (depth === 1 && name === 'tr') endRow();
    else if (depth === 1 && (name === 'td' || name === 'th')) endCell();
    else if (BLOCKS.has(name)) cell?.parts.push('\n');
    return true;
  };

  return {
    /** @returns false when what follows is of no interest */
    take: (piece: Piece): boolean => {
      if (rows.length > ROW_LIMIT) return false;
      switch (piece.kind) {
        case 'open':
          open(piece.name.toLowerCase(), piece.attributes);
          return true;
        case 'close':
          return close(piece.name.toLowerCase());
        default:
          // Excel wraps its HTML anywhere: only a no-break space is one that somebody typed.
          if (!piece.isLiteral) {
            cell?.parts.push(decodeEntities(piece.raw.replace(/[ \t\r\n]+/g, ' ')));
          }
          return true;
      }
    },
    rows: (): readonly (readonly SpanCell[])[] | null => {
      endRow();
      return hasTable ? rows : null;
    },
  };
};

/** A cell's words as they are seen: line breaks where the cell shows them, nowhere else. */
const wordsOf = (parts: readonly string[]): string =>
  parts
    .join('')
    .replace(/(?<! ) *\n */g, '\n')
    .replace(/\n{2,}/g, '\n');

/** A negative `colSpan` stands for that many cells of their own. A row span of 0 goes to the end. */
const spansOf = (attributes: string): { readonly colSpan: number; readonly rowSpan: number } => {
  const found = attributesOf(attributes);
  const colSpan = spanOf(found.get('colspan'));
  const rowSpan = spanOf(found.get('rowspan')) || ROW_LIMIT;
  const isOnlyDrawn = /mso-ignore\s*:\s*colspan/i.test(found.get('style') ?? '');
  return { colSpan: isOnlyDrawn && colSpan > 1 ? -colSpan : colSpan || 1, rowSpan };
};

const spanOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 1;
