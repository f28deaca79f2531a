import { ok, type Result } from '../result.ts';
import { refuse } from './refuse.ts';
import { normalizeTyped, quote } from './typed.ts';

/** No meeting and no municipality of ours counts more heads. */
export const COUNT_LIMIT = 9_999_999;

const COUNT =
  /^(?:合計|計|約|およそ)*(\d+|\d{1,3}(?:,\d{3})+)(?:人|名)?(?:程度|ほど|くらい|ぐらい)?$/;

/** A head count as people type it: 49人, ４９, 計46名, 約30人程度, 1,234人. */
export const parseCount = (text: string): Result<number> => {
  const todo = '「49」「49人」のように、0以上の整数で入力してください。';
  if (text.trim() === '') return refuse('人数が入っていません。', todo);
  const digits = COUNT.exec(normalizeTyped(text))?.[1];
  if (digits === undefined) return refuse(`${quote(text)}は人数として読み取れません。`, todo);
  const count = Number(digits.replaceAll(',', ''));
  if (count <= COUNT_LIMIT) return ok(count);
  return refuse(
    `${quote(text)}は人数として大きすぎます。`,
    `${COUNT_LIMIT.toLocaleString('ja-JP')}人までで入力してください。`,
  );
};
