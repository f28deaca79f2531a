import { formatDay } from '../../dates/format.ts';
import { daysOfSpan } from '../../dates/span.ts';
import type { Day } from '../../dates/types.ts';
import { compareTexts, isBlank, isLive } from '../record/row-values.ts';
import type { MeetingDayRow, MeetingRow } from './meeting.ts';
import { dateOf, endDateOf } from './typed-values.ts';

/** What is said of one day's place; '' where nothing is. Of several that merged, one is shown everywhere. */
export const placeOfDay = (rows: readonly MeetingDayRow[], meeting: string, day: Day): string =>
  rows
    .filter((row) => isLive(row) && row.meeting === meeting && row.date === day)
    .filter(({ place }) => !isBlank(place))
    .toSorted((a, b) => compareTexts(a.id, b.id))[0]
    ?.place.trim() ?? '';

/** Where a meeting takes place: 県庁, or by its days where those differ: 12/26 県庁、12/27 益城町役場. */
export const placeWords = (meeting: MeetingRow, rows: readonly MeetingDayRow[]): string => {
  const whole = meeting.place.trim();
  const days = daysOfSpan(dateOf(meeting), endDateOf(meeting)).map((day) => ({
    day,
    place: placeOfDay(rows, meeting.id, day),
  }));
  if (days.every(({ place }) => place === '')) return whole;
  return days
    .map(({ day, place }) => ({ day, place: place || whole }))
    .filter(({ place }) => place !== '')
    .map(({ day, place }) => `${formatDay(day, 'short')} ${place}`)
    .join('、');
};
