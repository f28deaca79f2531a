import { type ConfirmationRow, confirmationsInForce } from '#shared/domain/confirmation.ts';
import { isChangedSinceConfirmed } from '#shared/domain/confirmed-changes.ts';
import type { FlowRows } from './queries.ts';

/** Which records are confirmed, by the meeting's id, and whether one was changed since. */
export type ConfirmedMeetings = ReadonlyMap<string, { readonly isChanged: boolean }>;

type Rows = Pick<
  FlowRows,
  'meetings' | 'rounds' | 'attendances' | 'programmeItems' | 'findings' | 'actions' | 'notes'
> & { readonly confirmations: readonly ConfirmationRow[] };

export const confirmedMeetings = (rows: Rows): ConfirmedMeetings => {
  const standing = confirmationsInForce(rows.confirmations);
  const notes = new Map(rows.notes.map(({ id, text }) => [id, text]));
  return new Map(
    rows.meetings.flatMap((meeting) => {
      const confirmation = standing.get(meeting.id);
      if (confirmation === undefined) return [];
      const record = { ...rows, meeting, note: notes.get(meeting.id) ?? '' };
      return [[meeting.id, { isChanged: isChangedSinceConfirmed(confirmation, record) }]];
    }),
  );
};

/** 確定, or 確定・変更あり; '' for a record that is not confirmed. */
export const confirmedWords = (confirmed: ConfirmedMeetings, id: string): string => {
  const found = confirmed.get(id);
  if (found === undefined) return '';
  return found.isChanged ? '確定・変更あり' : '確定';
};
