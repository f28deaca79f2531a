import {
  type CaseValues,
  createCase,
  removeCase,
  restoreCase,
  updateCase,
} from '#data/operations/case/cases.ts';
import { documentsOfTaking, type TakeAlong, takeAlong } from '#data/operations/chain/take-along.ts';
import { type CaseEnd, endCase, reopenCase } from '#data/operations/meeting/case-end.ts';
import { act } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** @param taking what it takes along from the case that it continues, in the same step */
export const createCaseCommand = (
  id: CaseId,
  values: CaseValues,
  taking: TakeAlong | null = null,
): Command<CaseId> => ({
  label: `案件をつくる（${values.municipality.name.trim()}）`,
  documents: [OFFICE, ...(taking === null ? [caseDocument(id)] : documentsOfTaking(id, taking))],
  run: (draft) => {
    const made = createCase(draft, id, values);
    if (!made.ok || taking === null) return made;
    const taken = takeAlong(draft, id, taking);
    return taken.ok ? made : taken;
  },
});

export const takeAlongCommand = (id: CaseId, taking: TakeAlong): Command<null> =>
  act('前の案件から引き継ぐ', documentsOfTaking(id, taking), takeAlong, id, taking);

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
