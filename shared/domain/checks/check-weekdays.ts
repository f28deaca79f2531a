import { formatDay } from '../../dates/format.ts';
import { parsePartialDate } from '../../dates/parse.ts';
import { type FiscalYear, isDay } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { meetingLabel } from '../meeting/meeting-label.ts';
import { fiscalYearOfCase, groupBy, isLive } from '../record/row-values.ts';
import type { Check, CheckRows } from './check.ts';

/** 8/24(水), 令和4年8月24日（水・祝）: whatever stands in front of a weekday in brackets. */
const DATE_AND_WEEKDAY =
  /[\d０-９令和平成元年度月日RHＲＨ/／.．]{3,24}[ 　]?[(（][日月火水木金土](?:曜日?)?(?:・?(?:祝日?|休))?[)）]/gu;

/** A weekday in a record's texts that the calendar does not have; dates without a year lie in the case's. */
export const checkWeekdays = (rows: CheckRows): readonly Check[] => {
  const year = fiscalYearOfCase(rows.case);
  const born = groupBy(
    [...rows.findings, ...rows.actions].filter(isLive),
    ({ meeting }) => meeting,
  );
  return rows.meetings.filter(isLive).flatMap((meeting) => {
    const texts = [...textsOf(meeting), ...(born.get(meeting.id) ?? []).map(({ text }) => text)];
    const wrong = new Map(texts.flatMap((text) => wrongDates(text, year)));
    return [...wrong].map(([typed, actual]): Check => {
      const label = meetingLabel(meeting, rows.rounds);
      const message = `${label}の記録に${quote(typed)}とありますが、暦では${actual}です。`;
      return { code: 'weekday-differs', message, records: [meeting.id] };
    });
  });
};

const textsOf = (meeting: MeetingRow): readonly string[] => [
  meeting.title,
  meeting.stateReason,
  meeting.remarks,
  meeting.attendanceText,
  meeting.aim,
  meeting.summary,
];

/** What stands in a text, and the day as the calendar has it. */
const wrongDates = (
  text: string,
  year: FiscalYear | null,
): readonly (readonly [typed: string, actual: string])[] =>
  [...text.matchAll(DATE_AND_WEEKDAY)].flatMap(([typed]) => {
    const parsed = parsePartialDate(typed, year === null ? {} : { fiscalYear: year });
    if (!parsed.ok) return [];
    const { date, weekday } = parsed.value;
    if (weekday === undefined || weekday.agrees || !isDay(date)) return [];
    return [[typed.trim(), formatDay(date)] as const];
  });
