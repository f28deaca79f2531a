import { liveQuery, type Table } from 'dexie';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import type { BinnedRow, binRange } from '#shared/domain/record/bin.ts';
import type { Collection, FieldsOf, Row, RowsOf } from '#shared/domain/record/collection.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { Database, NoteText } from '../database.ts';
import { type DigestsOf, readDigests, readYears } from '../digests/read-digests.ts';
import { keysLeadingTo } from '../mentions/leading-to.ts';
import { type Mentioned, readMentioned } from '../mentions/read-mentioned.ts';
import { binnedRows } from '../rows.ts';
import { compareSiblings } from './order.ts';

export type { NoteText };

/** Reads rows in use; those in the bin are left out unless asked for. */
export type Reader = {
  readonly all: <C extends Collection>(collection: C) => Promise<readonly Row<C>[]>;
  readonly of: <C extends Collection>(
    collection: C,
    documents: readonly DocumentId[],
  ) => Promise<readonly Row<C>[]>;
  /** Rows of several collections of the same documents, under the names that they are asked by. */
  readonly each: <Cs extends Readonly<Record<string, Collection>>>(
    collections: Cs,
    documents: readonly DocumentId[],
  ) => Promise<RowsOf<Cs>>;
  readonly one: <C extends Collection>(
    collection: C,
    document: DocumentId,
    id: string,
  ) => Promise<Row<C> | undefined>;
  /** Rows whose indexed field has one of the values. */
  readonly where: <C extends Collection>(
    collection: C,
    field: keyof FieldsOf<C> & string,
    values: readonly (string | number)[],
  ) => Promise<readonly Row<C>[]>;
  readonly binned: <C extends Collection>(
    collection: C,
    document: DocumentId,
  ) => Promise<readonly Row<C>[]>;
  /** Rows of documents as they come, those in the bin too. */
  readonly withBinned: <C extends Collection>(
    collection: C,
    documents: readonly DocumentId[],
  ) => Promise<readonly Row<C>[]>;
  /** Rows of all documents as they come, those in the bin too. */
  readonly everyRow: <C extends Collection>(collection: C) => Promise<readonly Row<C>[]>;
  /** What is in the bin of any document, deleted since a day. */
  readonly bin: (range: ReturnType<typeof binRange>) => Promise<readonly BinnedRow[]>;
  readonly notes: (documents: readonly DocumentId[]) => Promise<readonly NoteText[]>;
  /** The text of one record's note; '' where there is none. */
  readonly note: (document: DocumentId, id: string) => Promise<string>;
  /** What records are now, by the keys that notes mention them by. */
  readonly mentioned: (keys: readonly string[]) => Promise<ReadonlyMap<string, Mentioned>>;
  /** The notes that mention a record, or one that was merged into it. */
  readonly mentioning: (target: MentionTarget) => Promise<readonly NoteText[]>;
  /** What a record's note mentions, by key. */
  readonly mentionsOf: (document: DocumentId, id: string) => Promise<readonly string[]>;
  /** What the desk and the list of cases need of each case in use. */
  readonly digests: (which: DigestsOf) => Promise<readonly CaseDigest[]>;
  /** Fiscal years that have cases in use, each with their number, the latest first; null for those without one. */
  readonly caseYears: () => Promise<ReadonlyMap<number | null, number>>;
  /** What edits of several desks leave open in documents. */
  readonly conflicts: (documents: readonly DocumentId[]) => Promise<readonly Conflict[]>;
  /** Those of all documents. */
  readonly allConflicts: () => Promise<readonly Conflict[]>;
  /** Names of those of whom it was found out that they wrote anything. */
  readonly writers: () => Promise<readonly string[]>;
};

/** A question to the rows. It may await nothing but its reader. */
export type Query<T> = (reader: Reader) => Promise<T>;

export type Subscription = {
  readonly unsubscribe: () => void;
  /** Nobody looks at the answer for now: the next change to its rows ends it in place of having it read anew. */
  readonly rest: (ended: () => void) => void;
  /** Somebody looks again. */
  readonly wake: () => void;
};

/** Answers a query, and answers again whenever rows that it read have changed. */
export type Live<T> = {
  readonly subscribe: (next: (value: T) => void, failed: (error: unknown) => void) => Subscription;
};

