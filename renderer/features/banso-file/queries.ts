import type { Query } from '#data/records/query.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { assignments, chargeWords, inOrderOfTime } from '#shared/domain/case/assignment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { compareTexts, fiscalYearOfCase, groupBy } from '#shared/domain/record/row-values.ts';
import { caseTitle } from '#shared/domain/search/records.ts';

/** A case that can be handed over. */
export type HandedCase = {
  readonly document: DocumentId;
  readonly title: string;
  /** Who is in charge today, and the group: 山田 花子（地域ケア推進班）. */
  readonly owner: string;
  readonly year: number | null;
};

/** All cases in use, those of the latest year first. */
export const handedCases =
  (today: Day): Query<readonly HandedCase[]> =>
  async (reader) => {
    const [rows, charges] = await Promise.all([reader.all(cases), reader.all(assignments)]);
    const chargesOf = groupBy(charges, ({ document }) => document);
    return rows
      .toSorted(
        (a, b) =>
          (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) ||
          compareTexts(a.municipalityCode, b.municipalityCode) ||
          compareTexts(a.id, b.id),
      )
      .map((row) => {
        const document = caseDocument(row.id);
        const inOrder = inOrderOfTime(chargesOf.get(document) ?? []);
        return {
          document,
          title: caseTitle(row),
          owner: chargeWords(row.section, inOrder, today),
          year: fiscalYearOfCase(row),
        };
      });
  };
