/** Heights in pixels, as the browser laid everything out at the paper's width. */
export type Measured = {
  readonly caption: number;
  readonly head: number;
  readonly rows: readonly number[];
  /** Notes and sources below the table, paragraph by paragraph. */
  readonly blocks: readonly number[];
};

/** What stands on one page: half-open ranges of rows and of blocks. */
export type PageRange = {
  readonly rows: readonly [from: number, to: number];
  readonly blocks: readonly [from: number, to: number];
};

/**
 * Deals rows and then blocks out to pages. The headings stand on every page that has rows, the caption
 * on the first. What is higher than a page gets one of its own.
 * @param height what one page has room for
 */
export const paginate = (measured: Measured, height: number): readonly PageRange[] => {
  const { caption, head, rows, blocks } = measured;
  const pages: PageRange[] = [];
  let from: readonly [row: number, block: number] = [0, 0];
  do {
    const free = height - (pages.length === 0 ? caption : 0);
    const [row, block] = from;
    const rowsTo = row + countThatFit(rows.slice(row), free - head, row < rows.length);
    const used = rowsTo > row ? head + sum(rows.slice(row, rowsTo)) : 0;
    const isTableDone = rowsTo === rows.length;
    const mustTake = rowsTo === row && isTableDone;
    const blocksTo = isTableDone
      ? block + countThatFit(blocks.slice(block), free - used, mustTake && block < blocks.length)
      : block;
    pages.push({ rows: [row, rowsTo], blocks: [block, blocksTo] });
    from = [rowsTo, blocksTo];
  } while (from[0] < rows.length || from[1] < blocks.length);
  return pages;
};

/** @param atLeastOne so that every page brings the work on */
const countThatFit = (heights: readonly number[], room: number, atLeastOne: boolean): number => {
  let left = room;
  const beyond = heights.findIndex((height) => {
    left -= height;
    return left < 0;
  });
  const count = beyond === -1 ? heights.length : beyond;
  return count === 0 && atLeastOne ? 1 : count;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