export const createReader = (database: Database): Reader => {
  const pick = <C extends Collection>(rows: readonly unknown[]): readonly Row<C>[] =>
    (rows as readonly Row<C>[]).filter((row) => row.deletedAt === '').toSorted(compareSiblings);
  const rowsOfEach = async (collection: Collection, documents: readonly DocumentId[]) => {
    const rows = database.rowsOf(collection.name);
    return (await Promise.all([...new Set(documents)].map(rows.of))).flat();
  };
  const of: Reader['of'] = async (collection, documents) =>
    pick(await rowsOfEach(collection, documents));
  return {
    all: async (collection) => pick(await database.rowsOf(collection.name).toArray()),
    of,
    each: async <Cs extends Readonly<Record<string, Collection>>>(
      collections: Cs,
      documents: readonly DocumentId[],
    ) => {
      // In one transaction, since each question by itself would have one of its own: hundreds, for an office.
      const read = await database.transaction('r?', database.leaves, () =>
        Promise.all(
          Object.entries(collections).map(
            async ([name, collection]) => [name, await of(collection, documents)] as const,
          ),
        ),
      );
      // Each name holds the rows of the collection that was asked for by it.
      return Object.fromEntries(read) as {
        readonly [Name in keyof Cs]: readonly Row<Cs[Name]>[];
      };
    },
    one: async (collection, document, id) =>
      pick<typeof collection>(
        [await database.rowsOf(collection.name).get([document, id])].filter(Boolean),
      )[0],
    where: async (collection, field, values) => {
      const rows = database.rowsOf(collection.name);
      const found = [...new Set(values)].map((value) => rows.where(field, value));
      return pick((await Promise.all(found)).flat());
    },
    binned: async <C extends Collection>(collection: C, document: DocumentId) => {
      const rows = await database.rowsOf(collection.name).of(document);
      return (rows as unknown as readonly Row<C>[]).filter((row) => row.deletedAt !== '');
    },
    withBinned: async <C extends Collection>(collection: C, documents: readonly DocumentId[]) =>
      (await rowsOfEach(collection, documents)) as unknown as readonly Row<C>[],
    everyRow: async <C extends Collection>(collection: C) =>
      (await database.rowsOf(collection.name).toArray()) as unknown as readonly Row<C>[],
    bin: async (range) =>
      (await binnedRows(database.leaves, range)).map(({ collection, row }) => ({
        collection: collectionNamed(collection),
        // Every row of the cache says whether it is deleted.
        row: row as unknown as BinnedRow['row'],
      })),
    notes: (documents) => readEach(database.noteTexts, 'document', documents),
    note: async (document, id) => (await database.noteTexts.get([document, id]))?.text ?? '',
    mentioned: (keys) => readMentioned(database, keys),
    mentioning: async (target) => {
      const keys = await keysLeadingTo(database, [target]);
      return readEach(database.noteTexts, 'links', keys);
    },
    mentionsOf: async (document, id) => (await database.noteTexts.get([document, id]))?.links ?? [],
    digests: (which) => readDigests(database, which),
    caseYears: () => readYears(database),
    conflicts: (documents) => readEach(database.conflicts, 'document', documents),
    allConflicts: () => database.conflicts.toArray(),
    writers: async () => (await database.writers.orderBy('names').uniqueKeys()).map(String),
  };
};

/** One `getAll` for each value: Dexie walks `anyOf` row by row with a cursor, a task for each row. */
const readEach = async <T, Key>(
  table: Table<T, Key>,
  field: string,
  values: readonly (string | number)[],
): Promise<readonly T[]> => {
  const found = await Promise.all(
    [...new Set(values)].map((value) => table.where(field).equals(value).toArray()),
  );
  return found.flat();
};

/**
 * Dexie begins again when rows change while they are read, and tells nothing of what it had begun: while
 * hundreds of documents are written, no screen would hear anything until all of them are. So what was read in
 * the midst of that is told as well, and what follows it soon tells what has changed meanwhile.
 * @param breath before an answer is renewed: while hundreds of documents are written, each of them would
 *   have all screens asked again
 */
export const live = <T>(
  reader: Reader,
  query: Query<T>,
  breath: () => Promise<void> | undefined,
): Live<T> => ({
  subscribe: (next, failed) => {
    let [begun, told, reading] = [0, 0, 0];
    let isOver = false;
    let endedInRest: (() => void) | undefined;
    const tell = (run: number, value: T): void => {
      if (isOver || run <= told) return;
      told = run;
      next(value);
    };
    // Written as async for Dexie to see: else it overlooks what a query reads after its first await.
    const subscription = liveQuery(async () => {
      if (endedInRest !== undefined && told > 0) {
        endedInRest();
        return undefined;
      }
      begun += 1;
      const [run, toldBefore] = [begun, told];
      const pause = told === 0 ? undefined : breath();
      if (pause !== undefined) await pause;
      // Whoever came later reads on; one answer in a breath is enough.
      if (run < begun && (told > toldBefore || reading > 0)) return undefined;
      reading += 1;
      try {
        const value = await query(reader);
        // Not from in here: Dexie lets nothing be written by what a question calls.
        if (told === 0 || pause !== undefined) setTimeout(() => tell(run, value));
        return { run, value };
      } finally {
        reading -= 1;
      }
    }).subscribe((answer) => answer !== undefined && tell(answer.run, answer.value), failed);
    return {
      unsubscribe: () => {
        isOver = true;
        subscription.unsubscribe();
      },
      rest: (ended) => {
        endedInRest = ended;
      },
      wake: () => {
        endedInRest = undefined;
      },
    };
  },
});
