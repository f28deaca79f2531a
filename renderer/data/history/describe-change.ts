import { formatEdge, isSpanEdge } from '#shared/dates/thirds.ts';
import type { FieldChange, RecordChange, RecordFate, Said } from '#shared/domain/history/entry.ts';
import type { RoundRow } from '#shared/domain/meeting/meeting.ts';
import { rounds } from '#shared/domain/meeting/meeting.ts';
import type { Collection, Member } from '#shared/domain/record/collection.ts';
import type { Field } from '#shared/domain/record/field.ts';
import { sayingOf } from '#shared/domain/record/saying.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { parentOf, titleOfRecord } from '#shared/domain/search/records.ts';
import { clip } from '#shared/text/limits.ts';
import { DELETED_FIELD, NOTE_FIELD } from '../documents/keys.ts';
import type { RecordReader } from '../documents/record-reader.ts';
import type { TouchedField } from './touched-fields.ts';

/** A record at one moment; its row is undefined where it was not there. */
export type RecordMoment = {
  readonly row: AnyRow | undefined;
  readonly note: string;
  readonly name: string;
  /** The record that it belongs to, and its name; '' for none. */
  readonly parent: string;
  readonly parentName: string;
  /** The names of the records that it names by id alone, by field. */
  readonly named: ReadonlyMap<string, string>;
};

const LONGEST_NAME = 25;

/** What a document says of a record now, with all that is told of it when it changes. */
export const momentOf = (
  reader: RecordReader,
  collection: Collection,
  id: string,
  withNote: boolean,
): RecordMoment => {
  const row = reader.row(collection, id) as AnyRow | undefined;
  if (row === undefined) return NOWHERE;
  const parent = parentOf(collection, row);
  return {
    row,
    note: withNote ? reader.noteText(collection, id) : '',
    name: nameOf(reader, collection, row),
    parent,
    parentName: parent === '' ? '' : nameOfParent(reader, collection, parent),
    named: namesBeside(reader, collection, row),
  };
};

/** Where a record is not there at all. */
const NOWHERE: RecordMoment = {
  row: undefined,
  note: '',
  name: '',
  parent: '',
  parentName: '',
  named: new Map(),
};

const nameOfParent = (reader: RecordReader, collection: Collection, id: string): string => {
  const field = collection.within ?? 'meeting';
  const to = collection.values.find(([name]) => name === field)?.[1].to;
  const target = to === undefined ? undefined : collectionNamed(to);
  if (target === undefined || target.home !== collection.home) return '';
  const row = reader.row(target, id) as AnyRow | undefined;
  return row === undefined ? '' : nameOf(reader, target, row);
};

const nameOf = (reader: RecordReader, collection: Collection, row: AnyRow): string => {
  const isInCase = collection.home === 'case';
  const roundOf = (id: string): RoundRow | null =>
    (isInCase && id !== '' ? reader.row(rounds, id) : undefined) ?? null;
  const title = titleOfRecord(collection, row, roundOf) || sayingOf(collection, row);
  return clip(title.replaceAll(/\s+/g, ' ').trim(), LONGEST_NAME);
};

/** A reference that keeps no name beside itself is told by what it names, as far as that is in this document. */
const namesBeside = (
  reader: RecordReader,
  collection: Collection,
  row: AnyRow,
): ReadonlyMap<string, string> =>
  new Map(
    collection.values.flatMap(([field, { kind, to, named }]) => {
      const id = row[field];
      const isBare = kind === 'reference' && named === undefined;
      if (!isBare || to === undefined || typeof id !== 'string' || id === '') return [];
      const target = collectionNamed(to);
      if (target.home !== collection.home) return [];
      const found = reader.row(target, id) as AnyRow | undefined;
      return [[field, found === undefined ? '' : nameOf(reader, target, found)] as const];
    }),
  );

