import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { Database, DocumentRecord } from '../database.ts';

/** Where all files of a document ended when its list was made; a list of other places is out of date. */
export type Places = string;

export const placesOf = ({ sources }: Pick<DocumentRecord, 'sources'>): Places =>
  Object.entries(sources)
    .map(([name, { head, held }]) => [name, head.generation, head.seq, head.hash, held.seq].join())
    .sort()
    .join(' ');

const keyOf = (document: DocumentId): string => `conflicts ${document}`;

/**
 * Puts what is open in a document in place of what was, in one transaction; equal lists wake nobody.
 * @param places as they were before the files were read
 */
export const storeConflicts = (
  database: Database,
  document: DocumentId,
  conflicts: readonly Conflict[],
  places: Places,
): Promise<void> =>
  database.transaction('rw', database.conflicts, database.meta, async () => {
    await database.meta.put({ key: keyOf(document), value: places });
    const own = database.conflicts.where('document').equals(document);
    const before = await own.toArray();
    if (JSON.stringify(before) === JSON.stringify(conflicts)) return;
    await own.delete();
    await database.conflicts.bulkPut([...conflicts]);
  });

/** Whether somebody else may have written a document too. */
export const isShared = ({ sources, seen }: DocumentRecord): boolean =>
  Object.keys(sources).length > 1 || seen.length > 0;

/** Shared documents whose list was not made from the files as they are now. */
export const outdatedLists = async (database: Database): Promise<readonly DocumentId[]> => {
  const records = await database.documents.toArray();
  const shared = records.filter(isShared);
  const made = await database.meta.bulkGet(shared.map(({ id }) => keyOf(id)));
  return shared
    .filter((record, index) => made[index]?.value !== placesOf(record))
    .map(({ id }) => id);
};
