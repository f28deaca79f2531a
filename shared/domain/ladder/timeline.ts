import { daysBetween, monthOf } from '../../dates/calendar.ts';
import { daysInMonth } from '../../dates/civil.ts';
import { type Day, isDay, makeDay, type PartialDate } from '../../dates/types.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { dateOf, lastDateOf } from '../meeting/typed-values.ts';
import { compareTexts, groupBy, isLive, isPast } from '../record/row-values.ts';
import { orderDay } from './day-order.ts';
import { placeOf } from './ladder-order.ts';

/** The last held meeting of a case, and how long ago it was. */
export type LastContact = {
  readonly meeting: MeetingRow;
  /** Whole days until today; at least so many where only the month is known. */
  readonly days: number;
  /** Only the month is known: so many days or more. */
  readonly approximate: boolean;
};

/** The latest day that a date may mean; null for the unknown. */
const lastDayOf = (date: PartialDate): Day | null => {
  if (date === '') return null;
  if (isDay(date)) return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return makeDay(year, month, daysInMonth(year, month));
};

/** By the latest day each may mean, a known day before its month, and on one day as `orderDay` says. */
const inTime = (rows: readonly MeetingRow[]): readonly MeetingRow[] => {
  const days = groupBy(rows, (row) => {
    const date = dateOf(row);
    return `${lastDayOf(date) ?? '~'} ${isDay(date) ? 0 : 1}`;
  });
  return [...days]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([, group]) => orderDay(group.map((row) => ({ ...placeOf(row, null), row }))))
    .map(({ row }) => row);
};

/** Planned meetings whose day or month is not over, soonest first. */
export const upcomingMeetings = (
  meetings: readonly MeetingRow[],
  today: Day,
): readonly MeetingRow[] =>
  inTime(
    meetings
      .filter((row) => isLive(row) && row.state === 'planned' && dateOf(row) !== '')
      .filter((row) => !isPast(lastDateOf(row), today)),
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

/** The last held meeting up to today, of whatever kind; null when there was none with a date. */
export const lastContact = (meetings: readonly MeetingRow[], today: Day): LastContact | null => {
  const last = inTime(
    meetings
      .filter((row) => isLive(row) && row.state === 'held')
      .filter((row) => {
        const date = dateOf(row);
        return date !== '' && (isDay(date) ? date <= today : date <= monthOf(today));
      }),
  ).at(-1);
  if (last === undefined) return null;
  const date = lastDateOf(last);
  const day = lastDayOf(date);
  return {
    meeting: last,
    days: day === null ? 0 : Math.max(0, daysBetween(day, today)),
    approximate: !isDay(date),
  };
};
