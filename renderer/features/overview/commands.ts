import {
  addSupporter,
  moveSupporter,
  removeSupporter,
  type SupporterPick,
  setSupporterRole,
} from '#data/operations/case/supporters.ts';
import {
  addFigure,
  type FigureValues,
  moveFigure,
  removeFigure,
  setFigure,
} from '#data/operations/office/figures.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

export const addFigureCommand = (municipality: string, values: FigureValues): Command<string> => ({
  label: '市町村の数値を追加',
  documents: [OFFICE],
  run: (draft) => addFigure(draft, municipality, values),
});

export const setFigureCommand = (id: string, values: Partial<FigureValues>): Command<null> => ({
  label: '市町村の数値を変更',
  documents: [OFFICE],
  run: (draft) => setFigure(draft, id, values),
});

export const removeFigureCommand = (id: string): Command<null> => ({
  label: '市町村の数値を削除',
  documents: [OFFICE],
  run: (draft) => removeFigure(draft, id),
});

export const moveFigureCommand = (id: string, index: number): Command<null> => ({
  label: '市町村の数値を並べかえ',
  documents: [OFFICE],
  run: (draft) => moveFigure(draft, id, index),
});

export const addSupporterCommand = (caseId: CaseId, pick: SupporterPick): Command<string> => ({
  label: '支援者を追加',
  documents: [OFFICE, caseDocument(caseId)],
  run: (draft) => addSupporter(draft, caseDocument(caseId), pick),
});

export const setSupporterRoleCommand = (
  caseId: CaseId,
  id: string,
  role: string,
): Command<null> => ({
  label: '支援者の役割を変更',
  documents: [caseDocument(caseId)],
  run: (draft) => setSupporterRole(draft, caseDocument(caseId), id, role),
});

export const removeSupporterCommand = (caseId: CaseId, id: string): Command<null> => ({
  label: '支援者を外す',
  documents: [caseDocument(caseId)],
  run: (draft) => removeSupporter(draft, caseDocument(caseId), id),
});

export const moveSupporterCommand = (caseId: CaseId, id: string, index: number): Command<null> => ({
  label: '支援者を並べかえ',
  documents: [caseDocument(caseId)],
  run: (draft) => moveSupporter(draft, caseDocument(caseId), id, index),
});
