import type { AnyRow } from '#shared/domain/search/parts.ts';
import { type DocumentRows, recordsOf } from '#shared/domain/search/records.ts';
import { type Shelf, shelfOf } from '#shared/domain/search/shelf.ts';
import type { Database } from '../database.ts';
import { readRows, SEARCHED_COLLECTIONS } from './read-rows.ts';

/** Some of the shelves, and how far the filling has come with them. */
export type Filled = {
  readonly shelves: readonly Shelf[];
  readonly done: number;
  readonly all: number;
};

/**
 * Documents that are read at once: their rows stand side by side, a table's are one request. More would hold
 * up the screens that ask meanwhile.
 */
const AT_ONCE = 8;

export const shelve = (rows: DocumentRows): Shelf => shelfOf(recordsOf(SEARCHED_COLLECTIONS, rows));

/** Reads the whole cache onto shelves: all cases by what they say themselves first, then document by document. */
export const fillShelves = async (
  database: Database,
  hand: (filled: Filled) => void,
): Promise<void> => {
  const ids = (await database.documents.toCollection().primaryKeys()).toSorted();
  const all = ids.length;
  hand({ shelves: await caseShelves(database), done: 0, all });
  const batches = batchesOf(ids);
  const read = (batch: readonly string[] = []): ReturnType<typeof readRows> => {
    const [first, last] = [batch[0], batch.at(-1)];
    if (first === undefined || last === undefined) return Promise.resolve(new Map());
    return readRows(database, first, last);
  };
  // The next is on its way while one is folded.
  let next = read(batches[0]);
  let done = 0;
  for (const [index, batch] of batches.entries()) {
    const rows = await next;
    next = read(batches[index + 1]);
    done += batch.length;
    hand({ shelves: [...rows.values()].map(shelve), done, all });
  }
};

const caseShelves = async (database: Database): Promise<readonly Shelf[]> => {
  const rows = await database.rowsOf('cases').toArray();
  return (rows as readonly unknown[] as readonly AnyRow[]).map((row) =>
    shelve({ document: row.document, rows: new Map([['cases', [row]]]), notes: new Map() }),
  );
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
