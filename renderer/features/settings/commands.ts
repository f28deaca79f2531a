import { restoreCase } from '#data/operations/case/cases.ts';
import { act } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export const restoreCaseCommand = (id: CaseId, name: string): Command<CaseId> =>
  act(`案件をごみ箱から戻す（${name}）`, [caseDocument(id)], restoreCase, id);
