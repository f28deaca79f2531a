/**
 * Signs with a number in them that stand beside digits: ①, ², ½, ⒈. NFKC would melt them into those
 * digits (①15人 → 115人), so they stay what they are.
 */
const NOT_KEPT =
  /[^\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]+/g;

/** A text in the form in which words are looked for: NFKC, but circled and raised numbers stay apart. */
export const plainOf = (text: string): string =>
  text.replace(NOT_KEPT, (part) => part.normalize('NFKC'));

/** A text as words are looked for in it, and how to cut what was found from the text as it was written. */
export type Folded = {
  readonly plain: string;
  /** The part of the original that stands at these places of `plain`. */
  readonly cut: (from: number, to?: number) => string;
};

/** A letter with what is written onto it: ｶﾞ, か + ゛. */
const LETTERS = /[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu;

/** Names keep their letters (神 U+FA19, ㈱) though they are looked at after folding. */
export const foldedOf = (text: string): Folded => {
  const whole = plainOf(text);
  if (whole === text) return { plain: text, cut: (from, to) => text.slice(from, to) };
  const parts: string[] = [];
  const starts: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const part = plainOf(letter);
    parts.push(part);
    for (let at = 0; at < part.length; at += 1) starts.push(index);
  }
  return {
    plain: parts.join(''),
    cut: (from, to) => {
      const end = to === undefined ? text.length : (starts[to] ?? text.length);
      return text.slice(starts[from] ?? text.length, end);
    },
  };
};
