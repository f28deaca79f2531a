import type { TableCell, TableRow } from '#shared/domain/tables/table.ts';

/** The full text of a cell as it is laid out for measuring. */
export const fullText = ({ lines }: TableCell): string => lines.join('\n');

/**
 * A row that is higher than a page, cut at the end of each.
 * @param pages for each page that ends within it and each cell, how many characters of its full text stand before
 */
export const splitRowAt = (
  row: TableRow,
  pages: readonly (readonly number[])[],
  isHeading: (column: number) => boolean,
): readonly TableRow[] => {
  const texts = row.map(fullText);
  const begins = texts.map(() => 0);
  const pieces: TableRow[] = [];
  let rest = row;
  for (const ends of pages) {
    const split = splitRow(
      rest,
      ends.map((end, column) => end - (begins[column] ?? 0)),
      isHeading,
    );
    if (split === undefined) break;
    const [first, next] = split;
    pieces.push(first);
    for (const [column, one] of next.entries()) {
      begins[column] = (texts[column]?.length ?? 0) - fullText(one).length;
    }
    rest = next;
  }
  return [...pieces, rest];
};

/**
 * A row that is higher than a page, cut in two.
 * @param cuts for each cell, how many characters of its full text the first piece takes
 * @param isHeading whether a column's cells are headings: they stand in both pieces
 * @returns undefined when the first piece would take nothing, or everything
 */
export const splitRow = (
  row: TableRow,
  cuts: readonly number[],
  isHeading: (column: number) => boolean,
): readonly [TableRow, TableRow] | undefined => {
  const texts = row.map(fullText);
  const cutAt = (column: number): number => clampCut(texts[column] ?? '', cuts[column] ?? 0);
  const values = row.flatMap((_, column) => (isHeading(column) ? [] : [column]));
  if (values.every((column) => cutAt(column) === 0)) return undefined;
  if (values.every((column) => cutAt(column) === texts[column]?.length)) return undefined;
  const first = row.map((one, column) =>
    isHeading(column) ? one : pieceOf(one, 0, cutAt(column)),
  );
  const rest = row.map((one, column): TableCell => {
    if (isHeading(column)) return { ...one, rowSpan: 0 };
    const text = texts[column] ?? '';
    const cut = cutAt(column);
    return pieceOf(one, text.charAt(cut) === '\n' ? cut + 1 : cut, text.length);
  });
  return [first, rest];
};

/** A stretch of a cell's text, with the pictures that stand in it as a whole. */
const pieceOf = (one: TableCell, from: number, to: number): TableCell => {
  const lines = to <= from ? [] : fullText(one).slice(from, to).split('\n');
  const { pictures } = one;
  if (pictures === undefined) return { lines };
  let start = 0;
  const first = fullText(one).slice(0, from).split('\n').length - 1;
  const kept = one.lines.flatMap((line, at) => {
    const [begin, end] = [start, start + line.length];
    start = end + 1;
    const hash = pictures[at];
    return hash !== undefined && begin >= from && end <= to ? [[at - first, hash]] : [];
  });
  return { lines, ...(kept.length > 0 && { pictures: Object.fromEntries(kept) }) };
};

/** Never between the halves of a surrogate pair. */
const clampCut = (text: string, cut: number): number => {
  const at = Math.min(Math.max(cut, 0), text.length);
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
};
