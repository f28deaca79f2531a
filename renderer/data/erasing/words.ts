import { isId } from '#shared/domain/record/ids.ts';
import { says } from '#shared/text/sought-words.ts';

/** Stands where a value said nothing but what was erased. */
export const ERASED_WORDS = '（消去済み）';

/** A text without the words. */
export const without = (pattern: RegExp, text: string): string => {
  if (!says(pattern, text)) return text;
  const rest = text.replace(pattern, '').trim();
  return rest === '' ? ERASED_WORDS : rest;
};

/** Ids are no words, though short ones look like telephone numbers. */
const isLongId = (text: string): boolean => text.length >= 16 && isId(text);

/** Whether a value of any shape says a word: a snapshot holds its texts as JSON. */
export const valueSays = (pattern: RegExp | undefined, value: unknown): boolean => {
  if (pattern === undefined) return false;
  if (typeof value === 'string') return !isLongId(value) && says(pattern, value);
  if (Array.isArray(value)) return value.some((each) => valueSays(pattern, each));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => valueSays(pattern, each));
};

/** The same value without the words; JSON stays JSON. */
export const valueWithout = (pattern: RegExp, value: unknown): unknown => {
  if (typeof value === 'string') return textWithout(pattern, value);
  if (Array.isArray(value)) return value.map((each) => valueWithout(pattern, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, valueWithout(pattern, each)]),
  );
};

const textWithout = (pattern: RegExp, text: string): string => {
  if (isLongId(text) || !says(pattern, text)) return text;
  if (!/^[[{]/.test(text)) return without(pattern, text);
  try {
    return JSON.stringify(valueWithout(pattern, JSON.parse(text)));
  } catch {
    return without(pattern, text);
  }
};
