import type { DateStyle } from '../../dates/format.ts';
import { formatSpan } from '../../dates/span.ts';
import type { PartialDate } from '../../dates/types.ts';
import type { MeetingState } from './meeting.ts';

/** When a meeting is, or was. */
type When = {
  readonly date: PartialDate;
  /** Of one that took several days; '' otherwise. */
  readonly endDate?: PartialDate | undefined;
  readonly state: MeetingState;
};

/** A meeting's date on screen. Where nobody knows it: 日付不明 of one that was held, which is not still open. */
export const dayWords = (
  { date, endDate = '', state }: When,
  style: DateStyle = 'long',
): string => {
  if (date === '' && state === 'held') return '日付不明';
  return formatSpan(date, endDate, style);
};
