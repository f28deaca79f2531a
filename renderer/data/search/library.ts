import type { CollectionName } from '#shared/domain/record/ids.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { find, type Trail } from '#shared/domain/search/find.ts';
import type { Hit } from '#shared/domain/search/hit.ts';
import { wantedKind } from '#shared/domain/search/kinds.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { NO_FILTERS, parseQuery } from '#shared/domain/search/query.ts';
import { type DocumentRows, recordsOf } from '#shared/domain/search/records.ts';
import { type Shelf, shelfOf } from '#shared/domain/search/shelf.ts';
import type { Database } from '../database.ts';
import { type Changed, watchChanges } from './changed-documents.ts';
import { readHits } from './read-hits.ts';
import { readRows, SEARCHED_COLLECTIONS } from './read-rows.ts';

/** How much of the cache can be searched. */
export type Readiness = { readonly done: number; readonly all: number; readonly isReady: boolean };

export type SearchRequest = {
  /** As it was typed. */
  readonly typed: string;
  readonly limit: number;
  readonly perKind?: number | undefined;
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
};

/** The words of all that the cache holds, kept as the cache is. */
export type Library = {
  /** null where another question has come meanwhile. */
  readonly answer: (request: SearchRequest) => Promise<SearchAnswer | null>;
  readonly readiness: () => Readiness;
  /** Resolves when all that was stored before can be found. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
};

export type LibraryDependencies = {
  readonly database: Database;
  readonly onReadiness: (readiness: Readiness) => void;
  /** Told when documents that could be found have changed. */
  readonly onChanged: () => void;
};

/**
 * Documents that are read at once: their rows stand side by side, a table's are one request. More would hold
 * up the screens that ask meanwhile.
 */
const AT_ONCE = 8;
/** What is stored side by side is read together. */
const GATHER_MS = 20;

/** Fills itself, and follows what is stored from the moment it is made. */
export const openLibrary = ({ database, onReadiness, onChanged }: LibraryDependencies): Library => {
  const shelves = new Map<string, Shelf>();
  const filled = new Set<string>();
  const changed = new Set<string>();
  let sorted: readonly Shelf[] | null = null;
  let trail: Trail | undefined;
  let readiness: Readiness = { done: 0, all: 0, isReady: false };
  let [isStopped, asked] = [false, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (rows: DocumentRows): void => {
    const searched = recordsOf(SEARCHED_COLLECTIONS, rows);
    if (searched.records.length === 0) shelves.delete(rows.document);
    else shelves.set(rows.document, shelfOf(searched));
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
        put(read.get(document) ?? { document, rows: new Map(), notes: new Map() });
        filled.add(document);
      }
      onChanged();
    }
  };

  const readBatch = (batch: readonly string[] = []): ReturnType<typeof readRows> => {
    const [first, last] = [batch[0], batch.at(-1)];
    if (first === undefined || last === undefined) return Promise.resolve(new Map());
    return readRows(database, first, last);
  };
  const fill = async (): Promise<void> => {
    const ids = (await database.documents.toCollection().primaryKeys()).toSorted();
    await fillNames(database, put);
    const batches = batchesOf(ids);
    // The next is on its way while one is folded.
    let next = readBatch(batches[0]);
    let done = 0;
    for (const [index, batch] of batches.entries()) {
      if (isStopped) return;
      tell(done, ids.length, false);
      const read = await next;
      next = readBatch(batches[index + 1]);
      for (const document of batch) {
        filled.add(document);
        const rows = read.get(document);
        if (rows !== undefined) put(rows);
      }
      done += batch.length;
      await renew();
    }
    tell(ids.length, ids.length, true);
  };

  // One after the other: what is read last is what stands.
  let work: Promise<void> = Promise.resolve();
  const then = (task: () => Promise<void>): Promise<void> => {
    work = work.then(task).catch(() => undefined);
    return work;
  };
  const hear = ({ documents, isAll }: Changed): void => {
    for (const document of documents) changed.add(document);
    if (isAll) for (const document of filled) changed.add(document);
    timer ??= setTimeout(renewNow, GATHER_MS);
  };
  const renewNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void then(renew);
  };
  const unwatch = watchChanges(database, hear);
  void then(fill);

  return {
    answer: async ({ typed, limit, perKind }) => {
      asked += 1;
      const own = asked;
      const query = parseQuery(typed);
      const { words, filters, unread } = query;
      const isEmpty = words.length === 0 && filters === NO_FILTERS;
      const isWanted = wantedKind(SEARCHED_COLLECTIONS, isEmpty ? CASES : filters.kind);
      const finds = find(inOrder(), query, { isWanted, isWithin, limit, perKind }, trail);
      trail = finds.trail;
      const hits = await readHits(database, finds.best, words);
      if (own !== asked) return null;
      const kinds = [...finds.kinds].map(([collection, count]) => ({
        ...{ collection, count },
        what: collectionNamed(collection).what,
      }));
      kinds.sort((a, b) => b.count - a.count);
      return { typed, total: finds.total, kinds, hits, unread, readiness };
    },
    readiness: () => readiness,
    settled: async () => {
      if (timer !== undefined) renewNow();
      await work;
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      unwatch();
    },
  };
};

/** Before anything is typed: the latest cases. */
const CASES = collectionNamed('cases').what;

const isWithin = (collection: CollectionName): boolean => {
  const { within, fields } = collectionNamed(collection);
  return within !== undefined || fields.meeting?.kind === 'reference';
};

/** Cases can be found by their names and texts before the rest is read. */
const fillNames = async (database: Database, put: (rows: DocumentRows) => void): Promise<void> => {
  const rows = await database.rowsOf('cases').toArray();
  for (const row of rows as readonly unknown[] as readonly AnyRow[]) {
    put({ document: row.document, rows: new Map([['cases', [row]]]), notes: new Map() });
  }
};

/** The office's tables are others than a case's: it is read by itself. */
const batchesOf = (ids: readonly string[]): readonly (readonly string[])[] => {
  const documents = ids.filter((id) => id !== 'office');
  const batches = ids.includes('office') ? [['office']] : [];
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    batches.push(documents.slice(at, at + AT_ONCE));
  }
  return batches;
};
