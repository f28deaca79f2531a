import { addDays, dayNumber } from '#shared/dates/calendar.ts';
import { formatDay } from '#shared/dates/format.ts';
import { type Day, day, type FiscalYear } from '#shared/dates/types.ts';

/** The day at a place on the strip of a fiscal year: 0 is April 1, anything up to 1 March 31. */
export const dayAt = (fraction: number, year: FiscalYear): Day => {
  const start = day(`${year}-04-01`);
  const length = dayNumber(day(`${year + 1}-03-31`)) - dayNumber(start) + 1;
  const index = Math.floor(fraction * length);
  return addDays(start, Math.min(length - 1, Math.max(0, index)));
};

/** 8/24(水): what a dragged mark says of itself. */
export const dragLabel = (date: Day): string =>
  `${formatDay(date, 'short')}${formatDay(date).slice(-3)}`;
