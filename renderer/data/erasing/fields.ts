import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { NOTE_FIELD, parseKey, textName } from '../documents/keys.ts';
import { collectionsOf } from '../documents/record-reader.ts';
import { isSaying } from './blank-update.ts';

/** A field of a record as it lies in a document: a key of a map (one for each member of a set), or a text. */
export type StoredField = {
  readonly collection: Collection;
  readonly record: string;
  readonly field: string;
  readonly at:
    | { readonly kind: 'key'; readonly map: Y.Map<unknown>; readonly key: string }
    | { readonly kind: 'text'; readonly text: Y.Text }
    | { readonly kind: 'note'; readonly note: Y.XmlFragment };
};

/** Kinds of fields in which nobody writes words. */
const NO_WORDS: ReadonlySet<string> = new Set(['reference', 'order', 'choice', 'date', 'time']);

/** Whether somebody's words may stand in a field; the hash of an attached file is none. */
export const holdsWords = ({ collection, field }: StoredField): boolean => {
  const { kind = 'line' } = collection.fields[field] ?? {};
  return !NO_WORDS.has(kind) && field !== 'hash' && field !== 'deletedAt';
};

/** Every field that a document has ever held, those of deleted and emptied records too. */
export const fieldsOf = (document: DocumentId, doc: Y.Doc): readonly StoredField[] => {
  const found: StoredField[] = [];
  for (const collection of collectionsOf(document)) {
    const map = doc.getMap(collection.name);
    // Keys whose value was deleted are gone from `keys()`, and not from here.
    for (const key of map._map.keys()) {
      const parsed = parseKey(key);
      if (parsed === undefined) continue;
      const { id: record, field } = parsed;
      found.push({ collection, record, field, at: { kind: 'key', map, key } });
    }
    const ids = new Set(found.filter((each) => each.collection === collection).map(recordOf));
    for (const record of ids) found.push(...textsOf(doc, collection, record));
  }
  return found;
};

const recordOf = ({ record }: StoredField): string => record;

const textsOf = (doc: Y.Doc, collection: Collection, record: string): readonly StoredField[] => {
  const found: StoredField[] = [];
  for (const field of collection.texts) {
    const name = textName(collection.name, record, field);
    if (!doc.share.has(name)) continue;
    found.push({ collection, record, field, at: { kind: 'text', text: doc.getText(name) } });
  }
  const name = textName(collection.name, record, NOTE_FIELD);
  if (collection.note && doc.share.has(name)) {
    const at = { kind: 'note', note: doc.getXmlFragment(name) } as const;
    found.push({ collection, record, field: NOTE_FIELD, at });
  }
  return found;
};

/** Every item that a field has ever held and that says something, deleted ones too. */
export const itemsOf = ({ at }: StoredField): readonly Y.Item[] => {
  switch (at.kind) {
    case 'key':
      return backwards(at.map._map.get(at.key) ?? null).filter(({ content }) => isSaying(content));
    case 'text':
      return itemsIn(at.text);
    case 'note':
      return itemsIn(at.note);
  }
};

type Type = Y.AbstractType<unknown> | Y.Text | Y.XmlFragment;

const itemsIn = (type: Type): readonly Y.Item[] => {
  const found: Y.Item[] = [];
  const walk = (parent: Pick<Type, '_start' | '_map'>): void => {
    for (let item = parent._start; item !== null; item = item.right) take(item);
    for (const last of parent._map.values()) for (const item of backwards(last)) take(item);
  };
  const take = (item: Y.Item): void => {
    if (item.content instanceof Y.ContentType) walk(item.content.type);
    else if (isSaying(item.content)) found.push(item);
  };
  walk(type);
  return found;
};

/** The values of a key, the last first. */
const backwards = (last: Y.Item | null): readonly Y.Item[] => {
  const found: Y.Item[] = [];
  for (let item = last; item !== null; item = item.left) found.push(item);
  return found;
};

/** What a field says today, as one text for each place that a word may stand in. */
export const textsNow = ({ at }: StoredField): readonly unknown[] => {
  switch (at.kind) {
    case 'key':
      return [at.map.get(at.key)];
    case 'text':
      return [at.text.toString()];
    case 'note':
      return noteTexts(at.note);
  }
};

export type Inline = {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
};

export const deltaOf = (text: Y.Text): readonly Inline[] => text.toDelta();

/** The lines of a note, with what its marks (addresses of links) and elements (names) say. */
const noteTexts = (note: Y.XmlFragment): readonly unknown[] => {
  const found: unknown[] = [];
  eachNode(note, {
    text: (text) => {
      const parts = deltaOf(text);
      found.push(lineOf(parts), ...parts.map(({ attributes }) => attributes));
    },
    element: (element) => found.push(element.getAttributes()),
  });
  return found;
};

/** The letters of a line; what is no letter counts as one. */
export const lineOf = (parts: readonly Inline[]): string =>
  parts.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');

/** Walks through a note. */
export const eachNode = (
  parent: Y.XmlFragment | Y.XmlElement,
  visit: {
    readonly text: (text: Y.XmlText) => void;
    readonly element: (element: Y.XmlElement) => void;
  },
): void => {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) visit.text(child);
    else if (child instanceof Y.XmlElement) {
      visit.element(child);
      eachNode(child, visit);
    }
  }
};