/** Whether people read a field: what the app keeps for itself, and what has a name beside it, is left out. */
const isTold = (collection: Collection, field: Field): boolean => {
  if (field.isQuiet === true || field.kind === 'order') return false;
  // Where a bar begins and ends is all that people read of what is hidden.
  if (field.kind === 'hidden') return collection.name === 'bars';
  if (field.kind !== 'reference') return true;
  const isApart = field.to === undefined || collectionNamed(field.to).home !== collection.home;
  return field.named === undefined && !isApart;
};

/** A reference to what stands in another document, or was never here. */
const SOMETHING = 'あり';

/**
 * What became of a record between two moments.
 * @param touched what was written of it; a field that says the same as before is left out, unless its new
 *   value gave way to another's
 * @param erased whether what a field said was erased for good
 */
export const changeOf = (
  collection: Collection,
  record: string,
  touched: readonly TouchedField[],
  [before, after]: readonly [RecordMoment, RecordMoment],
  erased: (field: string) => boolean,
): RecordChange => {
  const known = new Map(touched.map((each) => [each.field, each]));
  const fields = Object.entries<Field>(collection.fields).flatMap(
    ([name, field]): readonly FieldChange[] => {
      const own = known.get(name);
      if (own === undefined || !isTold(collection, field)) return [];
      // What a new record belongs to is said beside its name.
      if (name === collection.within && before.row === undefined) return [];
      const was = saidOf(name, field, before);
      const { overruled } = own;
      const is =
        overruled !== undefined && field.kind !== 'members'
          ? saidOf(name, field, {
              ...after,
              row: withValue(after.row, name, field, overruled.value),
            })
          : saidOf(name, field, after);
      const isErased = erased(name);
      // A note may look different and say the same.
      const isSame =
        sameSaid(was, is) && !isErased && (name !== NOTE_FIELD || after.row === undefined);
      if (isSame) return [];
      const isOverruled = overruled !== undefined;
      return [{ field: name, before: was, after: is, isOverruled, isErased }];
    },
  );
  return {
    collection: collection.name,
    record,
    name: after.name || before.name,
    parent: after.parent || before.parent,
    parentName: after.parentName || before.parentName,
    fate: fateOf(before.row, after.row, known.has(DELETED_FIELD)),
    fields,
  };
};

const withValue = (
  row: AnyRow | undefined,
  name: string,
  field: Field,
  value: unknown,
): AnyRow | undefined =>
  row === undefined || !('type' in field) ? row : { ...row, [name]: field.type.parse(value) };

const fateOf = (
  before: AnyRow | undefined,
  after: AnyRow | undefined,
  isFate: boolean,
): RecordFate => {
  if (after === undefined) return before === undefined ? 'changed' : 'emptied';
  if (before === undefined) return after.deletedAt === '' ? 'made' : 'binned';
  if (!isFate || before.deletedAt === after.deletedAt) return 'changed';
  if (after.deletedAt === '') return 'taken-back';
  return before.deletedAt === '' ? 'binned' : 'emptied';
};

const NOTHING: Said = { words: '' };

const saidOf = (name: string, field: Field, { row, note, named }: RecordMoment): Said => {
  if (row === undefined) return NOTHING;
  const value = row[name];
  switch (field.kind) {
    case 'note':
      return { words: note };
    case 'text':
      return typeof value === 'string' ? { words: value, value } : NOTHING;
    case 'members':
      return { words: memberWords(value), value };
    case 'hidden':
      return { words: edgeWords(value), value };
    case 'reference':
      return { words: value === '' ? '' : named.get(name) || SOMETHING, value };
    default:
      return { words: field.words(value), value };
  }
};

const edgeWords = (value: unknown): string => {
  if (typeof value !== 'string') return '';
  return isSpanEdge(value) ? formatEdge(value) : value;
};

const memberWords = (value: unknown): string =>
  Array.isArray(value) ? (value as readonly Member[]).map(({ name }) => name).join('、') : '';

/** Members that only moved among each other were not changed by anybody who looks. */
const sameSaid = (a: Said, b: Said): boolean =>
  a.words === b.words &&
  (Array.isArray(a.value) || JSON.stringify(a.value) === JSON.stringify(b.value));
