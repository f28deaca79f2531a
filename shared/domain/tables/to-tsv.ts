import { isDrawn, shownText, type Table, type TableCell } from './table.ts';

/** A cell that holds what separates cells is quoted, and so is one that begins with a quote. */
const quoted = (text: string): string =>
  /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const textOf = (one: TableCell): string => (isDrawn(one) ? shownText(one) : '');

/**
 * A table as plain text: cells apart by tabs, rows by CRLF, cells with line breaks in quotes. A cell
 * that lies under a span is empty.
 *
 * Text stays as it is, also where it begins with = + - or @: an apostrophe before it would come back
 * with it into the records. Excel takes the HTML beside it, in which every cell is marked as text; the
 * app's own import reads no cell as a formula.
 */
export const toTsv = (table: Table): string =>
  [...table.header, ...table.body]
    .map((row) => row.map((one) => quoted(textOf(one))).join('\t'))
    .concat(table.notes.map(quoted))
    .map((line) => `${line}\r\n`)
    .join('');
