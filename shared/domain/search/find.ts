import type { CollectionName } from '../record/ids.ts';
import type { Filters, SearchQuery, Word } from './query.ts';
import type { Shelf } from './shelf.ts';
import { NOBODY_KNOWN, type WrittenBy } from './writers.ts';

/** A record that has all that is asked for. */
export type Find = {
  readonly shelf: Shelf;
  /** Its place on the shelf. */
  readonly at: number;
  readonly collection: CollectionName;
};

export type Finds = {
  readonly total: number;
  /** How many there are of each kind, whatever kind is wanted. */
  readonly kinds: ReadonlyMap<CollectionName, number>;
  /** The best first. */
  readonly best: readonly Find[];
  /** Where a writer is wanted: how many have all else, and nobody knows who wrote them. */
  readonly unknown: number;
  /** For the next question: who types on asks for less and less. */
  readonly trail: Trail;
};

/** Which records of each shelf had all words of a question. */
export type Trail = {
  readonly query: SearchQuery;
  /** null where none had. */
  readonly passed: ReadonlyMap<Shelf, Uint32Array | null>;
};

export type Wanted = {
  /** Whether records of a collection, or those of one variety of it, are wanted. */
  readonly isWanted: (collection: CollectionName, variety: string) => boolean;
  /** From 0 to 3: of records with the words in their names, those of the higher weight come first. */
  readonly weightOf: (collection: CollectionName) => number;
  readonly limit: number;
  /** At most so many of one kind are among the best. */
  readonly perKind?: number | undefined;
  /** Absent where anybody may have written them. */
  readonly writtenBy?: WrittenBy | undefined;
};

/**
 * Records that have every word, in themselves or, but for one word at least, in what stands around them: of
 * 「益城町 移動」 the second may be a finding's, the first its case's. Those with the words in their titles come
 * first, then the latest; what is equal keeps its order from one search to the next.
 * @param shelves in an order that stays
 * @param before of an earlier question; where this one can only find some of what that one found, only those
 *   records are looked at
 */
export const find = (
  shelves: readonly Shelf[],
  query: SearchQuery,
  wanted: Wanted,
  before?: Trail,
): Finds => {
  const { words, filters } = query;
  const known = before !== undefined && isNarrower(query, before.query) ? before.passed : NOTHING;
  const passedOn = new Map<Shelf, Uint32Array | null>();
  const kinds = new Map<CollectionName, number>();
  const best = createBest(wanted, words.length);
  const marks = marksFor(shelves);
  const { passed, titled, isOwn } = marks;
  const { writtenBy } = wanted;
  const isAnyDay = filters.from === '' && filters.to === '';
  const count = words.length;
  let [total, unknown] = [0, 0];
  for (const shelf of shelves) {
    if (!hasFacts(shelf, filters)) continue;
    const isAny = markShelf(shelf, words, known.get(shelf), marks);
    const places = isAny ? placesOf(passed, shelf.titleEnds.length, count) : null;
    if (places !== undefined) passedOn.set(shelf, places);
    if (!isAny) continue;
    const groups = writtenBy?.groupsOn(shelf);
    let at = 0;
    for (const { collection, until } of shelf.kinds) {
      let [found, foundWanted] = [0, 0];
      const isWanted = shelf.varietyForms.map((form) => wanted.isWanted(collection, form));
      const add = best.addOf(collection);
      for (; at < until; at += 1) {
        if (passed[at] !== count || (isOwn[at] === 0 && count > 0)) continue;
        const day = shelf.days[at] ?? 0;
        if (!isAnyDay && !isInPeriod(day, filters)) continue;
        const isKind = isWanted[shelf.varieties[at] ?? 0] === true;
        if (writtenBy !== undefined) {
          const group = groups?.[at] ?? NOBODY_KNOWN;
          if (group === NOBODY_KNOWN && isKind) unknown += 1;
          if (writtenBy.isWanted[group] !== true) continue;
        }
        found += 1;
        if (!isKind) continue;
        foundWanted += 1;
        add(shelf, at, day, titled[at] ?? 0);
      }
      if (found > 0) kinds.set(collection, (kinds.get(collection) ?? 0) + found);
      total += foundWanted;
    }
  }
  return { total, kinds, best: best.list(), unknown, trail: { query, passed: passedOn } };
};

