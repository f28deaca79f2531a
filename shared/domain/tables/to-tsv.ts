import { tsvCell } from '../../text/tsv-cell.ts';
import { isDrawn, shownText, type TableCell, type TableContent } from './table.ts';

const textOf = (one: TableCell): string => (isDrawn(one) ? shownText(one) : '');

/**
 * A table as plain text: cells apart by tabs, rows by CRLF, cells with line breaks in quotes. A cell
 * that lies under a span is empty.
 *
 * Before what looks like a formula stands an apostrophe, which our own import takes away again. Excel
 * takes the HTML beside it, in which every cell is marked as text.
 */
export const toTsv = (table: TableContent): string =>
  [...table.header, ...table.body]
    .map((row) => row.map((one) => tsvCell(textOf(one))).join('\t'))
    .concat(table.notes.map(tsvCell))
    .map((line) => `${line}\r\n`)
    .join('');
