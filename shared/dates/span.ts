import { ok, type Result } from '../result.ts';
import { refuse } from '../text/refuse.ts';
import { normalizeTyped, quote } from '../text/typed.ts';
import { addDays, civilOfDate, daysBetween, weekdayOf } from './calendar.ts';
import { type DateStyle, formatDay, formatPartialDate } from './format.ts';
import { type DateContext, type ParsedDate, parsePartialDate } from './parse.ts';
import { type Day, isDay, type PartialDate } from './types.ts';

/** What was typed as one day, as several in a row (12/26～27), or as less than a day. */
export type ParsedSpan = ParsedDate & { readonly endDate: Day | '' };

/** The longest span that is written out day by day. */
const MOST_DAYS = 31;

const BETWEEN = /~|・|、|,|から|及び|(?<=^\d{1,2}\/\d{1,2})-/;
/** 27, 27日, 27(火): a day of the month of the one before it. */
const DAY_ALONE = /^(\d{1,2})日?(?=$|[(（])/;

/**
 * Reads what `parsePartialDate` does, and days in a row: 12/26～27, 12/26～1/5, 12月26日・27日, 12/26(月)～27(火).
 * Days between which others lie are refused, as is an end before the start.
 */
export const parseDateSpan = (text: string, context: DateContext): Result<ParsedSpan> => {
  const single = parsePartialDate(text, context);
  if (single.ok) return ok({ ...single.value, endDate: '' });
  const typed = normalizeTyped(text).replace(/まで$/, '');
  const [first = '', ...others] = typed.split(BETWEEN);
  const start = parsePartialDate(first, context);
  if (!start.ok || !isDay(start.value.date) || others.length === 0) return single;
  let [last, isListed] = [start.value.date, !/~|から|-/.test(typed.slice(first.length))];
  for (const other of others) {
    const next = nextDay(other, last, context);
    if (!next.ok) return next;
    if (next.value <= last) {
      return refuse(
        `${quote(text)}は、終わりの日が始まりより前です。`,
        '「12/26～27」のように、はじめの日から入力してください。',
      );
    }
    isListed = isListed || others.length > 1;
    if (isListed && daysBetween(last, next.value) !== 1) {
      return refuse(
        `${quote(text)}は続いた日ではありません。`,
        '続いていない日は、会合を分けて入力してください。',
      );
    }
    last = next.value;
  }
  return ok({ ...start.value, endDate: last });
};

const nextDay = (text: string, before: Day, context: DateContext): Result<Day> => {
  const { year, month } = civilOfDate(before);
  const inMonth = text.replace(DAY_ALONE, `${year}/${month}/$1`);
  const parsed = parsePartialDate(inMonth, context);
  if (!parsed.ok) return parsed;
  const { date } = parsed.value;
  return isDay(date)
    ? ok(date)
    : refuse(`${quote(text)}は日として読み取れません。`, '「12/26～27」のように入力してください。');
};

/** A date, or the days from one to another: 12/26～27, 令和4年12月26日(月)～27日(火). */
export const formatSpan = (
  date: PartialDate,
  endDate: PartialDate,
  style: DateStyle = 'long',
): string => {
  const start = formatPartialDate(date, style);
  if (!isDay(date) || !isDay(endDate) || endDate <= date) return start;
  return `${start}～${endWords(date, endDate, style)}`;
};

/** What of the end its start does not say already. */
const endWords = (date: Day, endDate: Day, style: DateStyle): string => {
  const [from, to] = [civilOfDate(date), civilOfDate(endDate)];
  const isSameMonth = from.year === to.year && from.month === to.month;
  if (isSameMonth) {
    return style === 'long' || style === 'gregorian'
      ? `${to.day}日(${weekdayOf(endDate)})`
      : String(to.day);
  }
  const whole = formatDay(endDate, style);
  return from.year === to.year ? whole.replace(/^.*年|^[A-Z]\d+\./, '') : whole;
};

/** Each day from one to another, both among them; one alone where there is no end. */
export const daysOfSpan = (date: PartialDate, endDate: PartialDate): readonly Day[] => {
  if (!isDay(date)) return [];
  if (!isDay(endDate) || endDate <= date) return [date];
  const count = Math.min(daysBetween(date, endDate) + 1, MOST_DAYS);
  return Array.from({ length: count }, (_, index) => addDays(date, index));
};
