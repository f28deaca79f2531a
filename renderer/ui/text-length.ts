import { lengthOf } from '#shared/text/limits.ts';

/** What a field says when its text is longer than `max` characters, or undefined. */
export const tooLong = (text: string, max: number | undefined): string | undefined => {
  // UTF-16 units are never fewer than characters: short texts need no counting.
  if (max === undefined || text.length <= max) return undefined;
  const length = lengthOf(text);
  if (length <= max) return undefined;
  const shown = (count: number) => count.toLocaleString('ja-JP');
  return `${shown(max)}文字までです。いま${shown(length)}文字あります。`;
};
