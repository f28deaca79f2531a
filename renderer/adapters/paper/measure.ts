import type { Table, TableRow } from '#shared/domain/tables/table.ts';
import type { Measured } from './paginate.ts';
import { splitRowAt } from './split-row.ts';

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
 * The rows with every row that is higher than a page cut where its pages end. Texts are cut at all of their pages
 * at once: laid out anew for each page, a row of fifty pages would take seconds.
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
  const isHeading = (column: number): boolean => columns[column]?.isHeading === true;
  const state = { isSplit: false };
  const pieces = rows.flatMap((row, index): readonly TableRow[] => {
    const line = drawn[index];
    if (line === undefined || heightOf(line) <= room) return [row];
    const split = splitRowAt(row, cutsOf(line, room), isHeading);
    if (split.length > 1) state.isSplit = true;
    return split;
  });
  return state.isSplit ? pieces : undefined;
};

/** About what stands on a page, in characters. */
const PAGEFUL = 1000;

/** For each page that ends within a row, how many characters of each of its cells stand before that end. */
const cutsOf = (line: HTMLTableRowElement, room: number): readonly (readonly number[])[] => {
  const cells = [...line.cells];
  const top = line.getBoundingClientRect().top;
  if (cells.some((cell) => cell.childElementCount > 0 || cell.childNodes.length > 1)) {
    // A picture moves what stands below it: where the second page ends is seen when it is drawn.
    return [cells.map((cell) => charactersAbove(cell, top + room))];
  }
  const ends = cells.map(({ firstChild }, at) =>
    firstChild instanceof Text ? pageEnds(firstChild, paddingOf(cells[at]), top, room) : [],
  );
  const count = Math.max(0, ...ends.map(({ length }) => length));
  return Array.from({ length: count }, (_, page) =>
    ends.map((own) => own[page] ?? Number.POSITIVE_INFINITY),
  );
};

/** Where the pages of a text end, in characters; '\n' behind an end begins no line of the next page. */
const pageEnds = (text: Text, padding: number, top: number, room: number): readonly number[] => {
  const range = document.createRange();
  const topAt = (at: number): number => {
    range.setStart(text, at);
    range.setEnd(text, Math.min(at + 1, text.length));
    return range.getBoundingClientRect().top;
  };
  const above = topAt(0) - top;
  const ends: number[] = [];
  let [from, limit] = [0, top + room - padding];
  while (from < text.length) {
    const end = textAbove(text, limit, from);
    if (end >= text.length || end <= from) break;
    ends.push(end);
    from = text.data.charAt(end) === '\n' ? end + 1 : end;
    limit = topAt(from) - above + room - padding;
  }
  return ends;
};

/** Below the last line of a cell. */
const paddingOf = (cell: Element | undefined): number =>
  cell === undefined ? 0 : Number.parseFloat(getComputedStyle(cell).paddingBottom) + 1;

/** How many characters of a cell's full text lie wholly above a line of the page; a picture is never cut. */
const charactersAbove = (cell: HTMLTableCellElement, limit: number): number => {
  const padding = paddingOf(cell);
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

/**
 * How many characters of a text lie wholly above a line of the page.
 * @param from a character that does; only what stands behind it is asked for
 */
const textAbove = (text: Text, limit: number, from = 0): number => {
  const range = document.createRange();
  const isAbove = (count: number): boolean => {
    range.setStart(text, from);
    range.setEnd(text, count);
    return range.getBoundingClientRect().bottom <= limit;
  };
  // Far fewer than all of a long text, mostly: it is felt for with longer and longer steps.
  let [low, step] = [from, PAGEFUL];
  while (low + step < text.length && isAbove(low + step)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, text.length);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isAbove(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};
