import type { Query } from '#data/records/query.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import {
  type ActionRow,
  actions,
  type FindingRow,
  findings,
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export type FindingsRows = {
  readonly case: CaseRow | undefined;
  readonly findings: readonly FindingRow[];
  readonly actions: readonly ActionRow[];
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
};

/** What was found in a case and what follows from it, with the meetings they were born in. */
export const findingsRows =
  (id: CaseId): Query<FindingsRows> =>
  async (reader) => {
    const document = caseDocument(id);
    const [row, rows] = await Promise.all([
      reader.one(cases, document, id),
      reader.each({ findings, actions, meetings, rounds }, [document]),
    ]);
    return { case: row, ...rows };
  };
