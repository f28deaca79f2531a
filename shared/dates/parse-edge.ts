import { ok, type Result } from '../result.ts';
import { refuse } from '../text/refuse.ts';
import { normalizeTyped, quote } from '../text/typed.ts';
import { parseFiscalYear, parsePartialDate } from './parse.ts';
import { type SpanEdge, slotOfDay, thirdOfSlot } from './thirds.ts';
import { type FiscalYear, isDay, isMonth, type Month, makeMonth, month } from './types.ts';

/** 昭和元年12月: no roadmap reaches further back. */
export const FIRST_EDGE_MONTH: Month = month('1926-12');
/** 令和108年3月, the end of 令和107年度. */
export const LAST_EDGE_MONTH: Month = month('2126-03');

/** Which end of a bar is meant: a whole 年度 begins in April and ends in March. */
export type EdgeSide = 'start' | 'end';

const TODO =
  '「令和5年2月」「R5.2」「2023/2」のような月か、「令和5年2月中旬」のような旬で入力してください。';

/** No month is longer as text, however it is written; a hostile cell must not freeze the window. */
const LENGTH_LIMIT = 200;

const THIRD = /(?:の)?(上旬?|初旬|初め|始め|頭|中旬?|半ば|中頃|下旬?|末)$/;
const THIRD_NUMBERS: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/^(?:上|初|始|頭)/, 1],
  [/^(?:中|半)/, 2],
  [/^(?:下|末)/, 3],
];
/** 2023-02-T1, as it is stored. */
const STORED_THIRD = /^(\d{4}-\d{2})-T([123])$/i;

/** Whether a month lies where roadmaps are kept: 昭和元年12月 to 令和108年3月. */
export const isInEdgeRange = (edge: SpanEdge): boolean => {
  const at = edge.slice(0, 7);
  return at >= FIRST_EDGE_MONTH && at <= LAST_EDGE_MONTH;
};

/**
 * Reads when a bar starts or ends: 令和5年2月, R5.2, 2023/2, 2023-02, 9月 (in `fiscalYear`), with
 * 上旬, 中旬 or 下旬 behind for a third of it; 令和6年度 where `side` says which end. A day counts as
 * the third in which it lies. Full width too.
 */
export const parseEdge = (
  text: string,
  fiscalYear?: FiscalYear | null,
  side?: EdgeSide,
): Result<SpanEdge> => {
  if (text.length > LENGTH_LIMIT) return unreadable(text);
  const typed = normalizeTyped(text);
  if (typed === '') return refuse('月が入っていません。', TODO);
  const edge = readEdge(typed, fiscalYear ?? null, side, text);
  if (!edge.ok || isInEdgeRange(edge.value)) return edge;
  return outOfRange(text);
};

const outOfRange = (text: string): Result<never> =>
  refuse(
    `${quote(text)}は扱えません。昭和元年12月から令和108年（2126年）3月までの月を使えます。`,
    TODO,
  );

const unreadable = (text: string): Result<never> =>
  refuse(`${quote(text)}は月として読み取れません。`, TODO);

const readEdge = (
  typed: string,
  fiscalYear: FiscalYear | null,
  side: EdgeSide | undefined,
  text: string,
): Result<SpanEdge> => {
  const stored = STORED_THIRD.exec(typed);
  if (stored) return readThird(stored[1] ?? '', Number(stored[2]), fiscalYear, text);
  const word = THIRD.exec(typed);
  if (word) {
    const number = THIRD_NUMBERS.find(([words]) => words.test(word[1] ?? ''))?.[1] ?? 1;
    return readThird(typed.slice(0, word.index), number, fiscalYear, text);
  }
  const year = typed.endsWith('年度') && side ? parseFiscalYear(typed) : null;
  if (!year?.ok) return readMonth(typed, fiscalYear, text);
  const edge = side === 'start' ? makeMonth(year.value, 4) : makeMonth(year.value + 1, 3);
  return edge === null ? outOfRange(text) : ok(edge);
};

const readMonth = (
  typed: string,
  fiscalYear: FiscalYear | null,
  text: string,
): Result<SpanEdge> => {
  const parsed = parsePartialDate(typed, fiscalYear === null ? {} : { fiscalYear });
  if (!parsed.ok) return refuse(reworded(parsed.error.happened, typed, text), TODO);
  const { date } = parsed.value;
  if (date === '') return unreadable(text);
  return ok(isDay(date) ? thirdOfSlot(slotOfDay(date)) : date);
};

/** What is wrong with a date, said of a month, and of the whole text that was typed. */
const reworded = (happened: string, typed: string, text: string): string => {
  if (/年度?$/.test(typed)) return `${quote(text)}には月がありません。`;
  const behind = happened.startsWith(quote(typed)) ? happened.slice(quote(typed).length) : happened;
  return `${quote(text)}${behind.replace(/^は日付として/, 'は月として')}`;
};

const readThird = (
  typed: string,
  number: number,
  fiscalYear: FiscalYear | null,
  text: string,
): Result<SpanEdge> => {
  const parsed = readMonth(typed, fiscalYear, text);
  if (!parsed.ok) return parsed;
  if (isMonth(parsed.value)) return ok(`${parsed.value}-T${number}` as SpanEdge);
  return unreadable(text);
};
