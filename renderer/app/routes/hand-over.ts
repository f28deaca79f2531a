import type { Copied } from '#adapters/table-source/table-source.ts';

/** What was pasted on one page and is read on the next; an address is no place for a table. */
let waiting: Copied | null = null;

export const handOver = (copied: Copied | null): void => {
  waiting = copied;
};

/** Gives what waits, once. */
export const takeOver = (): Copied | null => {
  const copied = waiting;
  waiting = null;
  return copied;
};
