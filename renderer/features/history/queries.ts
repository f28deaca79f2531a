import type { Query } from '#data/records/query.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';

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
