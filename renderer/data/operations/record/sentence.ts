import { ok, type Result } from '#shared/result.ts';
import { cleanLine, lengthOf } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';

/** The longest finding or action, in characters; whole stories belong into the note. */
export const SENTENCE_LIMIT = 1000;

/**
 * A finding or an action as it may be stored: one clean line that says something.
 * @param what the word for it in the message
 */
export const checkSentence = (text: string, what: string): Result<string> => {
  const line = cleanLine(text);
  const length = lengthOf(line);
  if (length === 0) return refuse(`${what}が入っていません。`, `${what}を入力してください。`);
  if (length <= SENTENCE_LIMIT) return ok(line);
  return refuse(
    `${what}が長すぎます（${length.toLocaleString('ja-JP')}文字）。`,
    `${SENTENCE_LIMIT}文字までにしてください。くわしい内容は記録の本文に書けます。`,
  );
};
