import { addDays, daysBetween } from '#shared/dates/calendar.ts';
import { type Day, isDay } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type MeetingRow, meetingDays } from '#shared/domain/meeting/meeting.ts';
import { endDateOf } from '#shared/domain/meeting/typed-values.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { isBlank } from '#shared/domain/record/row-values.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';
import { addRecord, setRecord } from '../record/records.ts';
import type { MeetingValues } from './meeting-values.ts';

/** Of a meeting of several days, the last one moves along with the first; without a day there is none. */
export const withMovedEnd = (before: MeetingRow, values: MeetingValues): MeetingValues => {
  const { date, endDate } = values;
  if (endDate !== undefined && endDate === (date ?? before.date)) return { ...values, endDate: '' };
  if (date === undefined || endDate !== undefined || before.endDate === '') return values;
  const end = endDateOf(before);
  if (end === '' || !isDay(date) || !isDay(before.date)) return { ...values, endDate: '' };
  return { ...values, endDate: addDays(end, daysBetween(before.date, date)) };
};

/** What is said of single days stays with them when the whole meeting moves. */
export const moveDays = (
  draft: Draft,
  document: DocumentId,
  before: MeetingRow,
  date: string | undefined,
): void => {
  if (date === undefined || !isDay(date) || !isDay(before.date) || date === before.date) return;
  const by = daysBetween(before.date, date);
  for (const row of draft.rows(document, meetingDays)) {
    if (row.meeting !== before.id || !isDay(row.date)) continue;
    draft.set(document, meetingDays, row.id, { date: addDays(row.date, by) });
  }
};

/** Says where one day of a meeting takes place; nothing means where the meeting does. */
export const setDayPlace = (
  draft: Draft,
  document: DocumentId,
  meeting: MeetingId,
  date: Day,
  place: string,
): Result<unknown> => {
  const known = draft
    .rows(document, meetingDays)
    .find((row) => row.meeting === meeting && row.date === date);
  if (known === undefined) {
    return isBlank(place)
      ? ok(null)
      : addRecord(draft, document, meetingDays, { meeting, date, place });
  }
  return setRecord(draft, document, meetingDays, known.id, { place });
};
