import { civilOfDate, dayNumber, monthsOf } from '../../dates/calendar.ts';
import { daysInMonth } from '../../dates/civil.ts';
import { formatMonth } from '../../dates/format.ts';
import { type Day, type FiscalYear, isDay, type Month, month } from '../../dates/types.ts';
import type { LadderRung } from './ladder.ts';

/** A place in the fiscal year: 0 is the start of April 1, 1 the end of March 31. */
export type YearPosition = {
  readonly fraction: number;
  /** The date lies outside of the year and is drawn at that end. */
  readonly clipped: 'before' | 'after' | null;
};

export type StripMark = YearPosition & {
  readonly rung: LadderRung;
  /** Only the month is known: the mark stands in its middle. */
  readonly approximate: boolean;
};

export type StripMonth = {
  readonly month: Month;
  /** 8月 */
  readonly label: string;
  /** Fractions of the year; months are as wide as their days are many. */
  readonly from: number;
  readonly to: number;
};

/** The year at a glance, above the ladder. */
export type YearStrip = {
  readonly months: readonly StripMonth[];
  /** The rungs that have a date, in the ladder's order. */
  readonly marks: readonly StripMark[];
  /** How many rungs have none. */
  readonly undated: number;
  /** Today's fraction, or null when today lies outside of the year. */
  readonly today: number | null;
};

/** A month alone is placed in its middle, a day in the middle of the day. */
const middleOf = (date: Day | Month): number => {
  if (isDay(date)) return dayNumber(date) + 0.5;
  const civil = civilOfDate(date);
  return dayNumber(date) + daysInMonth(civil.year, civil.month) / 2;
};

const spanOf = (year: FiscalYear): { readonly start: number; readonly length: number } => {
  const start = dayNumber(month(`${year}-04`));
  // March, not the next April: the calendar's last year has none.
  return { start, length: dayNumber(month(`${year + 1}-03`)) + 31 - start };
};

/** Where a date lies in a fiscal year. The year after it must be in the calendar (`fiscalYearOfCase`). */
export const positionInYear = (date: Day | Month, year: FiscalYear): YearPosition => {
  const { start, length } = spanOf(year);
  const fraction = (middleOf(date) - start) / length;
  if (fraction < 0) return { fraction: 0, clipped: 'before' };
  return fraction > 1 ? { fraction: 1, clipped: 'after' } : { fraction, clipped: null };
};

/** The strip of a fiscal year for the rungs of a ladder. */
export const yearStrip = (
  year: FiscalYear,
  rungs: readonly LadderRung[],
  today: Day,
): YearStrip => {
  const { start, length } = spanOf(year);
  const marks = rungs.flatMap((rung): readonly StripMark[] => {
    const { date } = rung;
    if (date === '') return [];
    return [{ rung, ...positionInYear(date, year), approximate: !isDay(date) }];
  });
  const now = positionInYear(today, year);
  return {
    months: monthsOf(year).map((one) => {
      const civil = civilOfDate(one);
      const from = dayNumber(one) - start;
      const to = from + daysInMonth(civil.year, civil.month);
      return { month: one, label: formatMonth(one, 'short'), from: from / length, to: to / length };
    }),
    marks,
    undated: rungs.length - marks.length,
    today: now.clipped === null ? now.fraction : null,
  };
};
