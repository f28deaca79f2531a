import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { CASE, type DraftDesk, draftDesk } from './drafts.ts';

/** Values of any kind, as a table of a test has them. */
export type Loose = Readonly<Record<string, unknown>>;
export const values = (given: Loose) => given as MeetingValues;

/** A case with these meetings and rounds. */
export const deskWith = ({
  meetings: all = {},
  rounds: numbers = {},
}: {
  readonly meetings?: Record<string, Loose>;
  readonly rounds?: Record<string, Loose>;
} = {}): DraftDesk => {
  const desk = draftDesk();
  desk.write((draft) => {
    for (const [id, given] of Object.entries(numbers))
      draft.create(CASE, rounds, given as never, id);
    for (const [id, given] of Object.entries(all)) draft.create(CASE, meetings, given as never, id);
  });
  return desk;
};
