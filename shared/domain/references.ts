import type { Collection } from './record/collection.ts';
import type { CollectionName } from './record/ids.ts';
import { COLLECTIONS } from './schema.ts';

/** Where the records of a collection name those of another one. */
export type Referring = {
  readonly collection: Collection;
  /** A single id, and the field beside it that keeps the name, if there is one. */
  readonly fields: readonly { readonly field: string; readonly named: string | undefined }[];
  /** Sets of members. */
  readonly sets: readonly string[];
};

/** All that refers to records of a collection, as the collections declare it: a new one joins by itself. */
export const referencesTo = (name: CollectionName): readonly Referring[] =>
  COLLECTIONS.flatMap((collection: Collection) => {
    const fields = collection.values.flatMap(([field, { to, named }]) =>
      to === name ? [{ field, named }] : [],
    );
    const sets = collection.sets.filter((set) => {
      const field = collection.fields[set];
      return field?.kind === 'members' && field.to === name;
    });
    return fields.length + sets.length === 0 ? [] : [{ collection, fields, sets }];
  });
