import { searchForm } from '../../text/search-form.ts';
import { keysOn, type Shelf } from './shelf.ts';

/** Names of those who wrote a record, by its `recordKey`; nobody of whom it is not known. */
export type WritersOfRecords = ReadonlyMap<string, readonly string[]>;

/** Which records somebody wrote, as a search asks for it. */
export type WrittenBy = {
  /** The group of each record of a shelf; undefined of a shelf that was not looked at. */
  readonly groupsOn: (shelf: Shelf) => Uint32Array | undefined;
  /** By group, whether it is wanted. */
  readonly isWanted: readonly boolean[];
};

/** The group of records of which nobody knows who wrote them. */
export const NOBODY_KNOWN = 0;

/** Who wrote the records on shelves: a number for each, that of a group of people who wrote one together. */
export type WriterBook = {
  readonly enter: (shelf: Shelf, writers: WritersOfRecords) => void;
  /** What is known of a shelf's records holds of the one that takes its place, until that is entered. */
  readonly carry: (from: Shelf, to: Shelf) => void;
  readonly writersAt: (shelf: Shelf, at: number) => readonly string[];
  /** @param form a part of a name, in its form */
  readonly writtenBy: (form: string) => WrittenBy;
};

export const createWriterBook = (): WriterBook => {
  const groups: (readonly string[])[] = [[]];
  const numbers = new Map<string, number>([['', NOBODY_KNOWN]]);
  const entered = new WeakMap<Shelf, Uint32Array>();

  const numberOf = (names: readonly string[]): number => {
    const sorted = [...new Set(names)].sort();
    const key = sorted.join('\n');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    groups.push(sorted);
    numbers.set(key, groups.length - 1);
    return groups.length - 1;
  };
  return {
    enter: (shelf, writers) => {
      const all = keysOn(shelf).map((key) => numberOf(writers.get(key) ?? []));
      entered.set(shelf, Uint32Array.from(all));
    },
    carry: (from, to) => {
      const before = entered.get(from);
      if (before === undefined) return;
      const known = new Map(keysOn(from).map((key, at) => [key, before[at] ?? NOBODY_KNOWN]));
      const all = keysOn(to).map((key) => known.get(key) ?? NOBODY_KNOWN);
      entered.set(to, Uint32Array.from(all));
    },
    writersAt: (shelf, at) => groups[entered.get(shelf)?.[at] ?? NOBODY_KNOWN] ?? [],
    writtenBy: (form) => ({
      groupsOn: (shelf) => entered.get(shelf),
      isWanted: groups.map((names) => names.some((name) => searchForm(name).includes(form))),
    }),
  };
};
