import type { CollectionName } from './collection.ts';

/*
 * What nobody is asked about when two desks have written it at once: the place of a record among its
 * siblings, and how a screen or a printed table looks. Yjs's winner stands.
 */

const QUIET_COLLECTIONS: ReadonlySet<CollectionName> = new Set(['tableOptions', 'importMappings']);

const QUIET_FIELDS: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  roadmaps: ['foldedYears'],
};

/** Whether concurrent values of a field or set are left untold. */
export const isQuiet = (collection: CollectionName, field: string): boolean =>
  field === 'order' ||
  QUIET_COLLECTIONS.has(collection) ||
  (QUIET_FIELDS[collection]?.includes(field) ?? false);
