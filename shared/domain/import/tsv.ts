import { fromPlain } from '../../text/tsv-cell.ts';
import { COLUMN_LIMIT, type Grid, gridOf, ROW_LIMIT } from './grid.ts';

/**
 * Reads text as Excel and Word put it on the clipboard: tabs between cells, a line for each row, and
 * quotes around a cell that holds tabs or line breaks (a quote inside is doubled). A quote that does
 * not close before a tab or a line's end is a letter like any other. The apostrophe with which our own
 * tables keep a text from being a formula is no part of it.
 */
export const parseTsv = (text: string): Grid => gridOf(readTsv(text));

const readTsv = (source: string): readonly (readonly string[])[] => {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  // Once no quote closes any more, none is looked for again, so that hostile text costs no more.
  let canClose = true;
  // One row and one column more than a table may have tell that it has too many.
  while (at < text.length && rows.length <= ROW_LIMIT) {
    const quoted = canClose && text[at] === '"' ? readQuoted(text, at) : null;
    if (text[at] === '"' && quoted === null) canClose = text.indexOf('"', at + 1) >= 0;
    const end = quoted?.end ?? endOfCell(text, at);
    if (row.length <= COLUMN_LIMIT) row.push(fromPlain(quoted?.cell ?? text.slice(at, end)));
    at = end + 1;
    if (text[end] === '\t') {
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
};

const endOfCell = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return end;
};

const readQuoted = (
  text: string,
  from: number,
): { readonly cell: string; readonly end: number } | null => {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    if (text[close + 1] === '"') {
      at = close + 2;
      continue;
    }
    const end = close + 1;
    if (end < text.length && text[end] !== '\t' && text[end] !== '\n') return null;
    return { cell: text.slice(from + 1, close).replaceAll('""', '"'), end };
  }
};

/** Whether copied text is a table, and not a sentence. */
export const looksLikeTable = (clipboard: {
  readonly html: string;
  readonly text: string;
}): boolean => /<table[\s>]/i.test(clipboard.html) || /\t/.test(clipboard.text);
