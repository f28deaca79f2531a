import { expandSpans, type Grid } from './grid.ts';
import { readHtmlTables } from './html-table.ts';
import { parseTsv } from './tsv.ts';

/** What was copied: the same table as HTML and as text. */
export type Copied = { readonly html: string; readonly text: string };

/** Tables as they were given, each a grid, and what was left out of them. */
export type GivenTables = {
  readonly grids: readonly Grid[];
  /** Words that the source does not show were left out. */
  readonly hasLeftOut: boolean;
};

/** More is no table of meetings. */
const LENGTH_LIMIT = 20_000_000;

/** The tables of HTML; none where it has none. */
export const tablesOfHtml = (html: string): GivenTables => {
  const { tables, hasLeftOut } =
    html.length <= LENGTH_LIMIT ? readHtmlTables(html) : { tables: [], hasLeftOut: false };
  const grids = tables.map(expandSpans);
  // Tables that only hold a page together, or a picture, are none.
  const filled = grids.filter((grid) => grid.some((row) => row.some(({ text }) => text !== '')));
  return { grids: filled.length > 0 ? filled : grids.slice(0, 1), hasLeftOut };
};

/** The tables of the HTML, else the text's cells; a sentence is a table of one cell. */
export const tablesOfCopied = ({ html, text }: Copied): GivenTables => {
  const given = tablesOfHtml(html);
  if (given.grids.length > 0) return given;
  return { grids: [parseTsv(text.slice(0, LENGTH_LIMIT))], hasLeftOut: false };
};
