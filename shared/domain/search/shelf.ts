import { FIELD_END, joinedForm, RECORD_END, withoutEnds } from '../../text/search-form.ts';
import type { CollectionName } from '../record/ids.ts';
import type { DocumentFacts, SearchedDocument, SearchedRecord } from './records.ts';

/**
 * A document as it is looked through: the forms of its records in one string, and what is known of each by
 * its place. Nothing else of the texts is kept; what is shown of a find is read again.
 */
export type Shelf = {
  readonly document: string;
  readonly facts: DocumentFacts;
  /** Each record: its title, `FIELD_END`, its other fields, each with `FIELD_END`, then `RECORD_END`. */
  readonly text: string;
  /** Where records begin; one more for the end. */
  readonly starts: Uint32Array;
  /** Where their titles end. */
  readonly titleEnds: Uint32Array;
  readonly days: Uint32Array;
  readonly contexts: Uint16Array;
  /** The collection of each; those of one stand together. */
  readonly kinds: readonly { readonly collection: CollectionName; readonly until: number }[];
  /** Ids, apart by a blank. */
  readonly ids: string;
  /** Of each, the place of its variety among `varietyForms`. */
  readonly varieties: Uint8Array;
  readonly varietyForms: readonly string[];
  readonly contextForms: readonly string[];
  readonly contextWords: readonly string[];
};

const textOf = ({ title, parts }: SearchedRecord): string =>
  `${withoutEnds(title)}${FIELD_END}${parts.map(({ text }) => withoutEnds(text) + FIELD_END).join('')}`;

/** Folds a document's records as one text: folding each of them by itself takes several times as long. */
export const shelfOf = ({ document, facts, contexts, records }: SearchedDocument): Shelf => {
  const text = joinedForm(records.map((record) => textOf(record) + RECORD_END).join(''));
  const starts = new Uint32Array(records.length + 1);
  const titleEnds = new Uint32Array(records.length);
  const kinds: { collection: CollectionName; until: number }[] = [];
  let start = 0;
  for (const [at, { collection }] of records.entries()) {
    starts[at] = start;
    titleEnds[at] = text.indexOf(FIELD_END, start);
    start = text.indexOf(RECORD_END, start) + 1;
    const kind = kinds.at(-1);
    if (kind?.collection === collection) kind.until = at + 1;
    else kinds.push({ collection, until: at + 1 });
  }
  starts[records.length] = start;
  const varietyForms = [...new Set(records.map(({ variety }) => variety))];
  const places = new Map(varietyForms.map((form, place) => [form, place]));
  return {
    ...{ document, facts, text, starts, titleEnds, kinds },
    days: Uint32Array.from(records, ({ day }) => day),
    contexts: Uint16Array.from(records, ({ context }) => context),
    varieties: Uint8Array.from(records, ({ variety }) => places.get(variety) ?? 0),
    varietyForms,
    ids: records.map(({ id }) => id).join(' '),
    contextForms: contexts.map(({ form }) => form),
    contextWords: contexts.map(({ words }) => words),
  };
};

export const idAt = ({ ids }: Shelf, at: number): string => ids.split(' ')[at] ?? '';

/** A record within its document. */
export const recordKey = (collection: CollectionName, id: string): string => `${collection} ${id}`;

/** The keys of a shelf's records, by their places. */
export const keysOn = ({ ids, kinds, titleEnds }: Shelf): readonly string[] => {
  if (titleEnds.length === 0) return [];
  const all = ids.split(' ');
  let from = 0;
  return kinds.flatMap(({ collection, until }) => {
    const keys = all.slice(from, until).map((id) => recordKey(collection, id));
    from = until;
    return keys;
  });
};
