import { noteFollowUp } from '#data/operations/case/follow-ups.ts';
import { addSupporter, type CaseSupporterPick } from '#data/operations/case/supporters.ts';
import {
  act,
  labelOfChange,
  onCase,
  recordActs,
  setRecord,
} from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Values } from '#data/records/draft.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { caseSupporters, cases, yearNotes } from '#shared/domain/case/case.ts';
import { type FollowUp, followUps } from '#shared/domain/case/follow-up.ts';
import { figures } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** Changes fields of the case itself. */
export const setCaseCommand = (caseId: CaseId, values: Values<typeof cases>): Command<null> => {
  const document = caseDocument(caseId);
  return {
    label: labelOfChange(cases, values),
    documents: [document],
    run: (draft) => setRecord(draft, document, cases, caseId, values),
  };
};

/** The municipality's figures belong to the office. */
export const figureCommands = recordActs(OFFICE, figures);

/** The year's summary under headings of one's own. */
export const yearNoteCommands = (caseId: CaseId) => recordActs(caseDocument(caseId), yearNotes);

/** Notes a check after the end of the case. */
export const followUpCommand = (
  caseId: CaseId,
  after: FollowUp,
  values: Values<typeof followUps>,
): Command<null> => onCase(caseId, labelOfChange(followUps, values), noteFollowUp, after, values);

export const supporterCommands = (caseId: CaseId) => {
  const document = caseDocument(caseId);
  return {
    ...recordActs(document, caseSupporters),
    /** Picked from the office, or made there by name. */
    add: (pick: CaseSupporterPick) =>
      act('支援者を追加', [OFFICE, document], addSupporter, document, pick),
  };
};
