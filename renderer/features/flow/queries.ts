import type { NoteText, Query } from '#data/records/query.ts';
import { remembered } from '#data/records/remembered.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import {
  type CaseRow,
  type CaseSupporterRow,
  caseSupporters,
  cases,
  type PreparationRow,
  preparations,
} from '#shared/domain/case/case.ts';
import { CASE_RECORD, type CaseRecordRows } from '#shared/domain/meeting/case-record.ts';
import { type ConfirmationRow, confirmations } from '#shared/domain/meeting/confirmation.ts';
import {
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import {
  type OrganizationRow,
  organizations,
  type PersonRow,
  people,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** All rows that the flow of one case is made of. */
export type FlowRows = CaseRecordRows & {
  readonly case: CaseRow | null;
  readonly preparations: readonly PreparationRow[];
  readonly confirmations: readonly ConfirmationRow[];
  readonly caseSupporters: readonly CaseSupporterRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly notes: readonly NoteText[];
  /** What only the list of things to check asks for. */
  readonly people: readonly PersonRow[];
  readonly binnedRounds: readonly RoundRow[];
  readonly binnedMeetings: readonly MeetingRow[];
};

/** The whole case document in one go, so that the ladder paints once. */
export const flowQuery = remembered(
  (caseId: CaseId): Query<FlowRows> =>
    async (reader) => {
      const document = caseDocument(caseId);
      const [row, own, office, notes, binnedRounds, binnedMeetings] = await Promise.all([
        reader.one(cases, document, caseId),
        reader.each({ ...CASE_RECORD, preparations, confirmations, caseSupporters }, [document]),
        reader.each({ organizations, people }, [OFFICE]),
        reader.notes([document]),
        reader.binned(rounds, document),
        reader.binned(meetings, document),
      ]);
      return { case: row ?? null, ...own, ...office, notes, binnedRounds, binnedMeetings };
    },
);
