import { formatTimeRange } from '../../dates/format.ts';
import { parseTimeRange } from '../../dates/parse.ts';
import { isTimeOfDay, type TimeOfDay } from '../../dates/types.ts';
import { ok, type Result } from '../../result.ts';
import type { MeetingRow } from './meeting.ts';

/** Times as a meeting keeps them: by the clock, or in words where no clock is known. */
export type TypedTimes = {
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  readonly timeNote: string;
};

const TIME_WORDS = /^(午前|午後|終日|夜間)$/;

/** Reads 13:30～16:00, and the words that reports use where they give no clock: 午後. */
export const parseTimes = (text: string): Result<TypedTimes> => {
  const words = text.trim();
  if (TIME_WORDS.test(words)) return ok({ startTime: '', endTime: '', timeNote: words });
  const parsed = parseTimeRange(text);
  if (!parsed.ok) return parsed;
  return ok({ startTime: parsed.value.start, endTime: parsed.value.end, timeNote: '' });
};

const timeOf = (text: string): TimeOfDay => (isTimeOfDay(text) ? text : '');

/** 時刻: 13:30～16:00, 13:30～, 午後, or nothing while nothing is known. */
export const timesText = (
  meeting: Pick<MeetingRow, 'startTime' | 'endTime' | 'timeNote'>,
): string =>
  formatTimeRange(timeOf(meeting.startTime), timeOf(meeting.endTime)) || meeting.timeNote;
