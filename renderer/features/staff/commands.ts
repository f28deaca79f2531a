import {
  addAssignment,
  type ChangeOfStaff,
  changeStaff,
  documentsOfChange,
  type StaffPick,
} from '#data/operations/case/assignments.ts';
import { act, recordActs } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Named } from '#data/records/draft.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { assignments } from '#shared/domain/case/assignment.ts';
import { staff } from '#shared/domain/office/staff.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** 課の職員 */
export const staffActs = recordActs(OFFICE, staff);

export const changeStaffCommand = (change: ChangeOfStaff): Command<Named<'staff'>> =>
  act(`担当替え（${change.cases.length}案件）`, documentsOfChange(change), changeStaff, change);

/** 担当の履歴 of a case. */
export const assignmentActs = (caseId: CaseId) => {
  const document = caseDocument(caseId);
  return {
    ...recordActs(document, assignments),
    add: (pick: StaffPick): Command<string> =>
      act('担当者を追加', [OFFICE, document], addAssignment, document, pick),
  };
};
