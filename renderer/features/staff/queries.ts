import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type AssignmentRow, assignments } from '#shared/domain/case/assignment.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { type StaffRow, staff } from '#shared/domain/office/staff.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** The office's staff, and who is in charge of which case. */
export type DutyRows = {
  readonly staff: readonly StaffRow[];
  readonly cases: readonly CaseDigest[];
};

export const dutyRows: Query<DutyRows> = async (reader) => {
  const [rows, cases] = await Promise.all([reader.of(staff, [OFFICE]), reader.digests('all')]);
  return { staff: rows, cases };
};

export type AssignmentRows = {
  readonly staff: readonly StaffRow[];
  readonly assignments: readonly AssignmentRow[];
};

/** Who was in charge of a case, and whom the office has. */
export const assignmentRows =
  (caseId: CaseId): Query<AssignmentRows> =>
  async (reader) => {
    const [rows, own] = await Promise.all([
      reader.of(staff, [OFFICE]),
      reader.of(assignments, [caseDocument(caseId)]),
    ]);
    return { staff: rows, assignments: own };
  };
