import Dexie from 'dexie';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { searchedFields } from '#shared/domain/search/parts.ts';
import type { DocumentRows } from '#shared/domain/search/records.ts';
import type { Database } from '../database.ts';

/** Collections that have words; the others are not even read. */
export const SEARCHED_COLLECTIONS: readonly Collection[] = COLLECTIONS.filter(
  (collection) => searchedFields(collection).length > 0,
);

/**
 * All rows of documents whose names follow each other, table by table: so that screens that ask meanwhile
 * wait for one table alone.
 */
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
  const range = [
    [first, Dexie.minKey],
    [last, Dexie.maxKey],
  ] as const;
  const isOffice = first === 'office';
  for (const { name, home } of SEARCHED_COLLECTIONS) {
    if ((home === 'office') !== isOffice) continue;
    const rows = await database
      .rowsOf(name)
      .where('[document+id]')
      .between(range[0], range[1], true, true)
      .toArray();
    for (const row of rows as readonly unknown[] as readonly AnyRow[]) {
      const { rows: own } = of(row.document);
      const list = own.get(name);
      if (list === undefined) own.set(name, [row]);
      else list.push(row);
    }
  }
  const notes = await database.noteTexts
    .where('[document+id]')
    .between(range[0], range[1], true, true)
    .toArray();
  for (const { document, id, text } of notes) of(document).notes.set(id, text);
  return made;
};