const NOTHING: Trail['passed'] = new Map();

/** Whether a record with all words of one question surely has all of another, earlier one. */
const isNarrower = (query: SearchQuery, earlier: SearchQuery): boolean =>
  (['year', 'municipality', 'theme'] as const).every(
    (name) => query.filters[name] === earlier.filters[name],
  ) &&
  earlier.words.every((word) =>
    query.words.some(({ forms }) =>
      forms.every((form) => word.forms.some((part) => form.includes(part))),
    ),
  );

/** Where a shelf has records with all words; undefined where so many have that all are looked through again. */
const placesOf = (passed: Uint16Array, count: number, words: number): Uint32Array | undefined => {
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (passed[at] !== words) continue;
    places.push(at);
    if (places.length * FEW >= count) return undefined;
  }
  return Uint32Array.from(places);
};

const hasFacts = ({ facts }: Shelf, { year, municipality, theme }: Filters): boolean =>
  (year === null || facts.year === year) &&
  (municipality === '' || facts.municipality.includes(municipality)) &&
  (theme === '' || facts.themes.some((name) => name.includes(theme)));

/** A month is all of its days. */
const isInPeriod = (day: number, { from, to }: Filters): boolean =>
  (from === '' || (day < 99_999_999 && day >= numberOf(from, '00'))) &&
  (to === '' || (day > 0 && day <= numberOf(to, '99')));

const numberOf = (date: string, day: string): number =>
  Number(date.replaceAll('-', '').padEnd(8, day));

type Marks = {
  /** How many of the words a record has, in their order; fewer than all where it lacks one. */
  readonly passed: Uint16Array;
  /** How many of them stand in its title. */
  readonly titled: Uint16Array;
  /** The last of them in its title, counted from 1. */
  readonly lastTitled: Uint16Array;
  /** 1: one of them is its own. */
  readonly isOwn: Uint8Array;
};

/** One set of marks for all shelves: thousands of arrays would take longer than the search. */
const marksFor = (shelves: readonly Shelf[]): Marks => {
  const most = shelves.reduce((count, { titleEnds }) => Math.max(count, titleEnds.length), 0);
  return {
    passed: new Uint16Array(most),
    titled: new Uint16Array(most),
    lastTitled: new Uint16Array(most),
    isOwn: new Uint8Array(most),
  };
};

/** Marks the records of a shelf anew; false where none has all words. */
const markShelf = (
  shelf: Shelf,
  words: readonly Word[],
  known: Uint32Array | null | undefined,
  marks: Marks,
): boolean => {
  if (known === null) return false;
  const count = shelf.titleEnds.length;
  for (const each of Object.values(marks)) each.fill(0, 0, count);
  if (known !== undefined) return markSome(shelf, words, known, marks);
  for (const [index, { forms }] of words.entries()) {
    let found = 0;
    for (const form of forms) found += markOwn(shelf, form, index, marks);
    found += markAround(shelf, forms, index, marks);
    if (found === 0) return false;
  }
  return true;
};

/** Up to this part of a shelf, its records are quicker looked at one by one. */
const FEW = 4;

