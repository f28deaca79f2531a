import { OFFICE } from '#shared/documents/document-id.ts';
import { MENTIONED, type MentionTarget, mentionKey } from '#shared/domain/record/mention.ts';
import type { Database } from '../database.ts';

/**
 * The keys by which notes may mention records: their own, and those of all that was merged into them.
 */
export const keysLeadingTo = async (
  database: Database,
  targets: readonly MentionTarget[],
): Promise<readonly string[]> => {
  const keys = new Set(targets.map(mentionKey));
  for (const collection of MENTIONED) {
    const own = targets.filter(
      (each) => each.document === OFFICE && each.collection === collection,
    );
    let ids = own.map(({ id }) => id);
    while (ids.length > 0) {
      const rows = database.rowsOf(collection);
      const merged = await Promise.all(ids.map((id) => rows.where('mergedInto', id)));
      ids = merged.flat().flatMap(({ id, deletedAt }) => {
        const key = mentionKey({ document: OFFICE, collection, id });
        // One that was taken out of the bin stands for itself again.
        if (deletedAt === '' || keys.has(key)) return [];
        keys.add(key);
        return [id];
      });
    }
  }
  return [...keys];
};
