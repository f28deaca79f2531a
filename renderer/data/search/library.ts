import type { CollectionName } from '#shared/domain/record/ids.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { find, type Trail } from '#shared/domain/search/find.ts';
import type { Hit } from '#shared/domain/search/hit.ts';
import { wantedKind } from '#shared/domain/search/kinds.ts';
import { NO_FILTERS, parseQuery } from '#shared/domain/search/query.ts';
import type { Shelf } from '#shared/domain/search/shelf.ts';
import type { WritersOfRecords } from '#shared/domain/search/writers.ts';
import type { Database } from '../database.ts';
import { type Changed, watchChanges } from './changed-documents.ts';
import { type Filled, shelve } from './fill.ts';
import { createHitReader } from './read-hits.ts';
import { readRows, SEARCHED_COLLECTIONS } from './read-rows.ts';
import { createWriting, type WritingState } from './writers/writing.ts';

/** How much of the cache can be searched. */
export type Readiness = { readonly done: number; readonly all: number; readonly isReady: boolean };

export type SearchRequest = {
  /** As it was typed. */
  readonly typed: string;
  readonly limit: number;
  readonly perKind?: number | undefined;
  /** Somebody is about to ask who wrote: what that takes is begun. */
  readonly asksWriters?: boolean | undefined;
};

/** Where a writer was asked for: how far that is known. */
export type WriterAnswer = WritingState & {
  /** How many have all else that was asked for, and nobody knows who wrote them. */
  readonly unknown: number;
};

export type KindCount = {
  readonly collection: CollectionName;
  readonly what: string;
  readonly count: number;
};

export type SearchAnswer = {
  readonly typed: string;
  /** Of the wanted kind. */
  readonly total: number;
  /** Of all kinds, the most first. */
  readonly kinds: readonly KindCount[];
  readonly hits: readonly Hit[];
  readonly unread: readonly string[];
  readonly readiness: Readiness;
  /** null where no writer was asked for. */
  readonly writers: WriterAnswer | null;
};

/** The words of all that the cache holds, kept as the cache is. */
export type Library = {
  /** null where another question has come meanwhile. */
  readonly answer: (request: SearchRequest) => Promise<SearchAnswer | null>;
  /** Resolves when everything can be found; fails where that will never be. */
  readonly filled: Promise<void>;
  /** Resolves when all that was stored before can be found. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
};

export type LibraryDependencies = {
  readonly database: Database;
  /** Hands over shelves as they are filled, each document's latest last (`fillShelves`). */
  readonly fill: (hand: (filled: Filled) => void) => Promise<void>;
  /** Who wrote the records of a document (`documentWriters`); asked once somebody searches by it. */
  readonly writersOf: (document: string) => Promise<WritersOfRecords>;
  readonly onReadiness: (readiness: Readiness) => void;
  /** Told when documents that could be found have changed. */
  readonly onChanged: () => void;
};

/** What is stored side by side is read together. */
const GATHER_MS = 20;

