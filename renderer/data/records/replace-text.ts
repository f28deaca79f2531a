import type * as Y from 'yjs';

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/**
 * Makes a text say `next` by changing only its middle, where the two differ, so that what somebody
 * else types elsewhere in it at the same time is kept. A surrogate pair is never cut in two.
 */
export const replaceText = (text: Y.Text, next: string): void => {
  const before = text.toString();
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
  text.delete(start, before.length - start - end);
  text.insert(start, next.slice(start, next.length - end));
};
