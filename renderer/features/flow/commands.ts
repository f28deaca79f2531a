import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import {
  addMeeting,
  addPart,
  addRound,
  arrange,
  reDate,
  removeMeeting,
  resolveSupporters,
  setMeeting,
  setState,
} from '#data/operations/meeting/meetings.ts';
import type { SupporterPick } from '#data/operations/office/organizations.ts';
import { onCase, recordActs } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft } from '#data/records/draft.ts';
import { isDay, type PartialDate } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { preparations } from '#shared/domain/case/case.ts';
import { type MeetingState, meetings } from '#shared/domain/meeting/meeting.ts';
import { shiftDate, shiftMonths } from '#shared/domain/meeting/re-date.ts';
import type { TypedTimes } from '#shared/domain/meeting/times.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import type { CaseId, RoundId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';

/** What the form for a new meeting gathers; supporters may be names that the office does not know yet. */
export type NewMeeting = {
  readonly values: Omit<MeetingValues, 'supporters'>;
  readonly supporters: readonly SupporterPick[];
  readonly place:
    | { readonly as: 'meeting' }
    | { readonly as: 'round'; readonly number: number }
    | {
        readonly as: 'part';
        readonly round: RoundId;
        /** What the only part of before is called from now on. */
        readonly firstLabel: string;
      };
};

/** Adds a meeting, a round with its first session, or a part of a round. Gives the meeting's id. */
export const addCommand = (
  caseId: CaseId,
  { values, supporters, place }: NewMeeting,
  name: string,
): Command<string> => ({
  label: `「${name}」を追加`,
  documents: [OFFICE, caseDocument(caseId)],
  run: (draft) => {
    const members = resolveSupporters(draft, supporters);
    if (!members.ok) return members;
    return addAt(draft, caseId, { ...values, supporters: members.value }, place);
  },
});

const addAt = (
  draft: Draft,
  caseId: CaseId,
  values: MeetingValues,
  place: NewMeeting['place'],
): Result<string> => {
  const document = caseDocument(caseId);
  if (place.as === 'part') return addPart(draft, document, place.round, values, place.firstLabel);
  if (place.as === 'meeting') return addMeeting(draft, document, values);
  const round = addRound(draft, document, { number: place.number, parts: [values] });
  return round.ok ? ok(round.value.meetings[0] ?? round.value.round) : round;
};

/** Moves meetings to a date together, as the parts of one round go. */
export const reDateCommand = (
  caseId: CaseId,
  ids: readonly string[],
  date: string,
): Command<null> =>
  onCase(caseId, '会合の日付を変更', (draft, document) => {
    for (const id of ids) {
      const moved = reDate(draft, document, id, date);
      if (!moved.ok) return moved;
    }
    return ok(null);
  });

/** Says from when to when a meeting is; `endDate` is '' for one of a single day. */
export const daysCommand = (
  caseId: CaseId,
  id: string,
  date: string,
  endDate: string,
): Command<null> =>
  onCase(caseId, '会合の日付を変更', (draft, document) =>
    setMeeting(draft, document, id, { date, endDate }),
  );

/**
 * Moves meetings by so many days; one known only to its month moves by a month in that direction.
 * Gives the first one's new date. Reckons from what is stored, so that fast presses add up.
 */
export const shiftCommand = (
  caseId: CaseId,
  ids: readonly string[],
  days: number,
): Command<PartialDate> => {
  const document = caseDocument(caseId);
  return {
    label: '会合の日付を変更',
    documents: [document],
    run: (draft) => {
      const dates = ids.map((id) => {
        const row = draft.row(document, meetings, id);
        const date = row === undefined ? '' : dateOf(row);
        return isDay(date) ? shiftDate(date, days) : shiftMonths(date, Math.sign(days));
      });
      for (const [index, id] of ids.entries()) {
        const moved = reDate(draft, document, id, dates[index] ?? '');
        if (!moved.ok) return moved;
      }
      return ok(dates[0] ?? '');
    },
  };
};

/** Steps between rounds. */
export const preparationCommands = (caseId: CaseId) =>
  recordActs(caseDocument(caseId), preparations);

export const timeCommand = (caseId: CaseId, id: string, times: TypedTimes): Command<null> =>
  onCase(caseId, '会合の時刻を変更', setMeeting, id, times);

export const stateCommand = (
  caseId: CaseId,
  id: string,
  state: MeetingState,
  reason: string,
): Command<null> => onCase(caseId, '会合の状態を変更', setState, id, state, reason);

/** Says the same of several meetings; a reason that one has stays where the state still asks for one. */
export const statesCommand = (
  caseId: CaseId,
  ids: readonly string[],
  state: MeetingState,
): Command<null> =>
  onCase(caseId, `会合${ids.length}件の状態を変更`, (draft, document) => {
    for (const id of ids) {
      const reason = draft.row(document, meetings, id)?.stateReason ?? '';
      const done = setState(draft, document, id, state, reason);
      if (!done.ok) return done;
    }
    return ok(null);
  });

/** Moves a meeting to where the list of ids has it. */
export const arrangeCommand = (caseId: CaseId, ids: readonly string[], id: string): Command<null> =>
  onCase(caseId, '会合の順を変更', (draft, document) => arrange(draft, document, ids, id));

export const removeCommand = (caseId: CaseId, id: string, name: string): Command<null> =>
  onCase(caseId, `「${name}」を削除`, removeMeeting, id);
