import { daysInMonth } from './civil.ts';

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A day of the calendar, `YYYY-MM-DD`. As texts, days sort in the order of time. */
export type Day = Branded<string, 'Day'>;
/** A month, `YYYY-MM`. */
export type Month = Branded<string, 'Month'>;
/** A fiscal year (年度): the calendar year of its April. */
export type FiscalYear = Branded<number, 'FiscalYear'>;
/** A meeting's date: known to the day, known to the month, or unknown (`''`). */
export type PartialDate = Day | Month | '';
/** `HH:MM` from 00:00 to 23:59, or unknown (`''`). */
export type TimeOfDay = Branded<string, 'TimeOfDay'> | '';

export const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Japan has counted in this calendar since 明治6年; earlier days bear names of the lunar one. */
export const FIRST_YEAR = 1873;
export const LAST_YEAR = 9999;

const isYear = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;

/** Whether a text is a day that exists: 2023-02-29 is none. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isMonth(text.slice(0, 7))) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
};

export const isMonth = (text: string): text is Month =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && isYear(Number(text.slice(0, 4)));

export const isPartialDate = (text: string): text is PartialDate =>
  text === '' || isDay(text) || isMonth(text);

export const isTimeOfDay = (text: string): text is TimeOfDay =>
  text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export const isFiscalYear = (year: number): year is FiscalYear => isYear(year);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The day of the given numbers (month from 1), or null where the calendar has none. */
export const makeDay = (year: number, month: number, day: number): Day | null => {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDay(text) ? text : null;
};

/** The month of the given numbers (month from 1), or null where the calendar has none. */
export const makeMonth = (year: number, month: number): Month | null => {
  const text = `${pad(year, 4)}-${pad(month, 2)}`;
  return isMonth(text) ? text : null;
};

/** The time of day of the given numbers, or null when a clock does not show it. */
export const makeTime = (hour: number, minute: number): TimeOfDay | null => {
  const text = `${pad(hour, 2)}:${pad(minute, 2)}`;
  return isTimeOfDay(text) ? text : null;
};

const must = <T>(value: T | null, text: string): T => {
  if (value === null) throw new RangeError(`not in the calendar: ${text}`);
  return value;
};

/** For texts that the code itself wrote. Throws a RangeError where the calendar has no such day. */
export const day = (text: string): Day => must(isDay(text) ? text : null, text);

/** As `day`, for a month. */
export const month = (text: string): Month => must(isMonth(text) ? text : null, text);

/** As `day`, for a fiscal year. */
export const fiscalYear = (year: number): FiscalYear =>
  must(isFiscalYear(year) ? year : null, String(year));
