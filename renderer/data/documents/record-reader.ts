import * as Y from 'yjs';
import { z } from 'zod';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { LINKED_COLLECTIONS, linkKey } from '#shared/domain/meeting/linked-record.ts';
import type { Collection, Home, Member, Row } from '#shared/domain/record/collection.ts';
import type { NoteWords } from '#shared/domain/record/mention.ts';
import { compareOrder } from '#shared/domain/record/row-values.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { DELETED_FIELD, fieldKey, memberKey, NOTE_FIELD, parseKey, textName } from './keys.ts';
import { linksIn } from './note-links.ts';
import { wordsOfNote } from './note-words.ts';

/** A record that a transaction changed. */
export type Touched = {
  readonly collection: Collection;
  readonly id: string;
  /** Whether its note changed, and perhaps nothing else: notes are projected apart. */
  readonly note: boolean;
  readonly row: boolean;
};

/** Reads records out of one Yjs document, and tells which of them a transaction touched. */
export type RecordReader = {
  readonly row: <C extends Collection>(collection: C, id: string) => Row<C> | undefined;
  /** All records, those in the bin too. */
  readonly rows: <C extends Collection>(collection: C) => readonly Row<C>[];
  readonly ids: (collection: Collection) => Iterable<string>;
  /** How many records are not in the bin. */
  readonly countInUse: (collection: Collection) => number;
  readonly touched: (transaction: Y.Transaction) => readonly Touched[];
  /** The same without the notes that only say the words of a record that was touched. */
  readonly edited: (transaction: Y.Transaction) => readonly Touched[];
  /** The plain text of a record's note, a line for each block; '' when the record is not there. */
  readonly noteText: (collection: Collection, id: string) => string;
  /** The same, with the records that it mentions. */
  readonly noteWords: (collection: Collection, id: string) => NoteWords;
};

const member = z.object({
  name: z.string().catch(''),
  order: z.string().catch(''),
});

const homeOf = (document: DocumentId): Home => (document === OFFICE ? 'office' : 'case');

export const collectionsOf = (document: DocumentId): readonly Collection[] =>
  COLLECTIONS.filter((collection) => collection.home === homeOf(document));

/** The keys of each record, kept up with the map so that one record is read without reading all. */
type Index = Map<string, Set<string>>;

const indexOf = (map: Y.Map<unknown>): Index => {
  const index: Index = new Map();
  for (const key of map.keys()) addKey(index, key);
  return index;
};

const addKey = (index: Index, key: string): void => {
  const parsed = parseKey(key);
  if (!parsed) return;
  const keys = index.get(parsed.id);
  if (keys) keys.add(key);
  else index.set(parsed.id, new Set([key]));
};

const removeKey = (index: Index, key: string): void => {
  const id = parseKey(key)?.id ?? '';
  const keys = index.get(id);
  keys?.delete(key);
  if (keys?.size === 0) index.delete(id);
};

const blanks = new WeakMap<z.ZodType, { readonly value: unknown }>();

/** What nothing is read as: most fields of most records hold nothing, and repairing takes longer than reading. */
const blankOf = (type: z.ZodType): unknown => {
  const known = blanks.get(type);
  if (known !== undefined) return known.value;
  const value = type.parse(undefined);
  blanks.set(type, { value });
  return value;
};

