import { assertNever } from '../result.ts';
import { civilOfDate, weekdayOf } from './calendar.ts';
import { type EraYear, eraLetter, eraYearOf } from './eras.ts';
import {
  type Day,
  type FiscalYear,
  isDay,
  type Month,
  month,
  type PartialDate,
  type TimeOfDay,
} from './types.ts';

/**
 * How a date is written.
 * - `long`: 令和4年8月24日(水), 令和4年8月
 * - `short`: 8/24, 8月
 * - `dotted`: R4.8.24, R4.8
 * - `gregorian`: 2022年8月24日(水), 2022年8月
 */
export type DateStyle = 'long' | 'short' | 'dotted' | 'gregorian';

const UNKNOWN = '日付未定';

const eraText = ({ era, year }: EraYear): string => `${era}${year === 1 ? '元' : year}年`;

export const formatDay = (date: Day, style: DateStyle = 'long'): string => {
  const { year, month, day } = civilOfDate(date);
  switch (style) {
    case 'long':
      return `${eraText(eraYearOf(date))}${month}月${day}日(${weekdayOf(date)})`;
    case 'short':
      return `${month}/${day}`;
    case 'dotted':
      return `${dottedYear(date)}.${month}.${day}`;
    case 'gregorian':
      return `${year}年${month}月${day}日(${weekdayOf(date)})`;
    default:
      return assertNever(style);
  }
};

/** A month in which the era changed is named after its first day: 平成31年4月, 令和元年5月. */
export const formatMonth = (date: Month, style: DateStyle = 'long'): string => {
  const { year, month } = civilOfDate(date);
  switch (style) {
    case 'long':
      return `${eraText(eraYearOf(date))}${month}月`;
    case 'short':
      return `${month}月`;
    case 'dotted':
      return `${dottedYear(date)}.${month}`;
    case 'gregorian':
      return `${year}年${month}月`;
    default:
      return assertNever(style);
  }
};

const dottedYear = (date: Day | Month): string => {
  const { era, year } = eraYearOf(date);
  return `${eraLetter(era)}${year}`;
};

/** A meeting's date as it stands on screen; 日付未定 when unknown. */
export const formatPartialDate = (date: PartialDate, style: DateStyle = 'long'): string => {
  if (date === '') return UNKNOWN;
  return isDay(date) ? formatDay(date, style) : formatMonth(date, style);
};

/**
 * 令和4年度. The year in which the era changes bears the new era's name as a whole: 2019 is 令和元年度
 * (新元号への円滑な移行に向けた関係省庁連絡会議申合せ, 平成31年4月1日), so May gives the name.
 */
export const formatFiscalYear = (year: FiscalYear): string =>
  `${eraText(eraYearOf(month(`${year}-05`)))}度`;

/** 13:30～16:00, 13:30～, ～16:00, or nothing when neither is known. */
export const formatTimeRange = (start: TimeOfDay, end: TimeOfDay): string =>
  start === '' && end === '' ? '' : `${clock(start)}～${clock(end)}`;

/** 9:05, as staff write it: no zero before the hour. */
const clock = (time: TimeOfDay): string => time.replace(/^0/, '');
