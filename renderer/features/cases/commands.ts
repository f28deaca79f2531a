import {
  type CaseValues,
  createCase,
  removeCase,
  restoreCase,
  updateCase,
} from '#data/operations/case/cases.ts';
import { type CaseEnd, endCase, reopenCase } from '#data/operations/meeting/case-end.ts';
import { act } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export const createCaseCommand = (id: CaseId, values: CaseValues): Command<CaseId> =>
  act(
    `案件をつくる（${values.municipality.name.trim()}）`,
    [OFFICE, caseDocument(id)],
    createCase,
    id,
    values,
  );

export const updateCaseCommand = (id: CaseId, values: CaseValues): Command<CaseId> =>
  act('案件の情報を編集', [OFFICE, caseDocument(id)], updateCase, id, values);

export const endCaseCommand = (id: CaseId, end: CaseEnd): Command<null> =>
  act('案件を終える', [caseDocument(id)], endCase, id, end);

export const reopenCaseCommand = (id: CaseId): Command<null> =>
  act('案件を再開する', [caseDocument(id)], reopenCase, id);

export const removeCaseCommand = (id: CaseId, name: string): Command<CaseId> =>
  act(`案件を削除（${name}）`, [caseDocument(id)], removeCase, id);

export const restoreCaseCommand = (id: CaseId, name: string): Command<CaseId> =>
  act(`案件をごみ箱から戻す（${name}）`, [caseDocument(id)], restoreCase, id);
