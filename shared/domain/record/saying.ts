import { clip } from '../../text/limits.ts';
import type { Collection } from './collection.ts';

/** What of a record says which one it is: a name, a label, the beginning of its text. */
const SAYING = [
  'name',
  'label',
  'title',
  'heading',
  'text',
  'municipalityName',
  'helperName',
] as const;

/** In characters, 「…」 among them. */
const LONGEST = 25;

/**
 * The words by which people know a record of any collection, on one line and not too long; '' where it has
 * none. A round is known by its number; a meeting's title needs its round (`titleOf`).
 */
export const sayingOf = (collection: Collection, row: object): string => {
  const values = new Map<string, unknown>(Object.entries(row));
  const number = values.get('number');
  if (collection.name === 'rounds' && typeof number === 'number') return `第${number}回支援`;
  const said = SAYING.map((field) => values.get(field)).find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  return said === undefined ? '' : clip(said.replaceAll(/\s+/g, ' ').trim(), LONGEST);
};
