import { caseDocument } from '#shared/documents/document-id.ts';
import { draftsOf } from '#shared/domain/handover/book.ts';
import type { BookKind, BookRows } from '#shared/domain/handover/rows.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { caseRow, meetingRow } from './rows.ts';

/* Rows of a 引継書, of which a test says no more than it is about. */

export const NONE: BookRows = {
  ...{ cases: [], caseSupporters: [], rounds: [], meetings: [], findings: [], actions: [] },
  ...{ attendances: [], attachments: [], handoverParts: [], handoverSigns: [] },
  ...{ people: [], organizations: [], posts: [], knowHows: [], officeAttachments: [] },
  ...{ officeHandoverParts: [], officeHandoverSigns: [] },
};
export const CASE = caseRow('c1', {
  ...{ fiscalYear: 2022, municipalityName: '益城町', programme: 'national' },
});
/** Another case's document. */
export const OTHER = caseDocument('c2' as CaseId);
export const SECOND = caseRow('c2', {
  fiscalYear: 2022,
  municipalityName: '氷川町',
  document: OTHER,
});
export const meeting = (id: string, values: Parameters<typeof meetingRow>[1] = {}) =>
  meetingRow(id, { kind: 'other', title: id, state: 'held', ...values });

/** Of one case unless told otherwise. */
export const rowsOf = (rows: Partial<BookRows>): BookRows => ({ ...NONE, cases: [CASE], ...rows });
/** The draft of a section, line by line. */
export const linesOf = (section: string, rows: Partial<BookRows>, kind: BookKind = 'case') =>
  (draftsOf(kind, rowsOf(rows)).get(section) ?? '').split('\n').filter(Boolean);