/** Marks records of which nobody else can have all words. */
const markSome = (
  { text, starts, titleEnds, contexts, contextForms }: Shelf,
  words: readonly Word[],
  some: Uint32Array,
  { passed, titled, isOwn }: Marks,
): boolean => {
  let isAny = false;
  for (const at of some) {
    const start = starts[at] ?? 0;
    const own = text.slice(start, starts[at + 1]);
    const around = contextForms[contexts[at] ?? 0] ?? '';
    let count = 0;
    for (const { forms } of words) {
      const places = forms.map((form) => own.indexOf(form)).filter((place) => place >= 0);
      if (places.length > 0) isOwn[at] = 1;
      else if (!forms.some((form) => around.includes(form))) break;
      if (places.some((place) => place < (titleEnds[at] ?? 0) - start)) {
        titled[at] = (titled[at] ?? 0) + 1;
      }
      count += 1;
    }
    passed[at] = count;
    isAny ||= count === words.length;
  }
  return isAny;
};

const markOwn = (shelf: Shelf, form: string, index: number, marks: Marks): number => {
  const { text, starts, titleEnds } = shelf;
  const { passed, titled, lastTitled, isOwn } = marks;
  let [record, found] = [0, 0];
  for (let place = text.indexOf(form); place >= 0; ) {
    while ((starts[record + 1] ?? Number.POSITIVE_INFINITY) <= place) record += 1;
    if (passed[record] === index) {
      passed[record] = index + 1;
      isOwn[record] = 1;
      found += 1;
    }
    // Another form of the word may have been found before, in the title or elsewhere.
    const isTitle = place < (titleEnds[record] ?? 0) && lastTitled[record] !== index + 1;
    if (isTitle && passed[record] === index + 1) {
      lastTitled[record] = index + 1;
      titled[record] = (titled[record] ?? 0) + 1;
    }
    place = text.indexOf(form, starts[record + 1]);
  }
  return found;
};

const markAround = (
  { contextForms, contexts }: Shelf,
  forms: readonly string[],
  index: number,
  { passed }: Marks,
): number => {
  const has = contextForms.map((context) => forms.some((form) => context.includes(form)));
  if (!has.includes(true)) return 0;
  let found = 0;
  for (let at = 0; at < contexts.length; at += 1) {
    if (passed[at] !== index || has[contexts[at] ?? 0] !== true) continue;
    passed[at] = index + 1;
    found += 1;
  }
  return found;
};

type Ranked = Find & { readonly rank: number; readonly day: number };

/** Keeps the best, in order; of equals the one that came first. */
const createBest = ({ limit, perKind, weightOf }: Wanted, words: number) => {
  const lists = new Map<CollectionName | '', Ranked[]>();
  const most = perKind ?? limit;
  const listOf = (name: CollectionName | ''): Ranked[] => {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    return list;
  };
  /** For one collection at a time: of tens of thousands that have a letter nearly all are told off at once. */
  const addOf = (collection: CollectionName) => {
    const list = listOf(perKind === undefined ? '' : collection);
    const weight = weightOf(collection);
    return (shelf: Shelf, at: number, day: number, titled: number): void => {
      const rank = titled === 0 ? 0 : (titled === words ? 8 : 4) + weight;
      const last = list.length === most ? list[most - 1] : undefined;
      if (last !== undefined && !isBefore(rank, day, last)) return;
      let place = list.length;
      while (place > 0 && isBefore(rank, day, list[place - 1] as Ranked)) place -= 1;
      list.splice(place, 0, { shelf, at, collection, rank, day });
      if (list.length > most) list.pop();
    };
  };
  const adders = new Map<CollectionName, ReturnType<typeof addOf>>();
  return {
    addOf: (collection: CollectionName): ReturnType<typeof addOf> => {
      const known = adders.get(collection);
      if (known !== undefined) return known;
      const made = addOf(collection);
      adders.set(collection, made);
      return made;
    },
    list: (): readonly Find[] => {
      const ranked = [...lists.values()].filter(({ length }) => length > 0);
      // The kind with the best find comes first.
      ranked.sort(([a], [b]) => (a && b ? b.rank - a.rank || b.day - a.day : 0));
      return ranked.flat().slice(0, limit);
    },
  };
};

const isBefore = (rank: number, day: number, other: Ranked): boolean =>
  rank > other.rank || (rank === other.rank && day > other.day);
