import { weekdayOf } from './calendar.ts';
import { formatPartialDate } from './format.ts';
import { isDay, type PartialDate, WEEKDAYS, type Weekday } from './types.ts';

/** A weekday typed beside a date: whether it is the one that the calendar has. */
export type WeekdayCheck = {
  readonly typed: Weekday;
  readonly actual: Weekday;
  readonly agrees: boolean;
};

/** (水), (水・祝), 水曜日; bare only where no 8月 or 24日 could be meant: 24日水, 8/24水. */
const WEEKDAY =
  /(?:\(([日月火水木金土])(?:曜日?)?・?(?:祝日?|休|振休)?\)|([日月火水木金土])曜日?|(?<=日|[./-]\d{1,2})([日月火水木金土]))$/;

/** Parts normalised text into the date and the weekday that stands behind it, if any. */
export const splitWeekday = (
  typed: string,
): { readonly date: string; readonly weekday: Weekday | null } => {
  const match = WEEKDAY.exec(typed);
  if (match === null) return { date: typed, weekday: null };
  const letter = match[1] ?? match[2] ?? match[3];
  return {
    date: typed.slice(0, match.index),
    weekday: WEEKDAYS.find((weekday) => weekday === letter) ?? null,
  };
};

/** Compares a typed weekday with the calendar's; null when none was typed, or the day is not known. */
export const checkWeekday = (date: PartialDate, typed: Weekday | null): WeekdayCheck | null => {
  if (typed === null || !isDay(date)) return null;
  const actual = weekdayOf(date);
  return { typed, actual, agrees: typed === actual };
};

/** Says that a typed weekday is not the one of its day; undefined where it is, or none was typed. */
export const weekdayWarning = (
  date: PartialDate,
  weekday: WeekdayCheck | undefined,
): string | undefined =>
  weekday === undefined || weekday.agrees || !isDay(date)
    ? undefined
    : `(${weekday.typed})と入力されましたが、${formatPartialDate(date, 'short')}は(${weekday.actual})です。日付を確かめてください。`;
