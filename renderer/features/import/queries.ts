import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import {
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import {
  type ImportMappingRow,
  importMappings,
  type OrganizationRow,
  organizations,
} from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** What a table is compared with. */
export type ImportRows = {
  readonly case: CaseRow | null;
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly mappings: readonly ImportMappingRow[];
};

export const importQuery =
  (caseId: CaseId): Query<ImportRows> =>
  async (reader) => {
    const document = caseDocument(caseId);
    const [caseRow, own, office] = await Promise.all([
      reader.one(cases, document, caseId),
      reader.each({ meetings, rounds }, [document]),
      reader.each({ organizations, mappings: importMappings }, [OFFICE]),
    ]);
    return { case: caseRow ?? null, ...own, ...office };
  };
