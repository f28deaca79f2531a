import { ok, type Result } from '../result.ts';
import { refuse } from '../text/refuse.ts';
import { normalizeTyped, quote } from '../text/typed.ts';
import { calendarYearOf } from './calendar.ts';
import { daysInMonth } from './civil.ts';
import { calendarYearOfEra, ERA_PATTERN } from './eras.ts';
import { formatMonth } from './format.ts';
import { checkWeekday, splitWeekday, type WeekdayCheck } from './typed-weekday.ts';
import {
  type FiscalYear,
  isFiscalYear,
  makeDay,
  makeMonth,
  makeTime,
  type PartialDate,
  type TimeOfDay,
} from './types.ts';

/** What was typed as a date. `weekday` is there when one was typed beside a day. */
export type ParsedDate = { readonly date: PartialDate; readonly weekday?: WeekdayCheck };

/** Where no year is typed, the date lies in this fiscal year; without one the year must be typed. */
export type DateContext = { readonly fiscalYear?: FiscalYear };

export type TimeRange = { readonly start: TimeOfDay; readonly end: TimeOfDay };

type Groups = Readonly<Record<string, string | undefined>>;

const DATE_TODO = '「8/24」「R4.8.24」「2022/8/24」「令和4年8月」のように入力してください。';
const TIME_TODO = '「13:30」「13:30～16:00」「午後1時30分」のように入力してください。';

const YEAR = `(?:(?<era>${ERA_PATTERN})\\.?(?<eraYear>\\d{1,3}|元)|(?<year>\\d{4}))`;
const DATE = new RegExp(
  `^(?:${YEAR}(?:年(?<fiscal>度)?|[./-]))?(?<month>\\d{1,2})(?:(?:月|[./-])(?<day>\\d{1,2})日?|月)?$`,
  'i',
);
/** 20220824 */
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const FISCAL_YEAR = new RegExp(`^${YEAR}(?:年度?)?$`, 'i');
const TIME =
  /^(?<before>午前|午後|am|pm)?(?:(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})|時(?:(?<kanji>\d{1,2})分|(?<half>半))?)?|(?<compact>\d{3,4}))(?<after>am|pm)?$/i;

/**
 * Reads a date as staff type it: R4.8.24, 令4.8.24, 令和4年8月24日(水), 2022/8/24, 8/24, 8月,
 * 令和4年度2月, full width too; nothing and 未定 are the unknown date. A day that does not exist is
 * refused; a weekday that disagrees is reported. An era may count on past its end (平成35年 is 2023).
 */
export const parsePartialDate = (text: string, context: DateContext): Result<ParsedDate> => {
  const typed = normalizeTyped(text);
  if (/^(?:日付)?(?:未定|不明)?$/.test(typed)) return ok({ date: '' });
  const split = splitWeekday(typed);
  const parsed = readDate(split.date.replace(COMPACT_DATE, '$1/$2/$3'), quote(text), context);
  if (!parsed.ok) return parsed;
  const weekday = checkWeekday(parsed.value, split.weekday);
  return ok({ date: parsed.value, ...(weekday && { weekday }) });
};

const readDate = (typed: string, quoted: string, context: DateContext): Result<PartialDate> => {
  const groups: Groups | undefined = DATE.exec(typed)?.groups;
  // A bare number is no date.
  if (groups === undefined || /^\d+$/.test(typed)) {
    return refuse(`${quoted}は日付として読み取れません。`, DATE_TODO);
  }
  const month = Number(groups.month);
  if (month < 1 || month > 12) return refuse(`${quoted}の${month}月はありません。`, DATE_TODO);
  const typedYear = readYear(groups);
  const year = typedYear ?? context.fiscalYear;
  if (year === undefined) return refuse(`${quoted}には年がありません。`, DATE_TODO);
  const fiscal = typedYear === null || groups.fiscal !== undefined;
  return dateIn(fiscal ? calendarYearOf(year, month) : year, month, groups.day, quoted);
};

/** The calendar year that was typed; null when none was, NaN for a year 0 of an era. */
const readYear = ({ era, eraYear, year }: Groups): number | null => {
  if (year !== undefined) return Number(year);
  if (era === undefined) return null;
  return calendarYearOfEra(era, eraYear === '元' ? 1 : Number(eraYear)) ?? Number.NaN;
};

const dateIn = (
  year: number,
  month: number,
  day: string | undefined,
  quoted: string,
): Result<PartialDate> => {
  const whole = makeMonth(year, month);
  if (whole === null) {
    return refuse(`${quoted}の年は扱えません（明治6年からです）。`, '年を確かめてください。');
  }
  if (day === undefined) return ok(whole);
  const date = makeDay(year, month, Number(day));
  if (date !== null) return ok(date);
  return refuse(
    `${quoted}という日はありません。${formatMonth(whole)}は${daysInMonth(year, month)}日までです。`,
    '日を確かめて入力し直してください。',
  );
};

/** Reads 令和4年度, R4, 2022, 令和元年度; 平成35年度 is 2023 (its label, where it counts, is kept elsewhere). */
export const parseFiscalYear = (text: string): Result<FiscalYear> => {
  const groups: Groups | undefined = FISCAL_YEAR.exec(normalizeTyped(text))?.groups;
  const year = groups === undefined ? null : readYear(groups);
  if (year !== null && isFiscalYear(year)) return ok(year);
  return refuse(
    `${quote(text)}は年度として読み取れません。`,
    '「令和4年度」「R4」「2022」のように入力してください。',
  );
};

/** Reads 13:30, 13時半, 13時30分, 1330, 午後1時30分, 正午, 9; nothing is the unknown time. */
export const parseTime = (text: string): Result<TimeOfDay> => {
  const time = readTime(normalizeTyped(text));
  return time === null ? refuse(`${quote(text)}は時刻として読み取れません。`, TIME_TODO) : ok(time);
};

const readTime = (typed: string): TimeOfDay | null => {
  if (typed === '') return '';
  if (typed === '正午') return makeTime(12, 0);
  const groups: Groups | undefined = TIME.exec(typed)?.groups;
  if (groups === undefined) return null;
  const { compact } = groups;
  const hour = Number(compact?.slice(0, -2) ?? groups.hour);
  const minute = Number(
    compact?.slice(-2) ?? groups.minute ?? groups.kanji ?? (groups.half && 30) ?? 0,
  );
  const mark = groups.before ?? groups.after;
  const afternoon = mark !== undefined && /^(?:午後|pm)$/i.test(mark);
  // 午前12時 is noon by law and midnight on many clocks: better refused than guessed.
  if (mark !== undefined && !afternoon && hour >= 12) return null;
  return makeTime(afternoon && hour < 12 ? hour + 12 : hour, minute);
};

/** Reads 13:30～16:00, 13:30-, 13時半から16時まで, 午後1時30分～4時 (both 午後); an end before the start is refused. */
export const parseTimeRange = (text: string): Result<TimeRange> => {
  const typed = normalizeTyped(text)
    .replace(/から|-/, '~')
    .replace(/(?<=~.*)まで$/, '');
  const [from = '', to = '', ...rest] = typed.split('~');
  const carried = from.startsWith('午後') && /^\d/.test(to) ? `午後${to}` : to;
  const [start, end] = [readTime(from), readTime(carried)];
  if (start === null || end === null || rest.length > 0) {
    return refuse(`${quote(text)}は時刻として読み取れません。`, TIME_TODO);
  }
  if (start === '' || end === '' || start <= end) return ok({ start, end });
  return refuse(
    `${quote(text)}は、終わりの時刻が始まりより前です。`,
    '始まりと終わりの時刻を確かめてください。',
  );
};
