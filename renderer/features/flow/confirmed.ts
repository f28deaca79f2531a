import type { confirmedMeetings } from '#shared/domain/meeting/confirmed-changes.ts';

/** Which records are confirmed, by the meeting's id, and whether one was changed since. */
export type ConfirmedMeetings = ReturnType<typeof confirmedMeetings>;

/** 確定, or 確定・変更あり; '' for a record that is not confirmed. */
export const confirmedWords = (confirmed: ConfirmedMeetings, id: string): string => {
  const found = confirmed.get(id);
  if (found === undefined) return '';
  return found.isChanged ? '確定・変更あり' : '確定';
};
