import * as Y from 'yjs';
import type { Frame } from '#shared/documents/frame.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { says } from '#shared/text/sought-words.ts';
import type { SourceFrames } from '../conflicts/frame-tree.ts';
import { textName } from '../documents/keys.ts';
import { type Erased, erasedOf } from './blank-update.ts';
import type { Sought } from './erasure.ts';
import { fieldsOf, holdsWords, itemsOf, type StoredField, textsNow } from './fields.ts';
import { replay } from './replay.ts';
import { valueSays } from './words.ts';

/** A field in which something stands that is to be erased. */
export type ErasedPlace = {
  readonly collection: CollectionName;
  readonly record: string;
  readonly field: string;
  /** `now`: it says so today; `before`: only its history does. */
  readonly when: 'now' | 'before';
};

/** All places of one document. */
export type Scanned = {
  readonly places: readonly ErasedPlace[];
  /** Commands whose label says a word. */
  readonly labels: number;
  /** Edits whose author's name says a word. */
  readonly authors: number;
  /** What is deleted already, of the fields in question: it can be taken out of the files. */
  readonly erased: Erased;
};

/** Looks through all that the files of a document hold, and ever held. */
export const scan = (files: readonly SourceFrames[], sought: Sought): Scanned => {
  const { pattern, isRecord, document } = sought;
  const { doc, saidIn } = replay(files, pattern);
  const places: ErasedPlace[] = [];
  const ranges: { readonly client: number; readonly clock: number; readonly len: number }[] = [];
  try {
    for (const field of fieldsOf(document, doc)) {
      const whole = isRecord(field);
      const isNow = whole ? isFilled(field) : saysNow(field, pattern);
      const items = itemsOf(field);
      const gone = items.filter(({ deleted }) => deleted);
      const isBefore = whole || saidBefore(field, gone, saidIn, pattern);
      if (!isNow && !isBefore) continue;
      for (const { id, length } of gone) {
        ranges.push({ client: id.client, clock: id.clock, len: length });
      }
      if (!isNow && gone.length === 0) continue;
      const { collection, record, field: name } = field;
      const when = isNow ? 'now' : 'before';
      places.push({ collection: collection.name, record, field: name, when });
    }
  } finally {
    doc.destroy();
  }
  const frames = files.flatMap((file) => file.frames);
  return {
    places,
    labels: frames.filter(({ label }) => says(pattern, label)).length,
    authors: frames.filter(({ author }) => says(pattern, author.name)).length,
    erased: erasedOf(ranges),
  };
};

/** Whether a field says a word today. */
export const saysNow = (field: StoredField, pattern: RegExp | undefined): boolean =>
  holdsWords(field) && textsNow(field).some((value) => valueSays(pattern, value));

/** Of a record that goes, all that is in it; that it is deleted is what stays. */
const isFilled = (field: StoredField): boolean =>
  field.field === 'deletedAt'
    ? false
    : textsNow(field).some((value) => value !== undefined && value !== '');

/** What was typed letter by letter is found by what the text has said at some moment. */
const saidBefore = (
  field: StoredField,
  gone: readonly Y.Item[],
  saidIn: ReadonlySet<string>,
  pattern: RegExp | undefined,
): boolean => {
  if (!holdsWords(field)) return false;
  const { at, collection, record, field: name } = field;
  const isSaid = gone.some(({ content }) =>
    content.getContent().some((value) => valueSays(pattern, value)),
  );
  if (isSaid || at.kind === 'key') return isSaid;
  return saidIn.has(textName(collection.name, record, name)) || valueSays(pattern, lettersOf(gone));
};

/** All deleted letters in a row: who removes a word letter by letter leaves it so. */
const lettersOf = (items: readonly Y.Item[]): string =>
  items.map(({ content }) => (content instanceof Y.ContentString ? content.str : '')).join('');

/** Whether a frame's label or author says a word. */
export const isNaming = ({ label, author }: Frame, pattern: RegExp | undefined): boolean =>
  says(pattern, label) || says(pattern, author.name);
