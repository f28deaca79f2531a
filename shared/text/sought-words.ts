/** Fewer letters than these would stand everywhere. */
export const MIN_LETTERS = 2;

const SPACES = '[\\s\\u3000]*';

const lettersOf = (word: string): string => word.replaceAll(/\s/gu, '');

/** Words that can be looked for, each once, without spaces. */
export const soughtWords = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map(lettersOf).filter((word) => [...word].length >= MIN_LETTERS)),
];

/**
 * Finds words however they are spaced (山田花子, 山田　花子), in either case, and as wide or narrow as they were
 * written or as NFKC has them; nothing where no word is long enough.
 */
export const patternOf = (words: readonly string[]): RegExp | undefined => {
  const forms = soughtWords(words).flatMap((word) => [word, lettersOf(word.normalize('NFKC'))]);
  // The longest first: of a name and its half, the whole goes.
  const sorted = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  if (sorted.length === 0) return undefined;
  return new RegExp(sorted.map((word) => [...word].map(escaped).join(SPACES)).join('|'), 'giu');
};

const escaped = (letter: string): string => letter.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

export const says = (pattern: RegExp | undefined, text: string): boolean =>
  pattern !== undefined && text.search(pattern) >= 0;
