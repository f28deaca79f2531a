import { isTimeOfDay } from '#shared/dates/types.ts';
import type { MeetingRow, ProgrammeItemRow } from '#shared/domain/meeting/meeting.ts';

/** Minutes since midnight. */
export type Minutes = number;

/** When an item of the programme is on, as planned; null where the programme does not say. */
export type Slot = { readonly start: Minutes | null; readonly end: Minutes | null };

const minutesOf = (time: string): Minutes | null => {
  if (time === '' || !isTimeOfDay(time)) return null;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/**
 * The slots of a programme in its own order: an item lasts until the next one that has a later time, the last
 * until the meeting ends.
 */
export const slotsOf = (
  items: readonly Pick<ProgrammeItemRow, 'time'>[],
  meeting: Pick<MeetingRow, 'endTime'>,
): readonly Slot[] => {
  const starts = items.map(({ time }) => minutesOf(time));
  const close = minutesOf(meeting.endTime);
  return starts.map((start, index) => {
    if (start === null) return { start, end: null };
    const later = [...starts.slice(index + 1), close];
    return { start, end: later.find((next) => next !== null && next > start) ?? null };
  });
};

/**
 * The item that runs by the clock: the last one that has begun. Null before the first, without any times, and
 * once the meeting is over.
 */
export const runningAt = (slots: readonly Slot[], now: Minutes): number | null => {
  const index = slots.findLastIndex(({ start }) => start !== null && start <= now);
  const slot = slots[index];
  if (slot === undefined) return null;
  const isLast = slots.slice(index + 1).every(({ start }) => start === null);
  return isLast && slot.end !== null && now >= slot.end ? null : index;
};

/** 「あと12分」「3分過ぎています」, or '' where no end is known. */
export const timeLeftWords = ({ end }: Slot, now: Minutes): string => {
  if (end === null) return '';
  if (now > end) return `${now - end}分過ぎています`;
  return now === end ? '時間です' : `あと${end - now}分`;
};

/** 13:05 */
export const clockWords = (now: Minutes): string =>
  `${Math.floor(now / 60)}:${String(now % 60).padStart(2, '0')}`;

/** 13:30～14:00, as far as it is known. */
export const slotWords = ({ start, end }: Slot): string => {
  if (start === null) return '';
  return end === null ? `${clockWords(start)}～` : `${clockWords(start)}～${clockWords(end)}`;
};
