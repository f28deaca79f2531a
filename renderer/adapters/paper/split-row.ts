import type { TableCell, TableRow } from '#shared/domain/tables/table.ts';

/** The full text of a cell as it is laid out for measuring. */
export const fullText = ({ lines }: TableCell): string => lines.join('\n');

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
    isHeading(column) ? one : pieceOf((texts[column] ?? '').slice(0, cutAt(column))),
  );
  const rest = row.map((one, column): TableCell => {
    if (isHeading(column)) return { ...one, rowSpan: 0 };
    return pieceOf((texts[column] ?? '').slice(cutAt(column)).replace(/^\n/, ''));
  });
  return [first, rest];
};

const pieceOf = (text: string): TableCell => ({ lines: text === '' ? [] : text.split('\n') });

/** Never between the halves of a surrogate pair. */
const clampCut = (text: string, cut: number): number => {
  const at = Math.min(Math.max(cut, 0), text.length);
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
};
