import Dexie from 'dexie';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { searchedFields } from '#shared/domain/search/parts.ts';
import type { DocumentRows } from '#shared/domain/search/records.ts';
import type { Database } from '../database.ts';
import { textOfToday } from '../mentions/retell.ts';

/** Collections that have words; the others are not even read. */
export const SEARCHED_COLLECTIONS: readonly Collection[] = COLLECTIONS.filter(
  (collection) => searchedFields(collection).length > 0,
);

/** All rows of documents whose names follow each other. */
export const readRows = async (
  database: Database,
  first: string,
  last: string,
): Promise<ReadonlyMap<string, DocumentRows>> => {
  type Made = {
    readonly document: string;
    readonly rows: Map<CollectionName, AnyRow[]>;
    readonly notes: Map<string, string>;
  };
  const made = new Map<string, Made>();
  const of = (document: string): Made => {
    const known = made.get(document);
    if (known !== undefined) return known;
    const fresh: Made = { document, rows: new Map(), notes: new Map() };
    made.set(document, fresh);
    return fresh;
  };
  const isOffice = first === 'office';
  const homes = SEARCHED_COLLECTIONS.filter(({ home }) => (home === 'office') === isOffice);
  // One transaction: each of its own would take as long as what it reads.
  await database.transaction('r', [database.leaves, database.noteTexts], async () => {
    const [notes, ...read] = await Promise.all([
      database.noteTexts
        .where('[document+id]')
        .between([first, Dexie.minKey], [last, Dexie.maxKey], true, true)
        .toArray(),
      ...homes.map(({ name }) => database.rowsOf(name).between(first, last)),
    ]);
    for (const [at, rows] of read.entries()) {
      const name = homes[at]?.name;
      if (name === undefined) continue;
      for (const row of rows as readonly unknown[] as readonly AnyRow[]) {
        const { rows: own } = of(row.document);
        const list = own.get(name);
        if (list === undefined) own.set(name, [row]);
        else list.push(row);
      }
    }
    for (const note of notes) of(note.document).notes.set(note.id, textOfToday(note));
  });
  return made;
};
