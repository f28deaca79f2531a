import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Conflict } from '#shared/domain/conflict.ts';
import type { Database } from '../database.ts';

/** Puts what is open in a document in place of what was, in one transaction; equal lists wake nobody. */
export const storeConflicts = (
  database: Database,
  document: DocumentId,
  conflicts: readonly Conflict[],
): Promise<void> =>
  database.transaction('rw', database.conflicts, async () => {
    const own = database.conflicts.where('document').equals(document);
    const before = await own.toArray();
    if (JSON.stringify(before) === JSON.stringify(conflicts)) return;
    await own.delete();
    await database.conflicts.bulkPut([...conflicts]);
  });
