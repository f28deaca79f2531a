import type { Query } from '#data/records/query.ts';
import type { Day } from '#shared/dates/types.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { assignments, inOrderOfTime, isInCharge } from '#shared/domain/case/assignment.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { firstDayOf } from '#shared/domain/case/own-cases.ts';

/** The case whose history is shown, one in the bin too; null for the office, or where there is none. */
export const caseQuery =
  (document: DocumentId): Query<CaseRow | null> =>
  async (reader) =>
    document === OFFICE ? null : ((await reader.withBinned(cases, [document]))[0] ?? null);

/** What a note says now. */
export const noteQuery =
  (document: DocumentId, id: string): Query<string> =>
  (reader) =>
    reader.note(document, id);

/** Since when whoever is in charge of a case today has been; null where no record says, and for the office. */
export const chargeQuery =
  (document: DocumentId, today: Day): Query<Day | null> =>
  async (reader) => {
    if (document === OFFICE) return null;
    const rows = await reader.of(assignments, [document]);
    const latest = inOrderOfTime(rows).findLast((row) => isInCharge(row, today));
    return latest === undefined ? null : firstDayOf(latest);
  };
