import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { recordKey } from '#shared/domain/search/shelf.ts';
import type { WritersOfRecords } from '#shared/domain/search/writers.ts';
import { cutBy, flatten, type Range, type Segment } from '../../conflicts/ranges.ts';
import { DELETED_FIELD, parseKey } from '../../documents/keys.ts';
import { collectionsOf } from '../../documents/record-reader.ts';
import type { WrittenRange } from './written-ranges.ts';

/**
 * Who wrote what stands in the records of a document today: of a field whoever wrote it last, of a text
 * everybody of whom a letter is left. Order and bin are nobody's writing.
 */
export const recordWriters = (
  document: DocumentId,
  doc: Y.Doc,
  ranges: readonly WrittenRange[],
): WritersOfRecords => {
  const held = segmentsOf(ranges);
  const placeOf = placesIn(document, doc);
  const found = new Map<string, Set<string>>();
  for (const [client, structs] of doc.store.clients) {
    const segments = held.get(client);
    if (segments === undefined) continue;
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted || !item.countable) continue;
      const place = placeOf(item);
      if (place === undefined) continue;
      const names = found.get(place) ?? new Set();
      for (const { by } of cutBy(segments, item.id.clock, item.id.clock + item.length)) {
        for (const name of by) names.add(name);
      }
      if (names.size > 0) found.set(place, names);
    }
  }
  return new Map([...found].map(([place, names]) => [place, [...names]]));
};

const segmentsOf = (
  ranges: readonly WrittenRange[],
): ReadonlyMap<number, readonly Segment<string>[]> => {
  const byClient = new Map<number, Range<string>[]>();
  for (const { client, clock, end, name } of ranges) {
    const own = byClient.get(client);
    if (own === undefined) byClient.set(client, [{ clock, end, by: name }]);
    else own.push({ clock, end, by: name });
  }
  return new Map([...byClient].map(([client, own]) => [client, flatten(own)]));
};

type Type = Y.AbstractType<unknown>;

/** Tells the record that an item belongs to; undefined for what is no part of one. */
const placesIn = (document: DocumentId, doc: Y.Doc) => {
  const collections = new Map<string, Collection>(
    collectionsOf(document).map((collection) => [collection.name, collection]),
  );
  const names = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]));
  const known = new Map<Type, string | undefined>();

  const ofKey = (collection: Collection, key: string | null): string | undefined => {
    const parsed = key === null ? undefined : parseKey(key);
    if (parsed === undefined || parsed.field === DELETED_FIELD) return undefined;
    if (collection.fields[parsed.field]?.kind === 'order') return undefined;
    return recordKey(collection.name, parsed.id);
  };
  const ofTop = (type: Type, key: string | null): string | undefined => {
    const [name = '', id = ''] = names.get(type)?.split('.') ?? [];
    const collection = collections.get(name);
    if (collection === undefined) return undefined;
    // A text or a note has the record in its name; a map has it in the key.
    return id === '' ? ofKey(collection, key) : recordKey(collection.name, id);
  };
  const ofType = (type: Type, key: string | null): string | undefined => {
    if (type._item === null) return ofTop(type, key);
    if (known.has(type)) return known.get(type);
    const { parent, parentSub } = type._item;
    const place = parent instanceof Y.AbstractType ? ofType(parent, parentSub) : undefined;
    known.set(type, place);
    return place;
  };
  return ({ parent, parentSub }: Y.Item): string | undefined =>
    parent instanceof Y.AbstractType ? ofType(parent, parentSub) : undefined;
};
