import { expandSpans, type Grid, type SpanCell } from '#shared/domain/import/grid.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';

/** What was copied: the same table as HTML and as text. */
export type Copied = { readonly html: string; readonly text: string };

/** More is no table of meetings; parsing it would hold up the window. */
const LENGTH_LIMIT = 20_000_000;

/** The first table of the HTML, else the text's cells; a sentence is a table of one cell. */
export const readCopied = ({ html, text }: Copied): Grid => {
  const table = html.length <= LENGTH_LIMIT ? tableOf(html) : null;
  return table === null ? parseTsv(text.slice(0, LENGTH_LIMIT)) : readTable(table);
};

/** Parsed into a document of its own, where no script runs and nothing is loaded. */
const tableOf = (html: string): HTMLTableElement | null => {
  if (!/<table[\s>]/i.test(html)) return null;
  return new DOMParser().parseFromString(html, 'text/html').querySelector('table');
};

const readTable = (table: HTMLTableElement): Grid =>
  expandSpans(
    [...table.rows].map((row) =>
      [...row.cells].map(
        (cell): SpanCell => ({
          text: textOf(cell),
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan === 0 ? table.rows.length : cell.rowSpan,
        }),
      ),
    ),
  );

const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4', 'TR']);

/** A cell's words as they are seen: line breaks where the cell shows them, nowhere else. */
const textOf = (node: Node): string => {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      // Excel wraps its HTML anywhere: only a no-break space is one that somebody typed.
      text += (child.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
    } else if (child instanceof Element) {
      if (child.tagName === 'BR') text += '\n';
      else if (child.tagName === 'STYLE' || child.tagName === 'SCRIPT') continue;
      else if (BLOCKS.has(child.tagName)) text = `${text}\n${textOf(child)}\n`;
      else text += textOf(child);
    }
  }
  return text.replace(/ *\n */g, '\n').replace(/\n{2,}/g, '\n');
};
