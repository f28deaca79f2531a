import type { Shelf } from '#shared/domain/search/shelf.ts';
import {
  createWriterBook,
  type WriterBook,
  type WritersOfRecords,
} from '#shared/domain/search/writers.ts';

/** In how many documents it is known who wrote. */
export type WritingState = { readonly done: number; readonly all: number };

/**
 * Finds out who wrote the records of each document, once somebody wants to know it, and follows what is
 * stored from then on.
 */
export type Writing = Pick<WriterBook, 'writersAt' | 'writtenBy'> & {
  readonly begin: () => void;
  /** A document's records stand on another shelf from now on. */
  readonly renewed: (from: Shelf | undefined, to: Shelf) => void;
  readonly state: () => WritingState;
  /** Resolves when nothing is left to find out. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
};

type WritingDependencies = {
  readonly read: (document: string) => Promise<WritersOfRecords>;
  readonly shelves: ReadonlyMap<string, Shelf>;
  /** Resolves when there is something on the shelves. */
  readonly filled: Promise<void>;
  /** Told now and then while more becomes known. */
  readonly onChanged: () => void;
};

/** While one document is taken apart, the log files of another are read. */
const SIDE_BY_SIDE = 2;
const TELL_MS = 300;

export const createWriting = (dependencies: WritingDependencies): Writing => {
  const { read, shelves, filled, onChanged } = dependencies;
  const book = createWriterBook();
  /** Documents of which it is to be found out. */
  const open = new Set<string>();
  let [busy, isListed] = [0, false];
  let begun: Promise<void> | undefined;
  let working: Promise<void> | undefined;
  let toldAt = 0;

  const look = async (document: string): Promise<void> => {
    // What cannot be found out now stays unknown, until the document changes.
    const writers = await read(document).catch(() => undefined);
    const shelf = shelves.get(document);
    if (writers !== undefined && shelf !== undefined) book.enter(shelf, writers);
    if (Date.now() - toldAt < TELL_MS) return;
    toldAt = Date.now();
    onChanged();
  };
  const work = async (): Promise<void> => {
    for (let [next] = open; next !== undefined; [next] = open) {
      open.delete(next);
      busy += 1;
      await look(next);
      busy -= 1;
    }
  };
  const start = (): void => {
    working ??= Promise.all(Array.from({ length: SIDE_BY_SIDE }, work)).then(() => {
      working = undefined;
      onChanged();
      if (open.size > 0) start();
    });
  };
  return {
    ...book,
    begin: () => {
      begun ??= filled.then(() => {
        for (const { document } of latestFirst(shelves)) open.add(document);
        isListed = true;
        start();
      });
      // Where nothing can be found, nothing is asked about.
      begun.catch(() => undefined);
    },
    renewed: (from, to) => {
      if (begun === undefined) return;
      if (from !== undefined) book.carry(from, to);
      open.add(to.document);
      start();
    },
    state: () => {
      const all = shelves.size;
      return { done: isListed ? Math.max(0, all - open.size - busy) : 0, all };
    },
    settled: async () => {
      await begun;
      while (working !== undefined) await working;
    },
    stop: () => open.clear(),
  };
};

/** The office has no year: it comes before all cases. */
const latestFirst = (shelves: ReadonlyMap<string, Shelf>): readonly Shelf[] =>
  [...shelves.values()].sort(
    (a, b) => (b.facts.year ?? Number.MAX_SAFE_INTEGER) - (a.facts.year ?? Number.MAX_SAFE_INTEGER),
  );
