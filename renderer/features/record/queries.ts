import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { CASE_RECORD, type CaseRecordRows } from '#shared/domain/meeting/case-record.ts';
import {
  type ConfirmationRow,
  confirmations,
  confirmationsInForce,
} from '#shared/domain/meeting/confirmation.ts';
import type { MeetingRow, RoundRow } from '#shared/domain/meeting/meeting.ts';
import {
  type OrganizationRow,
  organizations,
  type PersonRow,
  type PostRow,
  people,
  posts,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/**
 * All that the page of one meeting's record shows: what was born in the meeting, what other sources say of
 * it, and all meetings and rounds of the case, for the way to the one before and the one after.
 */
export type RecordData = Omit<CaseRecordRows, 'programmeItems'> & {
  readonly supportCase: CaseRow | undefined;
  readonly meeting: MeetingRow;
  /** The round of a session. */
  readonly round: RoundRow | undefined;
  readonly programme: CaseRecordRows['programmeItems'];
  /** The office's records, to pick from. */
  readonly organizations: readonly OrganizationRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
};

/** The record of a meeting; null when there is no such meeting, or it is in the bin. */
export const recordQuery =
  (caseId: CaseId, meetingId: string): Query<RecordData | null> =>
  async (reader) => {
    const document = caseDocument(caseId);
    const [supportCase, own, office] = await Promise.all([
      reader.one(cases, document, caseId),
      reader.each(CASE_RECORD, [document]),
      reader.each({ organizations, people, posts }, [OFFICE]),
    ]);
    const meeting = own.meetings.find((each) => each.id === meetingId);
    if (!meeting) return null;
    const born = <R extends { readonly meeting: string }>(rows: readonly R[]): readonly R[] =>
      rows.filter((row) => row.meeting === meetingId);
    return {
      supportCase,
      meeting,
      round: own.rounds.find((each) => each.id === meeting.round),
      meetingDays: born(own.meetingDays),
      attendances: born(own.attendances),
      programme: born(own.programmeItems),
      findings: born(own.findings),
      actions: born(own.actions),
      variants: own.variants.filter((each) => each.record === meetingId),
      meetings: own.meetings,
      rounds: own.rounds,
      ...office,
    };
  };

/** The confirmation that stands for a record, and the note to compare it with. */
export type Confirmed = { readonly confirmation: ConfirmationRow; readonly note: string };

/** Null while the record is not confirmed: what is typed then wakes nothing here. */
export const confirmedQuery =
  (caseId: CaseId, meetingId: string): Query<Confirmed | null> =>
  async (reader) => {
    const document = caseDocument(caseId);
    const rows = await reader.of(confirmations, [document]);
    const confirmation = confirmationsInForce(rows).get(meetingId);
    return confirmation ? { confirmation, note: await reader.note(document, meetingId) } : null;
  };
