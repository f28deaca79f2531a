import {
  type Day,
  isDay,
  isPartialDate,
  isTimeOfDay,
  type PartialDate,
  type TimeOfDay,
} from '../../dates/types.ts';
import type { MeetingRow, RoundRow } from './meeting.ts';
import { isOrdinal, type Ordinal } from './ordinal.ts';

/*
 * Typed values out of a meeting's and a round's rows. Merged edits and older apps may leave anything in a
 * field, so what cannot be read counts as not known, and nothing here throws.
 */

/** Ordinals have at most three digits before the point, and so have rounds. */
const LAST_ROUND = 999;

/** The date of a meeting; unknown (`''`) where the field holds no date. */
export const dateOf = (meeting: Pick<MeetingRow, 'date'>): PartialDate =>
  isPartialDate(meeting.date) ? meeting.date : '';

/** The last day of a meeting of several days, or '' where it has one alone. */
export const endDateOf = ({ date, endDate }: Pick<MeetingRow, 'date' | 'endDate'>): Day | '' =>
  isDay(date) && isDay(endDate) && endDate > date ? endDate : '';

/** When a meeting is over: its last day, else its date. */
export const lastDateOf = (meeting: Pick<MeetingRow, 'date' | 'endDate'>): PartialDate =>
  endDateOf(meeting) || dateOf(meeting);

export const startTimeOf = (meeting: Pick<MeetingRow, 'startTime'>): TimeOfDay =>
  isTimeOfDay(meeting.startTime) ? meeting.startTime : '';

/** A pre-meeting's number, or null for other kinds and where it has none that can be read. */
export const ordinalOf = (meeting: Pick<MeetingRow, 'kind' | 'ordinal'>): Ordinal | null =>
  meeting.kind === 'preMeeting' && isOrdinal(meeting.ordinal) ? meeting.ordinal : null;

/** A round's number if it can be counted with (an integer from 1), or null. */
export const roundNumberOf = (round: Pick<RoundRow, 'number'>): number | null => {
  const { number } = round;
  return number !== null && Number.isInteger(number) && number >= 1 && number <= LAST_ROUND
    ? number
    : null;
};