export const createRecordReader = (document: DocumentId, doc: Y.Doc): RecordReader => {
  const collections = collectionsOf(document);
  const parts = collections.map((collection) => {
    const map = doc.getMap(collection.name);
    return { collection, map, index: indexOf(map) };
  });
  const byName = new Map<string, (typeof parts)[number]>(
    parts.map((part) => [part.collection.name, part]),
  );
  const byMap = new Map<unknown, (typeof parts)[number]>(parts.map((part) => [part.map, part]));

  const home = (collection: Collection) => {
    const found = byName.get(collection.name);
    if (!found) throw new Error(`${collection.name} does not live in ${document}`);
    return found;
  };

  const text = (name: string): string => (doc.share.has(name) ? doc.getText(name).toString() : '');

  const members = (
    map: Y.Map<unknown>,
    keys: ReadonlySet<string>,
    id: string,
    set: string,
  ): readonly Member[] => {
    const found: Member[] = [];
    const prefix = memberKey(id, set, '');
    for (const key of keys) {
      if (!key.startsWith(prefix)) continue;
      const read = member.safeParse(map.get(key));
      if (read.success) found.push({ id: key.slice(prefix.length), ...read.data });
    }
    return found.sort(compareOrder);
  };

  const row = <C extends Collection>(collection: C, id: string): Row<C> | undefined => {
    const { map, index } = home(collection);
    const keys = index.get(id);
    if (!keys) return undefined;
    const values: Record<string, unknown> = { id, document, deletedAt: deletedAtIn(map, id) };
    for (const [field, { type }] of collection.values) {
      const stored = map.get(fieldKey(id, field));
      values[field] = stored === undefined ? blankOf(type) : type.parse(stored);
    }
    for (const set of collection.sets) values[set] = members(map, keys, id, set);
    for (const field of collection.texts)
      values[field] = text(textName(collection.name, id, field));
    return values as Row<C>;
  };

  const edited = (transaction: Y.Transaction): readonly Touched[] => {
    const found = gatherTouched();
    const { touch } = found;
    for (const [type, keys] of transaction.changed) {
      const changed = byMap.get(type);
      if (!changed) continue;
      const { collection, map, index } = changed;
      for (const key of keys) {
        const parsed = key === null ? undefined : parseKey(key);
        if (key === null || !parsed) continue;
        const existed = index.has(parsed.id);
        if (map.has(key)) addKey(index, key);
        else removeKey(index, key);
        touch(collection, parsed.id, 'row');
        // A note is shown as long as its record is there: it goes and comes back with it.
        if (collection.note && existed !== index.has(parsed.id)) {
          touch(collection, parsed.id, 'note');
        }
      }
    }
    for (const type of transaction.changedParentTypes.keys()) {
      if (type._item !== null) continue;
      const [prefix = '', id = '', field = ''] = Y.findRootTypeKey(type).split('.');
      const collection = byName.get(prefix)?.collection;
      if (!collection || id === '') continue;
      if (field === NOTE_FIELD && collection.note) touch(collection, id, 'note');
      else if (collection.texts.includes(field)) touch(collection, id, 'row');
    }
    return found.all();
  };

  const touched = (transaction: Y.Transaction): readonly Touched[] => {
    const own = edited(transaction);
    // A note says the words of the records that it links to.
    const changed = own.filter(
      ({ row, collection }) => row && collection.name in LINKED_COLLECTIONS,
    );
    if (changed.length === 0) return own;
    const keys = new Set(changed.map(({ collection, id }) => `${collection.name}/${id}`));
    const found = gatherTouched(own);
    for (const [collection, id] of notesWith(keys)) found.touch(collection, id, 'note');
    return found.all();
  };

  /** The records whose notes link to one of some records. */
  const notesWith = (keys: ReadonlySet<string>): readonly (readonly [Collection, string])[] =>
    parts
      .filter(({ collection }) => collection.note)
      .flatMap(({ collection, index }) =>
        [...index.keys()]
          .filter((id) => {
            const name = textName(collection.name, id, NOTE_FIELD);
            if (!doc.share.has(name)) return false;
            return linksIn(doc.getXmlFragment(name)).some((link) => keys.has(linkKey(link)));
          })
          .map((id) => [collection, id] as const),
      );

  const noteWords = (collection: Collection, id: string): NoteWords => {
    const name = textName(collection.name, id, NOTE_FIELD);
    return home(collection).index.has(id) && doc.share.has(name)
      ? wordsOfNote(doc.getXmlFragment(name))
      : { text: '', mentions: [] };
  };

  return {
    row,
    rows: (collection) => {
      const ids = [...home(collection).index.keys()];
      return ids.flatMap((id) => row(collection, id) ?? []);
    },
    ids: (collection) => home(collection).index.keys(),
    countInUse: (collection) => {
      const { map, index } = home(collection);
      return [...index.keys()].filter((id) => deletedAtIn(map, id) === '').length;
    },
    touched,
    edited,
    noteText: (collection, id) => noteWords(collection, id).text,
    noteWords,
  };
};

const deletedAtIn = (map: Y.Map<unknown>, id: string): string => {
  const deletedAt = map.get(fieldKey(id, DELETED_FIELD));
  return typeof deletedAt === 'string' ? deletedAt : '';
};

const gatherTouched = (first: readonly Touched[] = []) => {
  const found = new Map(first.map((each) => [`${each.collection.name}.${each.id}`, each]));
  return {
    touch: (collection: Collection, id: string, what: 'note' | 'row'): void => {
      const key = `${collection.name}.${id}`;
      const before = found.get(key);
      found.set(key, {
        collection,
        id,
        note: what === 'note' || (before?.note ?? false),
        row: what === 'row' || (before?.row ?? false),
      });
    },
    all: (): readonly Touched[] => [...found.values()],
  };
};
