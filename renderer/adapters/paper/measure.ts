import type { Table, TableRow } from '#shared/domain/tables/table.ts';
import type { Measured } from './paginate.ts';
import { splitRow } from './split-row.ts';

/*
 * Reads the hidden copy of a table that is laid out at the paper's width (table-view.tsx), in
 * pixels of the page, whatever the preview's scale.
 */

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;

/** A block's height with the space above it, so that the sum of blocks is what they take. */
const stackedHeights = (elements: readonly Element[], start: number): readonly number[] =>
  elements.map((element, index) => {
    const { bottom } = element.getBoundingClientRect();
    const before = elements[index - 1]?.getBoundingClientRect().bottom ?? start;
    return bottom - before;
  });

export const measure = (host: HTMLElement): Measured => {
  const table = host.querySelector('table');
  const top = host.getBoundingClientRect().top;
  const tableTop = table?.getBoundingClientRect().top ?? top;
  const tableBottom = table?.getBoundingClientRect().bottom ?? tableTop;
  return {
    caption: tableTop - top,
    head: heightOf(table?.tHead ?? null),
    rows: [...(table?.tBodies[0]?.rows ?? [])].map(heightOf),
    blocks: stackedHeights([...host.querySelectorAll('[data-block]')], tableBottom),
  };
};

/**
 * The rows with every row that is higher than a page cut where the page ends.
 * @param room what a page has for rows
 * @returns undefined when all rows fit
 */
export const splitTallRows = (
  host: HTMLElement,
  { columns }: Table,
  rows: readonly TableRow[],
  room: number,
): readonly TableRow[] | undefined => {
  const drawn = [...(host.querySelector('table')?.tBodies[0]?.rows ?? [])];
  const state = { isSplit: false };
  const pieces = rows.flatMap((row, index): readonly TableRow[] => {
    const line = drawn[index];
    if (line === undefined || heightOf(line) <= room) return [row];
    const limit = line.getBoundingClientRect().top + room;
    const cuts = [...line.cells].map((cell) => charactersAbove(cell, limit));
    const split = splitRow(row, cuts, (column) => columns[column]?.isHeading === true);
    if (split === undefined) return [row];
    state.isSplit = true;
    return split;
  });
  return state.isSplit ? pieces : undefined;
};

/** How many characters of a cell's full text lie wholly above a line of the page; a picture is never cut. */
const charactersAbove = (cell: HTMLTableCellElement, limit: number): number => {
  const padding = Number.parseFloat(getComputedStyle(cell).paddingBottom) + 1;
  let count = 0;
  for (const [at, part] of [...cell.childNodes].entries()) {
    // The break between a text and a picture is drawn by the picture itself.
    const before = at === 0 ? 0 : 1;
    if (part instanceof Text) {
      const above = textAbove(part, limit - padding);
      if (above > 0) count += before + above;
      if (above < part.length) return count;
    } else if (part instanceof HTMLElement) {
      if (part.getBoundingClientRect().bottom + padding > limit) return count;
      count += before + (part.dataset.picture ?? '').length;
    }
  }
  return count;
};

/** How many characters of a text lie wholly above a line of the page. */
const textAbove = (text: Text, limit: number): number => {
  const range = document.createRange();
  const isAbove = (count: number): boolean => {
    range.setStart(text, 0);
    range.setEnd(text, count);
    return range.getBoundingClientRect().bottom <= limit;
  };
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isAbove(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};
