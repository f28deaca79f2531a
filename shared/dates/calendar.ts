import { type Civil, civilOf, dayNumberOf } from './civil.ts';
import {
  type Day,
  day,
  type FiscalYear,
  fiscalYear,
  isDay,
  type Month,
  month,
  type PartialDate,
  WEEKDAYS,
  type Weekday,
} from './types.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const APRIL = 4;

/** A day's year, month (from 1) and day; a month counts as its first day. */
export const civilOfDate = (date: Day | Month): Civil => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: isDay(date) ? Number(date.slice(8)) : 1,
});

/** Days since 1970-01-01; a month counts as its first day. */
export const dayNumber = (date: Day | Month): number => dayNumberOf(civilOfDate(date));

const dayOfNumber = (number: number): Day => {
  const civil = civilOf(number);
  return day(`${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`);
};

const monthOfNumber = (number: number): Month =>
  month(`${pad(Math.floor(number / 12), 4)}-${pad((((number % 12) + 12) % 12) + 1, 2)}`);

export const weekdayOf = (date: Day): Weekday => {
  // 1970-01-01 was a Thursday, the fifth of the seven.
  const index = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? '日';
};

/** The day `count` days later, or earlier when negative. Throws a RangeError beyond the calendar. */
export const addDays = (date: Day, count: number): Day => dayOfNumber(dayNumber(date) + count);

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The month `count` months later. Throws a RangeError beyond the calendar. */
export const addMonths = (date: Month, count: number): Month => {
  const civil = civilOfDate(date);
  return monthOfNumber(civil.year * 12 + civil.month - 1 + count);
};

/** The month of a date that may be unknown (`''`). */
export function monthOf(date: Day | Month): Month;
export function monthOf(date: PartialDate): Month | '';
export function monthOf(date: PartialDate): Month | '' {
  return date === '' ? '' : month(date.slice(0, 7));
}

/** The fiscal year (年度), April to March, in which a day or month lies. */
export const fiscalYearOf = (date: Day | Month): FiscalYear => {
  const civil = civilOfDate(date);
  return fiscalYear(civil.month >= APRIL ? civil.year : civil.year - 1);
};

/** The calendar year of a month (1–12) of a fiscal year: January to March belong to the next one. */
export const calendarYearOf = (year: number, monthNumber: number): number =>
  monthNumber >= APRIL ? year : year + 1;

/** The twelve months of a fiscal year, April first. */
export const monthsOf = (year: FiscalYear): readonly Month[] =>
  Array.from({ length: 12 }, (_, index) => monthOfNumber(year * 12 + APRIL - 1 + index));

/** Order of time. A month alone stands before its days, as a heading does; the unknown comes last. */
export const comparePartialDates = (a: PartialDate, b: PartialDate): number => {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return a < b ? -1 : 1;
};

/** The day at a moment (ms since 1970 UTC) where clocks run `offsetMinutes` ahead of UTC; Japan: 540. */
export const dayOfEpoch = (milliseconds: number, offsetMinutes: number): Day =>
  dayOfNumber(Math.floor((milliseconds + offsetMinutes * 60_000) / 86_400_000));
