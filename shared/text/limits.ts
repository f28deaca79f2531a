import { ok, type Result } from '../result.ts';
import { refuse } from './refuse.ts';

/** The longest name of a person, a place, a meeting …, in characters (code points). */
export const NAME_LIMIT = 200;

/** Code points: 𠮷 counts as one. */
export const lengthOf = (text: string): number => [...text].length;

/** A text cut to at most `limit` characters, the last of which is then …. */
export const clip = (text: string, limit: number): string => {
  // No more than this many UTF-16 units can matter, however long the text is.
  const head = [...text.slice(0, limit * 2 + 2)];
  return head.length <= limit ? head.join('') : `${head.slice(0, limit - 1).join('')}…`;
};

/** One line without control or invisible format characters, or halves of surrogate pairs. */
export const cleanLine = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();

/**
 * A name as it may be stored: one clean line of 1 to `NAME_LIMIT` characters.
 * @param what the field's name for the message, such as 会場
 */
export const checkName = (text: string, what = '名前'): Result<string> => {
  const name = cleanLine(text);
  const length = lengthOf(name);
  if (length === 0) return refuse(`${what}が入っていません。`, `${what}を入力してください。`);
  if (length <= NAME_LIMIT) return ok(name);
  return refuse(
    `${what}が長すぎます（${length.toLocaleString('ja-JP')}文字）。`,
    `${NAME_LIMIT}文字までにしてください。くわしい内容は記録の本文に書けます。`,
  );
};
