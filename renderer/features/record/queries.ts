import type { Query, Reader } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { roadmapHomeOf } from '#shared/domain/chain/offer.ts';
import { CASE_RECORD, type CaseRecordRows } from '#shared/domain/meeting/case-record.ts';
import {
  type ConfirmationRow,
  confirmations,
  confirmationsInForce,
} from '#shared/domain/meeting/confirmation.ts';
import type {
  ActionRow,
  FindingRow,
  MeetingRow,
  RoundRow,
} from '#shared/domain/meeting/meeting.ts';
import {
  type OrganizationRow,
  organizations,
  type PersonRow,
  type PostRow,
  people,
  posts,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { bars, milestones } from '#shared/domain/roadmap/collections.ts';

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
  /** All of the case: a finding of this meeting may be answered later on. */
  readonly chain: RecordChain;
  /** The office's records, to pick from. */
  readonly organizations: readonly OrganizationRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
};

/** What the findings and actions of a meeting are linked with. */
export type RecordChain = {
  readonly findings: readonly FindingRow[];
  readonly actions: readonly ActionRow[];
  /** Present names of bars and milestones that actions of the meeting are tied to. */
  readonly items: ReadonlyMap<string, string>;
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
    const items = await namesOfItems(
      reader,
      supportCase ?? null,
      own.actions.filter((action) => action.meeting === meetingId),
    );
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
      chain: { findings: own.findings, actions: own.actions, items },
      variants: own.variants.filter((each) => each.record === meetingId),
      meetings: own.meetings,
      rounds: own.rounds,
      ...office,
    };
  };

/** The roadmap is asked only where something is tied to it. */
const namesOfItems = async (
  reader: Reader,
  supportCase: CaseRow | null,
  tied: readonly ActionRow[],
): Promise<ReadonlyMap<string, string>> => {
  const isTied = tied.some(({ roadmapItems }) => roadmapItems.length > 0);
  if (!isTied || supportCase === null) return new Map();
  const document = caseDocument(roadmapHomeOf(supportCase));
  const found = await reader.each({ bars, milestones }, [document]);
  return new Map([...found.bars, ...found.milestones].map(({ id, label }) => [id, label]));
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
