import type { Query } from '#data/records/query.ts';
import { lasting } from '#data/records/remembered.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type FindingRow, findings } from '#shared/domain/meeting/meeting.ts';
import { type KnowHowRow, knowHows } from '#shared/domain/office/know-how.ts';
import { type ThemeRow, themes } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export type KnowHowRows = {
  readonly knowHows: readonly KnowHowRow[];
  readonly themes: readonly ThemeRow[];
};

/** All lessons of the office, and its themes. */
export const knowHowRows: Query<KnowHowRows> = lasting((reader) =>
  reader.each({ knowHows, themes }, [OFFICE]),
);

/** What was found in a case, to make a lesson of. */
export const findingsOf =
  (caseId: CaseId): Query<readonly FindingRow[]> =>
  (reader) =>
    reader.of(findings, [caseDocument(caseId)]);
