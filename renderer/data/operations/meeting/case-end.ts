import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { isUnfinished } from '#shared/domain/meeting/action.ts';
import { actions, meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { missing } from '../record/records.ts';
import { setState } from './meetings.ts';

/** What becomes of a promise that is open when its case ends; `keep`: it is handed on, and stays. */
export const ACTION_FATES = ['keep', 'done', 'dropped'] as const;
export type ActionFate = (typeof ACTION_FATES)[number];

export const MEETING_FATES = ['keep', 'cancelled'] as const;
export type MeetingFate = (typeof MEETING_FATES)[number];

export type CaseEnd = {
  /** A day or a month. */
  readonly endedOn: string;
  /** By id; what is not named stays. */
  readonly actions: Readonly<Record<string, ActionFate>>;
  /** Of meetings that are planned or postponed; what is not named stays. */
  readonly meetings: Readonly<Record<string, MeetingFate>>;
  /** Records that are still owed are not asked for any more. */
  readonly waivesRecords: boolean;
};

/** Ends a case, and settles what is open in it as it was decided. The command must name caseDocument(id). */
export const endCase = (draft: Draft, id: CaseId, end: CaseEnd): Result<null> => {
  const document = caseDocument(id);
  if (draft.row(document, cases, id) === undefined) return missing('案件');
  const endedOn = cases.fields.endedOn.check(end.endedOn);
  if (!endedOn.ok) return endedOn;
  if (endedOn.value === '') {
    return refuse('終了日が入っていません。', '「R5.3.31」のように入力してください。');
  }
  for (const action of draft.rows(document, actions)) {
    const fate = end.actions[action.id] ?? 'keep';
    if (fate === 'keep' || !isUnfinished(action)) continue;
    draft.set(document, actions, action.id, { state: fate });
  }
  for (const { id: meeting, state } of draft.rows(document, meetings)) {
    if (end.meetings[meeting] !== 'cancelled') continue;
    if (state !== 'planned' && state !== 'postponed') continue;
    const cancelled = setState(draft, document, meeting, 'cancelled');
    if (!cancelled.ok) return cancelled;
  }
  draft.set(document, cases, id, { endedOn: endedOn.value, waivesRecords: end.waivesRecords });
  return ok(null);
};

/** Takes a case up again; what was settled at its end stays as it is. The command must name caseDocument(id). */
export const reopenCase = (draft: Draft, id: CaseId): Result<null> => {
  const document = caseDocument(id);
  if (draft.row(document, cases, id) === undefined) return missing('案件');
  draft.set(document, cases, id, { endedOn: '', waivesRecords: false });
  return ok(null);
};
