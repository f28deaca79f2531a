import { nameKey } from '../../text/same-name.ts';
import type { Member } from '../record/collection.ts';
import { formerNamesOf } from './former-names.ts';

/** What is looked at to tell whether two records are of one person or body. */
export type Likely = {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly formerNames: string;
  /** The code of the municipality of a body: two municipalities may each have a 福祉課. */
  readonly municipality?: string | undefined;
  readonly apart: readonly Member[];
};

/** Two records that may be of one person or body, and why. */
export type Double = {
  readonly one: string;
  readonly other: string;
  readonly reason: 'name' | 'formerName' | 'kana';
};

export const DOUBLE_REASONS: Readonly<Record<Double['reason'], string>> = {
  name: '名前が同じ',
  formerName: '以前の名前が同じ',
  kana: 'よみが同じ',
};

const mayBeOne = (a: Likely, b: Likely): boolean => {
  const [here, there] = [a.municipality ?? '', b.municipality ?? ''];
  return (
    a.id !== b.id &&
    (here === '' || there === '' || here === there) &&
    !a.apart.some(({ id }) => id === b.id) &&
    !b.apart.some(({ id }) => id === a.id)
  );
};

type Said = { readonly row: Likely; readonly isNow: boolean };

/** Those that have a word in common. */
const byWord = (
  rows: readonly Likely[],
  wordsOf: (row: Likely) => readonly (readonly [word: string, isNow: boolean])[],
): ReadonlyMap<string, readonly Said[]> => {
  const found = new Map<string, Said[]>();
  for (const row of rows) {
    for (const [word, isNow] of wordsOf(row)) {
      const key = nameKey(word);
      const said = found.get(key);
      if (key === '') continue;
      if (said === undefined) found.set(key, [{ row, isNow }]);
      else said.push({ row, isNow });
    }
  }
  return found;
};

/**
 * Likely doubles: a name in common however it is spaced or whichever forms its letters have, a former name,
 * or the same reading. Each record is told once beside another of its name, so that many alike make no more
 * pairs than there are records. Nothing is concluded from it: staff decide.
 */
export const doublesOf = (rows: readonly Likely[]): readonly Double[] => {
  const pairs = new Map<string, Double>();
  const tell = (said: readonly Said[], reasonOf: (a: Said, b: Said) => Double['reason']): void => {
    said.forEach((later, index) => {
      const earlier = said.slice(0, index).find(({ row }) => mayBeOne(row, later.row));
      if (earlier === undefined) return;
      const [one = '', other = ''] = [earlier.row.id, later.row.id].toSorted();
      const key = `${one} ${other}`;
      if (!pairs.has(key)) pairs.set(key, { one, other, reason: reasonOf(earlier, later) });
    });
  };
  const names = byWord(rows, (row) => [
    [row.name, true],
    ...formerNamesOf(row).map((name) => [name, false] as const),
  ]);
  for (const said of names.values()) {
    tell(said, (a, b) => (a.isNow && b.isNow ? 'name' : 'formerName'));
  }
  for (const said of byWord(rows, ({ kana }) => [[kana, true]]).values()) tell(said, () => 'kana');
  return [...pairs.values()];
};