/** Fills itself, and follows what is stored from the moment it is made. */
export const openLibrary = (dependencies: LibraryDependencies): Library => {
  const { database, onReadiness, onChanged } = dependencies;
  const shelves = new Map<string, Shelf>();
  const hitReader = createHitReader(database);
  /** Read since the filling began. */
  const renewed = new Set<string>();
  const changed = new Set<string>();
  let sorted: readonly Shelf[] | null = null;
  let trail: Trail | undefined;
  let readiness: Readiness = { done: 0, all: 0, isReady: false };
  let [isStopped, asked] = [false, 0];
  /** Somebody has written while the shelves were filled, nobody knows where. */
  let isVague = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (shelf: Shelf): void => {
    if (shelf.titleEnds.length === 0) shelves.delete(shelf.document);
    else shelves.set(shelf.document, shelf);
    sorted = null;
  };
  const inOrder = (): readonly Shelf[] => {
    sorted ??= [...shelves.values()].sort((a, b) => (a.document < b.document ? -1 : 1));
    return sorted;
  };
  const tell = (done: number, all: number, isReady: boolean): void => {
    readiness = { done, all, isReady };
    onReadiness(readiness);
  };

  const renew = async (): Promise<void> => {
    while (changed.size > 0 && !isStopped) {
      const documents = [...changed];
      changed.clear();
      for (const document of documents) {
        const read = await readRows(database, document, document);
        renewed.add(document);
        const shelf = shelve(read.get(document) ?? { document, rows: new Map(), notes: new Map() });
        const before = shelves.get(document);
        put(shelf);
        writing.renewed(before, shelf);
      }
      onChanged();
    }
  };

  const fill = async (): Promise<void> => {
    await dependencies.fill(({ shelves: some, done, all }) => {
      // What was stored since the beginning has been read anew: it is never older than this.
      for (const shelf of some) if (!renewed.has(shelf.document)) put(shelf);
      tell(done, all, false);
    });
    if (isVague) for (const document of shelves.keys()) changed.add(document);
    await then(renew);
    tell(readiness.all, readiness.all, true);
  };

  // One after the other: what is read last is what stands.
  let work: Promise<void> = Promise.resolve();
  const then = (task: () => Promise<void>): Promise<void> => {
    work = work.then(task).catch(() => undefined);
    return work;
  };
  const hear = ({ documents, isAll }: Changed): void => {
    hitReader.forget(isAll ? undefined : documents);
    for (const document of documents) changed.add(document);
    if (isAll) for (const document of shelves.keys()) changed.add(document);
    isVague ||= isAll;
    timer ??= setTimeout(renewNow, GATHER_MS);
  };
  const renewNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void then(renew);
  };
  const unwatch = watchChanges(database, hear);
  const filled = fill();
  filled.catch(() => undefined);
  const writing = createWriting({ read: dependencies.writersOf, shelves, filled, onChanged });

  return {
    answer: async ({ typed, limit, perKind, asksWriters = false }) => {
      asked += 1;
      const own = asked;
      const query = parseQuery(typed);
      const { words, filters, unread } = query;
      const isEmpty = words.length === 0 && filters === NO_FILTERS;
      const isWanted = wantedKind(SEARCHED_COLLECTIONS, isEmpty ? CASES : filters.kind);
      const isWriterAsked = filters.writer !== '';
      if (isWriterAsked || asksWriters) writing.begin();
      const writtenBy = isWriterAsked ? writing.writtenBy(filters.writer) : undefined;
      const wanted = { isWanted, weightOf, limit, perKind, writtenBy };
      const finds = find(inOrder(), query, wanted, trail);
      trail = finds.trail;
      const writersOf = isWriterAsked ? writing.writersAt : undefined;
      const hits = await hitReader.read(finds.best, words, writersOf);
      if (own !== asked) return null;
      const kinds = [...finds.kinds].map(([collection, count]) => ({
        ...{ collection, count },
        what: collectionNamed(collection).what,
      }));
      kinds.sort((a, b) => b.count - a.count);
      const writers = isWriterAsked ? { ...writing.state(), unknown: finds.unknown } : null;
      return { typed, total: finds.total, kinds, hits, unread, readiness, writers };
    },
    filled,
    settled: async () => {
      await filled;
      if (timer !== undefined) renewNow();
      await work;
      await writing.settled();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      unwatch();
      writing.stop();
    },
  };
};

/** Before anything is typed: the latest cases. */
const CASES = collectionNamed('cases').what;

/** Cases are what people go to; what belongs to another record comes after those with a name of their own. */
const weightOf = (collection: CollectionName): number => {
  if (collection === 'cases') return 2;
  const { within, fields } = collectionNamed(collection);
  return within === undefined && fields.meeting?.kind !== 'reference' ? 1 : 0;
};
