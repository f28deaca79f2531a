import {
  type ActionValues,
  addAction,
  moveAction,
  removeAction,
  setAction,
} from '#data/operations/actions.ts';
import {
  addFinding,
  type FindingValues,
  moveFinding,
  removeFinding,
  setFinding,
} from '#data/operations/findings.ts';
import type { Beside } from '#data/operations/siblings.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft } from '#data/records/draft.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { FINDING_KIND_NAMES } from '#shared/domain/meeting.ts';
import type { Result } from '#shared/result.ts';

const inCase = <T>(
  caseId: CaseId,
  label: string,
  run: (draft: Draft, document: DocumentId) => Result<T>,
): Command<T> => {
  const document = caseDocument(caseId);
  return { label, documents: [document], run: (draft) => run(draft, document) };
};

export const addFindingCommand = (caseId: CaseId, values: FindingValues): Command<string> =>
  inCase(caseId, `${FINDING_KIND_NAMES[values.kind]}を追加`, (draft, document) =>
    addFinding(draft, document, values),
  );

export const setFindingCommand = (
  caseId: CaseId,
  id: string,
  values: Partial<FindingValues>,
): Command<null> =>
  inCase(caseId, '課題・気づきを変更', (draft, document) =>
    setFinding(draft, document, id, values),
  );

export const moveFindingCommand = (caseId: CaseId, id: string, beside: Beside): Command<null> =>
  inCase(caseId, '課題・気づきの順番を変更', (draft, document) =>
    moveFinding(draft, document, id, beside),
  );

export const removeFindingCommand = (caseId: CaseId, id: string): Command<null> =>
  inCase(caseId, '課題・気づきを削除', (draft, document) => removeFinding(draft, document, id));

export const addActionCommand = (caseId: CaseId, values: ActionValues): Command<string> =>
  inCase(caseId, '対応事項を追加', (draft, document) => addAction(draft, document, values));

export const setActionCommand = (
  caseId: CaseId,
  id: string,
  values: Partial<ActionValues>,
): Command<null> =>
  inCase(caseId, '対応事項を変更', (draft, document) => setAction(draft, document, id, values));

export const moveActionCommand = (caseId: CaseId, id: string, beside: Beside): Command<null> =>
  inCase(caseId, '対応事項の順番を変更', (draft, document) =>
    moveAction(draft, document, id, beside),
  );

export const removeActionCommand = (caseId: CaseId, id: string): Command<null> =>
  inCase(caseId, '対応事項を削除', (draft, document) => removeAction(draft, document, id));
