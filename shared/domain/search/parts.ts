import { NAME_LIMIT } from '../../text/limits.ts';
import type { Collection, Member } from '../record/collection.ts';
import type { Field } from '../record/field.ts';
import type { CollectionName } from '../record/ids.ts';

/** A record as the cache has it, of whatever collection. */
export type AnyRow = {
  readonly id: string;
  readonly document: string;
  readonly deletedAt: string;
} & Readonly<Record<string, unknown>>;

/** What one field says, as people read it. */
export type Part = { readonly field: string; readonly name: string; readonly text: string };

const SEARCHED: ReadonlySet<Field['kind']> = new Set([
  ...(['line', 'paragraph', 'text', 'date', 'members', 'note'] as const),
]);

/** Fields that hold words: not ids, not what the app keeps for itself, nor where a record was taken from. */
const isSearched = ([name, field]: readonly [string, Field]): boolean =>
  SEARCHED.has(field.kind) && field.isQuiet !== true && name !== 'source';

const searchedOf = new WeakMap<Collection, readonly (readonly [string, Field])[]>();

/** The fields of a collection whose words are searched, in the order in which a record's page has them. */
export const searchedFields = (collection: Collection): readonly (readonly [string, Field])[] => {
  const known = searchedOf.get(collection);
  if (known !== undefined) return known;
  const made = Object.entries<Field>(collection.fields).filter(isSearched);
  searchedOf.set(collection, made);
  return made;
};

/** What a record says, field by field; empty ones are left out. */
export const partsOf = (collection: Collection, row: AnyRow, note: string): readonly Part[] =>
  searchedFields(collection).flatMap(([field, declared]) => {
    const text = wordsOf(declared, row[field], note);
    return text === '' ? [] : [{ field, name: declared.name, text }];
  });

const wordsOf = (field: Field, value: unknown, note: string): string => {
  switch (field.kind) {
    case 'note':
      return note;
    case 'members':
      return Array.isArray(value)
        ? (value as readonly Member[]).map(({ name }) => name).join('、')
        : '';
    case 'date':
      return typeof value === 'string' ? field.words(value) : '';
    default:
      return typeof value === 'string' ? value : '';
  }
};

/** Called by what several of their fields say together (`titleOfRecord`). */
const MADE_NAMES: ReadonlySet<CollectionName> = new Set(['cases', 'meetings', 'rounds'] as const);

const titleFields = new WeakMap<Collection, string>();

/**
 * The field that a collection's records are called by: the first line of the length of a name that a record
 * must have, else the first; '' where they have none. Whole sentences (課題, 対応事項) are no names.
 */
export const titleField = (collection: Collection): string => {
  if (MADE_NAMES.has(collection.name)) return '';
  const known = titleFields.get(collection);
  if (known !== undefined) return known;
  const lines = collection.values.filter(
    ([, field]) => field.kind === 'line' && (field.limit ?? NAME_LIMIT) <= NAME_LIMIT,
  );
  const required = collection.values.find(([, field]) => field.isRequired === true);
  const [name] = required === undefined ? (lines[0] ?? []) : required;
  const found = lines.some(([line]) => line === name) ? (name ?? '') : '';
  titleFields.set(collection, found);
  return found;
};
