import type * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { emptiedAt } from '#shared/domain/record/bin.ts';
import { says } from '#shared/text/sought-words.ts';
import { DELETED_FIELD, fieldKey, parseKey } from '../documents/keys.ts';
import { collectionsOf, createRecordReader } from '../documents/record-reader.ts';
import { deltaOf, eachNode, holdsWords, lineOf, type StoredField } from './fields.ts';
import { valueSays, valueWithout } from './words.ts';

/** Takes words out of a field as it stands today. Letters go without leaving a blank behind. */
export const scrubWords = (field: StoredField, pattern: RegExp): void => {
  if (!holdsWords(field)) return;
  const { at } = field;
  switch (at.kind) {
    case 'key': {
      const value = at.map.get(at.key);
      if (valueSays(pattern, value)) at.map.set(at.key, valueWithout(pattern, value));
      return;
    }
    case 'text':
      cutLetters(at.text, at.text.toString(), pattern);
      return;
    case 'note':
      scrubNote(at.note, pattern);
  }
};

/** From the end, so that what is cut moves nothing that is still to be cut. */
const cutLetters = (text: Y.Text, line: string, pattern: RegExp): void => {
  for (const match of [...line.matchAll(pattern)].toReversed()) {
    text.delete(match.index, match[0].length);
  }
};

const scrubNote = (note: Y.XmlFragment, pattern: RegExp): void =>
  eachNode(note, {
    text: (text) => {
      scrubMarks(text, pattern);
      cutLetters(text, lineOf(deltaOf(text)), pattern);
    },
    element: (element) => {
      for (const [name, value] of Object.entries(element.getAttributes())) {
        if (typeof value === 'string' && says(pattern, value)) {
          element.setAttribute(name, String(valueWithout(pattern, value)));
        }
      }
    },
  });

/** A mark whose value says a word, such as the address of a link, goes; its letters stay. */
const scrubMarks = (text: Y.XmlText, pattern: RegExp): void => {
  let at = 0;
  for (const { insert, attributes = {} } of deltaOf(text)) {
    const length = typeof insert === 'string' ? insert.length : 1;
    const gone = Object.entries(attributes).filter(([, value]) => valueSays(pattern, value));
    if (gone.length > 0) {
      text.format(at, length, Object.fromEntries(gone.map(([mark]) => [mark, null])));
    }
    at += length;
  }
};

/**
 * Empties a field of a record that goes for good. That it is deleted, and in no bin, is all that stays: an id
 * that is known as erased is not made anew.
 */
export const emptyField = ({ field, at }: StoredField, isoTime: string): void => {
  switch (at.kind) {
    case 'key':
      if (field === DELETED_FIELD) at.map.set(at.key, emptiedAt(isoTime));
      else at.map.delete(at.key);
      return;
    case 'text':
      at.text.delete(0, at.text.length);
      return;
    case 'note':
      at.note.delete(0, at.note.length);
  }
};

type StoredRecord = { readonly map: string; readonly id: string };

/** Every record of which anything is stored. */
export const recordsOf = (document: DocumentId, doc: Y.Doc): readonly StoredRecord[] => {
  const reader = createRecordReader(document, doc);
  return collectionsOf(document).flatMap((collection) =>
    [...reader.ids(collection)].map((id) => ({ map: collection.name, id })),
  );
};

/** Says of those of which nothing is stored any more that they are erased, as `emptyField` leaves them. */
export const markEmptied = (
  records: readonly StoredRecord[],
  doc: Y.Doc,
  isoTime: string,
): void => {
  const left = new Set(
    [...new Set(records.map(({ map }) => map))].flatMap((map) =>
      [...doc.getMap(map).keys()].map((key) => `${map} ${parseKey(key)?.id}`),
    ),
  );
  for (const { map, id } of records) {
    if (left.has(`${map} ${id}`)) continue;
    doc.getMap(map).set(fieldKey(id, DELETED_FIELD), emptiedAt(isoTime));
  }
};
