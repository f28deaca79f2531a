import { addMonths, monthOf, monthsOf } from '../../dates/calendar.ts';
import { type FiscalYear, fiscalYear, isDay, LAST_YEAR, type Month } from '../../dates/types.ts';
import { inTime } from '../ladder/timeline.ts';
import { MEETING_STATE_NAMES, type MeetingRow } from '../meeting/meeting.ts';
import { dateOf } from '../meeting/typed-values.ts';
import { fiscalYearOfCase, isOutsideYear } from '../record/row-values.ts';
import type { BookRows } from './rows.ts';

/** A month of a coming year, and the meetings that stood in the same month of the year before. */
export type ComingMonth = { readonly month: Month; readonly meetings: readonly MeetingRow[] };

/**
 * What may come when in the year after one, as far as that one's dates say. Months alone: no day of a coming year is
 * known, nor would 29 February be in it. What has no date, or was cancelled, says nothing of when it comes again;
 * nor does what lies outside of that year.
 */
export const comingYear = (
  meetings: readonly MeetingRow[],
  year: FiscalYear,
): readonly ComingMonth[] => {
  // The last year of the calendar has no following March.
  if (year + 1 >= LAST_YEAR) return [];
  const held = inTime(
    meetings.filter((row) => {
      const date = dateOf(row);
      return date !== '' && row.state !== 'cancelled' && !isOutsideYear(date, year);
    }),
  );
  return monthsOf(fiscalYear(year + 1)).flatMap((month): readonly ComingMonth[] => {
    const before = addMonths(month, -12);
    const same = held.filter((row) => monthOf(dateOf(row)) === before);
    return same.length === 0 ? [] : [{ month, meetings: same }];
  });
};

/** The year of a 引継書's cases; null where none of them has one. */
export const yearOfBook = ({ cases }: Pick<BookRows, 'cases'>): FiscalYear | null =>
  cases.reduce<FiscalYear | null>((latest, row) => {
    const year = fiscalYearOfCase(row);
    return year !== null && (latest === null || year > latest) ? year : latest;
  }, null);

/** What it was in the year before, and when: 第1回支援（5/27）, 第2回支援（11月・延期）. Never a date of the year that comes. */
export const beforeWords = (meeting: MeetingRow, title: string): string => {
  const date = dateOf(meeting);
  const [month, dayOfMonth] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const when = isDay(date) ? `${month}/${dayOfMonth}` : `${month}月`;
  const notes = [
    date === '' ? '' : when,
    meeting.state === 'held' ? '' : MEETING_STATE_NAMES[meeting.state],
  ].filter((note) => note !== '');
  return notes.length === 0 ? title : `${title}（${notes.join('・')}）`;
};
