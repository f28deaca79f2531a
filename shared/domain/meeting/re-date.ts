import { addDays, addMonths, civilOfDate, monthOf } from '../../dates/calendar.ts';
import { daysInMonth } from '../../dates/civil.ts';
import { isDay, isPartialDate, makeDay, type PartialDate } from '../../dates/types.ts';

/** Beyond the calendar's ends, and for a move that is no number, a date stays where it is. */
const orStay = (date: PartialDate, move: () => PartialDate): PartialDate => {
  try {
    const moved = move();
    return isPartialDate(moved) ? moved : date;
  } catch (error) {
    if (error instanceof RangeError) return date;
    throw error;
  }
};

/** A date moved by whole days. A month alone has no day to move and stays, as the unknown does. */
export const shiftDate = (date: PartialDate, days: number): PartialDate =>
  isDay(date) && Number.isSafeInteger(days) ? orStay(date, () => addDays(date, days)) : date;

/**
 * A date moved by whole months: a month to a month, a day to the same day of another month or that
 * month's last (8/31 to 9/30). The unknown stays.
 */
export const shiftMonths = (date: PartialDate, months: number): PartialDate => {
  if (date === '' || !Number.isSafeInteger(months)) return date;
  return orStay(date, () => {
    const month = addMonths(monthOf(date), months);
    if (!isDay(date)) return month;
    const { year, month: number } = civilOfDate(month);
    const day = Math.min(civilOfDate(date).day, daysInMonth(year, number));
    return makeDay(year, number, day) ?? date;
  });
};
