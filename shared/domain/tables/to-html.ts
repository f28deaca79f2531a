import { isDrawn, shownLines, type TableCell, type TableContent } from './table.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in HTML, whether escaped or not; tabs and breaks become spaces. */
const escaped = (text: string): string =>
  text
    .replace(/[\t\n\r]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** Excel begins a new row at a plain <br>; this one stays within its cell. */
const BREAK = '<br style="mso-data-placement:same-cell">';

const BORDER = 'border:0.5pt solid #000;padding:2pt 4pt;vertical-align:top;white-space:normal';
/** Excel then takes 8/3 for no date, and =1+1 for no formula: everything is text. */
const AS_TEXT = "mso-number-format:'\\@'";
const HEAD = 'background:#e8edf7;font-weight:bold';

/**
 * A table as Excel and Word take it from the clipboard: spans kept, line breaks inside their cells,
 * every cell as text. What stands below the table follows as rows over its whole width, so that it
 * is not lost; caption and sources are not part of a copied table.
 */
export const toHtml = (table: TableContent): string => {
  const columns = table.columns.map(({ width }) => `<col style="width:${round(width)}%">`).join('');
  const head = table.header.map((row) => rowOf(row.map((one) => cellOf(one, 'th', HEAD)))).join('');
  const body = table.body
    .map((row) =>
      rowOf(
        row.map((one, index) =>
          table.columns[index]?.isHeading ? cellOf(one, 'th', HEAD) : cellOf(one, 'td', ''),
        ),
      ),
    )
    .join('');
  const span = table.columns.length;
  const notes = table.notes
    .map((note) => rowOf([`<td colspan="${span}" style="${AS_TEXT}">${escaped(note)}</td>`]))
    .join('');
  return (
    '<meta charset="utf-8">' +
    `<table style="border-collapse:collapse;width:100%"><colgroup>${columns}</colgroup>` +
    `<thead>${head}</thead><tbody>${body}${notes}</tbody></table>`
  );
};

const round = (width: number): number => Math.round(width * 100) / 100;

const rowOf = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;

const cellOf = (one: TableCell, tag: 'th' | 'td', more: string): string => {
  if (!isDrawn(one)) return '';
  const span = one.rowSpan ?? 1;
  const style = [BORDER, AS_TEXT, more].filter(Boolean).join(';');
  const text = shownLines(one).map(escaped).join(BREAK);
  return `<${tag}${span > 1 ? ` rowspan="${span}"` : ''} style="${style}">${text}</${tag}>`;
};
