import type { Query } from '#data/records/query.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { compareTexts, fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { caseTitle } from '#shared/domain/search/records.ts';

/** A case that can be handed over. */
export type HandedCase = {
  readonly document: DocumentId;
  readonly title: string;
  readonly owner: string;
  readonly year: number | null;
};

/** All cases in use, those of the latest year first. */
export const handedCases: Query<readonly HandedCase[]> = async (reader) =>
  (await reader.all(cases))
    .toSorted(
      (a, b) =>
        (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) ||
        compareTexts(a.municipalityCode, b.municipalityCode) ||
        compareTexts(a.id, b.id),
    )
    .map((row) => ({
      document: caseDocument(row.id),
      title: caseTitle(row),
      owner: row.section,
      year: fiscalYearOfCase(row),
    }));
