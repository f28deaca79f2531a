import { expandSpans, type Grid } from './grid.ts';
import { readHtmlTable } from './html-table.ts';
import { parseTsv } from './tsv.ts';

/** What was copied: the same table as HTML and as text. */
export type Copied = { readonly html: string; readonly text: string };

/** More is no table of meetings. */
const LENGTH_LIMIT = 20_000_000;

/** The first table of the HTML, else the text's cells; a sentence is a table of one cell. */
export const gridOfCopied = ({ html, text }: Copied): Grid => {
  const rows = html.length <= LENGTH_LIMIT ? readHtmlTable(html) : null;
  return rows === null ? parseTsv(text.slice(0, LENGTH_LIMIT)) : expandSpans(rows);
};
