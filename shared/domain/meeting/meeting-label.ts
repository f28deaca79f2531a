import { formatSpan } from '../../dates/span.ts';
import { quote } from '../../text/typed.ts';
import type { MeetingRow, RoundRow } from './meeting.ts';
import { titleOf } from './meeting-title.ts';
import { dateOf, endDateOf } from './typed-values.ts';

/** A meeting inside a sentence: 「1.5次ミーティング」（11/2）. */
export const meetingLabel = (meeting: MeetingRow, rounds: readonly RoundRow[]): string => {
  const round = rounds.find(({ id }) => id === meeting.round) ?? null;
  const date = dateOf(meeting);
  const when = date === '' ? '' : `（${formatSpan(date, endDateOf(meeting), 'short')}）`;
  return `${quote(titleOf(meeting, round).title)}${when}`;
};
