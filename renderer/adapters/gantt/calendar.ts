/**
 * The synthetic calendar. frappe-gantt counts in days of the local time zone, whose months differ in length
 * and whose midnights may not exist; ours counts columns of equal width, each `DAYS_PER_COLUMN` of its days.
 * All of its dates stand at noon, where no clock is put on or back, and begin in 2012, after which no time
 * zone is known to skip a day.
 */
import { UNITS_PER_COLUMN } from '#shared/domain/roadmap/scale.ts';

/** As many as the thirds of months in a year, so that each of them is a whole number of days at any zoom. */
export const DAYS_PER_COLUMN = 36;
const DAYS_PER_UNIT = DAYS_PER_COLUMN / UNITS_PER_COLUMN;
const FIRST = { year: 2012, month: 0, day: 1, hour: 12 } as const;
const MILLISECONDS = 86_400_000;

const known = new Map<number, Date>();

/** The synthetic day that begins so many units (`UNITS_PER_COLUMN` to a column) from the left edge. */
export const syntheticDate = (unit: number): Date => {
  const day = Math.round(unit * DAYS_PER_UNIT);
  let date = known.get(day);
  if (!date) {
    date = new Date(FIRST.year, FIRST.month, FIRST.day + day, FIRST.hour);
    known.set(day, date);
  }
  return date;
};

/** How many columns lie between two synthetic days. Noons are whole days apart but for a clock put on or back. */
export const columnsBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / MILLISECONDS) / DAYS_PER_COLUMN;

/** The units at which a synthetic day begins. */
export const unitOfDate = (date: Date): number =>
  columnsBetween(syntheticDate(0), date) * UNITS_PER_COLUMN;
