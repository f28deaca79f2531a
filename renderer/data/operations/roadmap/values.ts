import { isInEdgeRange } from '#shared/dates/parse-edge.ts';
import {
  endSlotOf,
  formatEdge,
  isSpanEdge,
  type SpanEdge,
  startSlotOf,
} from '#shared/dates/thirds.ts';
import type { Span } from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName, cleanLine, lengthOf } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { quote } from '#shared/text/typed.ts';

/** The longest note of a bar, a milestone or a version, in characters. */
export const ROADMAP_NOTE_LIMIT = 1000;

/** @param what the field's name for the message, such as 開始 */
export const checkEdge = (text: string, what: string): Result<SpanEdge> => {
  if (text === '') return refuse(`${what}が入っていません。`, `${what}の月を入力してください。`);
  if (!isSpanEdge(text)) {
    return refuse(
      `${what}の${quote(text)}は月として読み取れません。`,
      '「令和5年2月」「R5.2」「令和5年2月中旬」のように入力してください。',
    );
  }
  if (isInEdgeRange(text)) return ok(text);
  return refuse(
    `${what}の${formatEdge(text)}はロードマップに表せません。`,
    '昭和元年12月から令和108年3月までの月を入力してください。',
  );
};

/** A span whose end does not lie before its start. */
export const checkSpan = (start: string, end: string, what = ''): Result<Span> => {
  const from = checkEdge(start, `${what}開始`);
  if (!from.ok) return from;
  const to = checkEdge(end, `${what}終了`);
  if (!to.ok) return to;
  if (startSlotOf(from.value) <= endSlotOf(to.value))
    return ok({ start: from.value, end: to.value });
  return refuse(
    `${what}終了（${formatEdge(to.value)}）が${what}開始（${formatEdge(from.value)}）より前です。`,
    `${what}終了を${what}開始以後にしてください。`,
  );
};

/** When something really began and ended, either of which may be ''. */
export const checkActual = (start: string, end: string): Result<null> => {
  if (start !== '' && end !== '') {
    const span = checkSpan(start, end, '実績の');
    return span.ok ? ok(null) : span;
  }
  const only = start === '' ? end : start;
  if (only === '') return ok(null);
  const edge = checkEdge(only, start === '' ? '実績の終了' : '実績の開始');
  return edge.ok ? ok(null) : edge;
};

/** A name, or '' where none is needed. */
export const checkOptionalName = (text: string, what: string): Result<string> =>
  cleanLine(text) === '' ? ok('') : checkName(text, what);

/** Lines of plain text. */
export const checkNote = (text: string, what = '備考'): Result<string> => {
  const note = text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join('\n')
    .trim();
  const length = lengthOf(note);
  if (length <= ROADMAP_NOTE_LIMIT) return ok(note);
  return refuse(
    `${what}が長すぎます（${length.toLocaleString('ja-JP')}文字）。`,
    `${ROADMAP_NOTE_LIMIT.toLocaleString('ja-JP')}文字までにしてください。`,
  );
};

/** Percent, or null where nobody says. */
export const checkProgress = (progress: number | null): Result<number | null> =>
  progress === null || (Number.isInteger(progress) && progress >= 0 && progress <= 100)
    ? ok(progress)
    : refuse('進みが読み取れません。', '0から100までの整数（％）で入力してください。');

/** Checks those fields of a patch that it has; the first refusal ends it. */
export const checkFields = <T extends object>(
  patch: T,
  checks: { readonly [K in keyof T]?: (value: NonNullable<T[K]>) => Result<T[K]> },
): Result<T> => {
  const checked: Partial<T> = { ...patch };
  for (const key of Object.keys(checks) as (keyof T)[]) {
    const value = patch[key];
    const check = checks[key];
    if (value === undefined || value === null || check === undefined) continue;
    const result = check(value as NonNullable<T[typeof key]>);
    if (!result.ok) return result;
    checked[key] = result.value;
  }
  return ok(checked as T);
};
