import type { Letters } from './letters.ts';
import type { Writer } from './writers.ts';

/** What one side sees of a text: for each stretch of letters, whether it knows and whether it shows it. */
export type View = {
  readonly knows: (by: readonly Writer[]) => boolean;
  readonly hasDeleted: readonly boolean[];
  readonly shows: readonly boolean[];
};

export const viewOf = (letters: readonly Letters[], sees: (writer: Writer) => boolean): View => {
  const answers = new Map<Writer, boolean>();
  const knows = (by: readonly Writer[]): boolean =>
    by.some((writer) => {
      let answer = answers.get(writer);
      if (answer === undefined) {
        answer = sees(writer);
        answers.set(writer, answer);
      }
      return answer;
    });
  const hasDeleted = letters.map(({ deletedBy, hiddenBy }) => knows(deletedBy) || knows(hiddenBy));
  return {
    knows,
    hasDeleted,
    shows: letters.map(({ by }, index) => knows(by) && hasDeleted[index] !== true),
  };
};

/** A sentence of what both sides had, with the letters that either wrote into it: places in a row. */
export type Sentence = {
  readonly first: number;
  readonly last: number;
  /** Whether the end of the sentence has been deleted, so that what was typed behind it belongs to it. */
  readonly isOpenFor: (view: View) => boolean;
};

type Base = { readonly first: number; readonly last: number; readonly isEnded: boolean };

/** The letters that both had, and neither had seen deleted by somebody whom both know. */
export const commonBase = (
  letters: readonly Letters[],
  one: View,
  other: View,
): readonly boolean[] =>
  letters.map(
    ({ by, deletedBy }) =>
      one.knows(by) &&
      other.knows(by) &&
      !deletedBy.some((writer) => one.knows([writer]) && other.knows([writer])),
  );

const cut = (letters: readonly Letters[], base: readonly boolean[]): readonly Base[] => {
  const found: Base[] = [];
  let first: number | undefined;
  let last = 0;
  for (const [index, { isEnd }] of letters.entries()) {
    if (base[index] !== true) continue;
    first ??= index;
    last = index;
    if (!isEnd) continue;
    found.push({ first, last, isEnded: true });
    first = undefined;
  }
  if (first !== undefined) found.push({ first, last, isEnded: false });
  return found;
};

/**
 * Cuts a text into the sentences that two sides had in common, and gives each what the sides typed at
 * its borders: behind a sentence whose end they deleted, or before the sentence that goes on from it.
 * Whole sentences that somebody typed between two others are nobody else's.
 */
export const sentencesBetween = (
  letters: readonly Letters[],
  base: readonly boolean[],
  one: View,
  other: View,
): readonly Sentence[] => {
  const cuts = cut(letters, base);
  const whole = (view: View): boolean => view.shows.some(Boolean);
  if (cuts.length === 0) {
    const isOpenFor = (): boolean => true;
    return letters.length > 0 && whole(one) && whole(other)
      ? [{ first: 0, last: letters.length - 1, isOpenFor }]
      : [];
  }
  const reach = cuts.map(({ first, last }) => ({ first, last }));
  const extend = (sentence: number, index: number): void => {
    const own = reach[sentence];
    if (own === undefined) return;
    own.first = Math.min(own.first, index);
    own.last = Math.max(own.last, index);
  };
  for (let next = 0; next <= cuts.length; next += 1) {
    const from = (cuts[next - 1]?.last ?? -1) + 1;
    const to = cuts[next]?.first ?? letters.length;
    for (const [view, rival] of [
      [one, other],
      [other, one],
    ] as const) {
      for (let index = from; index < to; index += 1) {
        const by = letters[index]?.by ?? [];
        // What both know and is not of the base went before they parted.
        if (!view.knows(by) || rival.knows(by)) continue;
        for (const sentence of ownersOf(letters, cuts, { next, index, to }, view, rival)) {
          extend(sentence, index);
        }
      }
    }
  }
  return apart(
    reach.map(({ first, last }, index) => {
      const { last: end, isEnded } = cuts[index] ?? { last, isEnded: false };
      return { first, last, isOpenFor: (view) => !isEnded || view.hasDeleted[end] === true };
    }),
  );
};

/** Joins sentences that run into each other, as where one side typed one in place of two. */
const apart = (sentences: readonly Sentence[]): readonly Sentence[] => {
  const joined: Sentence[] = [];
  for (const next of sentences) {
    const before = joined.at(-1);
    if (before === undefined || before.last < next.first) {
      joined.push(next);
      continue;
    }
    joined[joined.length - 1] = {
      first: Math.min(before.first, next.first),
      last: Math.max(before.last, next.last),
      isOpenFor: (view) => before.isOpenFor(view) || next.isOpenFor(view),
    };
  }
  return joined;
};

type Gap = { readonly next: number; readonly index: number; readonly to: number };

/** The sentences that letters between two sentences belong to, as the side sees it that typed them. */
const ownersOf = (
  letters: readonly Letters[],
  cuts: readonly Base[],
  { next, index, to }: Gap,
  view: View,
  rival: View,
): readonly number[] => {
  const isOpen = (sentence: number, by: View): boolean => {
    const own = cuts[sentence];
    return own !== undefined && (!own.isEnded || by.hasDeleted[own.last] === true);
  };
  const before: number[] = [];
  for (let sentence = next - 1; isOpen(sentence, view); sentence -= 1) before.push(sentence);
  if (before.length > 0) return before;
  const following = cuts[next];
  // What is left standing alone at the end, once the sentence that it went on from is deleted.
  if (following === undefined) return isOpen(next - 1, rival) ? [next - 1] : [];
  const isGone = !view.shows.slice(following.first, following.last + 1).some(Boolean);
  if (isGone) return [next];
  for (let place = index; place < to; place += 1) {
    if (view.shows[place] && letters[place]?.isEnd) return [];
  }
  return [next];
};
