import { formatFiscalYear } from '../../dates/format.ts';
import { type Day, isDay, isPartialDate, isTimeOfDay } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import { overdueMeetings } from '../ladder/timeline.ts';
import { headCountOf } from '../meeting/attendance.ts';
import type { AttendanceRow, MeetingRow } from '../meeting/meeting.ts';
import { meetingLabel } from '../meeting/meeting-label.ts';
import { isOrdinal } from '../meeting/ordinal.ts';
import { dateOf, endDateOf } from '../meeting/typed-values.ts';
import { fiscalYearOfCase, groupBy, isBlank, isLive, isOutsideYear } from '../record/row-values.ts';
import type { Check, CheckCode, CheckRows } from './check.ts';

type Finding = readonly [code: CheckCode, message: string];

/** What is wrong with the dates, times and counts of each meeting. */
export const checkDates = (rows: CheckRows): readonly Check[] => {
  const year = fiscalYearOfCase(rows.case);
  const attendances = groupBy(rows.attendances, ({ meeting }) => meeting);
  return rows.meetings.filter(isLive).flatMap((meeting) => {
    const label = meetingLabel(meeting, rows.rounds);
    const date = dateOf(meeting);
    const found: readonly (Finding | null)[] = [
      unreadable(meeting, label),
      unreadableOrdinal(meeting, label),
      timesSwapped(meeting)
        ? ['end-before-start', `${label}の終わりの時刻が始まりより前です。`]
        : null,
      daysSwapped(meeting)
        ? ['end-before-start', `${label}の終わりの日が始まりより前です。`]
        : null,
      year !== null && isOutsideYear(date, year)
        ? ['outside-year', `${label}の日付が${formatFiscalYear(year)}の外にあります。`]
        : null,
      headCount(meeting, attendances.get(meeting.id) ?? [], label),
    ];
    return found
      .filter((one) => one !== null)
      .map(([code, message]): Check => ({ code, message, records: [meeting.id] }));
  });
};

/** Planned meetings whose day or month is over. */
export const checkPlanned = ({ meetings, rounds }: CheckRows, today: Day): readonly Check[] =>
  overdueMeetings(meetings, today).map((meeting) => ({
    code: 'planned-in-past',
    message: `${meetingLabel(meeting, rounds)}は日付を過ぎましたが、予定のままです。`,
    records: [meeting.id],
  }));

const unreadable = (meeting: MeetingRow, label: string): Finding | null => {
  const wrong = [
    isPartialDate(meeting.date) ? '' : meeting.date,
    isPartialDate(meeting.endDate) ? '' : meeting.endDate,
    isTimeOfDay(meeting.startTime) ? '' : meeting.startTime,
    isTimeOfDay(meeting.endTime) ? '' : meeting.endTime,
  ].find((text) => text !== '');
  if (wrong === undefined) return null;
  return ['unreadable-date', `${label}の日時${quote(wrong)}を読み取れません。`];
};

const unreadableOrdinal = (meeting: MeetingRow, label: string): Finding | null => {
  const { kind, ordinal } = meeting;
  if (kind !== 'preMeeting' || isBlank(ordinal) || isOrdinal(ordinal)) return null;
  return ['unreadable-ordinal', `${label}の番号${quote(ordinal)}を読み取れません。`];
};

const daysSwapped = ({ date, endDate }: MeetingRow): boolean =>
  isDay(date) && isDay(endDate) && endDate < date;

const timesSwapped = ({ startTime, endTime, ...days }: MeetingRow): boolean =>
  endDateOf(days) === '' &&
  startTime !== '' &&
  endTime !== '' &&
  isTimeOfDay(startTime) &&
  isTimeOfDay(endTime) &&
  endTime < startTime;

const headCount = (
  meeting: MeetingRow,
  attendances: readonly AttendanceRow[],
  label: string,
): Finding | null => {
  const { differs, override, computed } = headCountOf(meeting, attendances);
  if (!differs) return null;
  return [
    'head-count-differs',
    `${label}の参加者は計${override}人と入力されていますが、内訳は${computed}人です。`,
  ];
};
