import type * as Y from 'yjs';
import { wellFormed } from '#shared/text/well-formed.ts';

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/**
 * Makes a text say `next` by changing only its middle, where the two differ, so that what somebody
 * else types elsewhere in it at the same time is kept. A surrogate pair is never cut in two.
 */
export const replaceText = (text: Y.Text, next: string): void =>
  replaceRange(text, 0, text.toString(), next);

/** The same for a part of a text, which begins at `from` and says `before`. */
export const replaceRange = (text: Y.Text, from: number, before: string, typed: string): void => {
  const next = wellFormed(typed);
  if (before === next) return;
  const shorter = Math.min(before.length, next.length);
  let start = 0;
  while (start < shorter && before[start] === next[start]) start += 1;
  if (start > 0 && (isLowSurrogate(before, start) || isLowSurrogate(next, start))) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === next[next.length - 1 - end])
    end += 1;
  if (
    end > 0 &&
    (isLowSurrogate(before, before.length - end) || isLowSurrogate(next, next.length - end))
  )
    end -= 1;
  text.delete(from + start, before.length - start - end);
  text.insert(from + start, next.slice(start, next.length - end));
};

/**
 * An edit of a part of a text that leaves it as it is, so that others see that somebody has looked at
 * it: a letter is typed between the first two and removed again. Two who do it at once change nothing.
 * Of a single letter, which has no between, the letter itself is typed anew.
 */
export const touchRange = (text: Y.Text, from: number, says: string): void => {
  const between = isLowSurrogate(says, 1) ? 2 : 1;
  if (says !== '' && says.length <= between) {
    text.delete(from, says.length);
    text.insert(from, says);
    return;
  }
  const at = says === '' ? from : from + between;
  text.insert(at, '・');
  text.delete(at, 1);
};
