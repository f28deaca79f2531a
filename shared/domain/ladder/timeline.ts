import { daysBetween, monthOf } from '../../dates/calendar.ts';
import { daysInMonth } from '../../dates/civil.ts';
import { type Day, isDay, makeDay, type PartialDate } from '../../dates/types.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { dateOf, lastDateOf, startTimeOf } from '../meeting/typed-values.ts';
import { compareOrder, compareTexts, groupBy, isLive, isPast } from '../record/row-values.ts';
import { orderDay } from './day-order.ts';
import { placeOf } from './ladder-order.ts';

/** The latest day that a date may mean; null for the unknown. */
const lastDayOf = (date: PartialDate): Day | null => {
  if (date === '') return null;
  if (isDay(date)) return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return makeDay(year, month, daysInMonth(year, month));
};

/** By the latest day each may mean, a known day before its month, and on one day as `orderDay` says. */
export const inTime = (rows: readonly MeetingRow[]): readonly MeetingRow[] => {
  const days = groupBy(rows, (row) => {
    const date = dateOf(row);
    return `${lastDayOf(date) ?? '~'} ${isDay(date) ? 0 : 1}`;
  });
  return [...days]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([, group]) => orderDay(group.map((row) => ({ ...placeOf(row, null), row }))))
    .map(({ row }) => row);
};

/** What says when a meeting of any case is. */
type Timed = Pick<MeetingRow, 'id' | 'date' | 'startTime' | 'order'>;

/** Among meetings of several cases: by the latest day each may mean, then by the clock. */
export const compareTime = (a: Timed, b: Timed): number => {
  const key = (row: Timed): string => {
    const date = dateOf(row);
    return `${lastDayOf(date) ?? '~'} ${isDay(date) ? 0 : 1} ${startTimeOf(row) || '~'}`;
  };
  return compareTexts(key(a), key(b)) || compareOrder(a, b);
};

/** Whether a date is known and not over. */
export const isToCome = (date: PartialDate, today: Day): boolean =>
  date !== '' && !isPast(date, today);

/** Whether a date is known and has come. */
export const hasCome = (date: PartialDate, today: Day): boolean =>
  date !== '' && (isDay(date) ? date <= today : date <= monthOf(today));

/** Whole days since a date; at least so many (`approximate`) where only the month is known. */
export const timeSince = (
  date: PartialDate,
  today: Day,
): { readonly days: number; readonly approximate: boolean } => {
  const day = lastDayOf(date);
  return {
    days: day === null ? 0 : Math.max(0, daysBetween(day, today)),
    approximate: !isDay(date),
  };
};

/** Planned meetings whose day or month is not over, soonest first. */
export const upcomingMeetings = (
  meetings: readonly MeetingRow[],
  today: Day,
): readonly MeetingRow[] =>
  inTime(
    meetings.filter(
      (row) => isLive(row) && row.state === 'planned' && isToCome(lastDateOf(row), today),
    ),
  );

/** The planned meeting that comes next, today's too; null when none with a date is planned. */
export const nextMeeting = (meetings: readonly MeetingRow[], today: Day): MeetingRow | null =>
  upcomingMeetings(meetings, today)[0] ?? null;

/** Planned meetings whose day or month is over, earliest first: somebody has to say what became of them. */
export const overdueMeetings = (
  meetings: readonly MeetingRow[],
  today: Day,
): readonly MeetingRow[] =>
  inTime(
    meetings.filter(
      (row) => isLive(row) && row.state === 'planned' && isPast(lastDateOf(row), today),
    ),
  );
