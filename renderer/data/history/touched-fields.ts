import * as Y from 'yjs';
import type { Collection } from '#shared/domain/record/collection.ts';
import { NOTE_FIELD, parseKey } from '../documents/keys.ts';

/** A field of a record that a transaction wrote, whether or not it then says something else. */
export type TouchedField = {
  readonly collection: Collection;
  readonly record: string;
  readonly field: string;
  /** What was written to a key whose value is another's all the same: the two had not seen each other. */
  readonly overruled?: { readonly value: unknown } | undefined;
};

export const touchedKey = ({ collection, record, field }: TouchedField): string =>
  `${collection.name} ${record} ${field}`;

/** The fields that a transaction wrote, `deletedAt` among them. Ask before its deletions are cleared away. */
export const touchedFields = (
  collections: readonly Collection[],
  transaction: Y.Transaction,
): readonly TouchedField[] => {
  const byName = new Map<string, Collection>(collections.map((each) => [each.name, each]));
  const found = new Map<string, TouchedField>();
  const touch = (touched: TouchedField): void => {
    const key = touchedKey(touched);
    if (touched.overruled !== undefined || !found.has(key)) found.set(key, touched);
  };
  for (const [type, keys] of transaction.changed) {
    if (!(type instanceof Y.Map) || type._item !== null) continue;
    const collection = byName.get(Y.findRootTypeKey(type));
    if (collection === undefined) continue;
    for (const key of keys) {
      const parsed = key === null ? undefined : parseKey(key);
      if (key === null || parsed === undefined) continue;
      const { id: record, field } = parsed;
      touch({ collection, record, field, overruled: overruledIn(transaction, type, key) });
    }
  }
  // A text that nobody has asked for as one is no parent of what changes in it.
  const texts = new Set([...transaction.changed.keys(), ...transaction.changedParentTypes.keys()]);
  for (const type of texts) {
    if (type._item !== null || type instanceof Y.Map) continue;
    const [name = '', record = '', field = ''] = Y.findRootTypeKey(type).split('.');
    const collection = byName.get(name);
    if (collection === undefined || record === '') continue;
    const isText = collection.texts.includes(field) || (field === NOTE_FIELD && collection.note);
    if (isText) touch({ collection, record, field });
  }
  return [...found.values()];
};

const isNew = (transaction: Y.Transaction, { client, clock }: Y.ID): boolean =>
  clock >= (transaction.beforeState.get(client) ?? 0);

/** What a transaction wrote to a key that stands for something older: Yjs put it behind that at once. */
const overruledIn = (
  transaction: Y.Transaction,
  map: Y.Map<unknown>,
  key: string,
): TouchedField['overruled'] => {
  const shown = map._map.get(key);
  if (shown === undefined || shown.deleted || isNew(transaction, shown.id)) return undefined;
  for (let item = shown.left; item !== null; item = item.left) {
    if (!isNew(transaction, item.id)) continue;
    const value: unknown = item.content.getContent()[item.length - 1];
    return { value };
  }
  return undefined;
};
