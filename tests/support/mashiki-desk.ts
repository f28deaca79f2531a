import * as Y from 'yjs';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { organizations } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { EDITOR } from './desk.ts';
import { asId } from './ids.ts';

const CASE = 'mashiki' as CaseId;
export const MASHIKI_DOCUMENT = caseDocument(CASE);

/** What a desk says on which `writeMashiki` has run; the facts are those of the case's public report. */
export const MASHIKI_TOLD = {
  cases: ['益城町'],
  rounds: [1],
  meetings: ['2022-08-03', '2022-08-24'],
  findings: ['サービスの周知不足'],
  actions: ['対象者像の共有'],
  organizations: ['九州厚生局'],
  notes: ['総合事業の対象経費が毎年度、上限額を大幅に超過'],
};

/** A few edits of every shape: fields, a set, a long text, a note, two documents, the bin and undo. */
export const writeMashiki = async (workspace: Workspace): Promise<void> => {
  const document = MASHIKI_DOCUMENT;
  await workspace.run({
    label: '案件をつくる（益城町）',
    documents: [OFFICE, document],
    run: (draft) => {
      draft.create(OFFICE, organizations, { name: '九州厚生局', role: 'bureau' }, 'kyushu');
      const values = {
        municipalityCode: asId('434434'),
        municipalityName: '益城町',
        fiscalYear: 2022,
      };
      draft.create(document, cases, values, CASE);
      draft.create(document, rounds, { number: 1 }, 'round1');
      draft.create(
        document,
        meetings,
        { kind: 'preMeeting', ordinal: '0.5', date: '2022-08-03' },
        'm1',
      );
      draft.create(
        document,
        meetings,
        { kind: 'session', round: asId('round1'), date: '2022-08-24' },
        'm2',
      );
      draft.setMembers(document, meetings, 'm1', 'supporters', [
        { id: 'kyushu', name: '九州厚生局' },
      ]);
      return ok(null);
    },
  });
  await workspace.type(document, cases, CASE, 'issues', '自立支援の考え方', '課題を入力');
  const note = await workspace.openNote(document, meetings, 'm2', '記録の入力');
  if (!note.ok) throw new Error(note.error.happened);
  note.value.begin();
  note.value.fragment.doc?.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(MASHIKI_TOLD.notes[0])]);
    note.value.fragment.insert(0, [paragraph]);
  }, EDITOR);
  note.value.release();
  await workspace.run({
    label: '課題を追加',
    documents: [document],
    run: (draft) => {
      draft.create(
        document,
        findings,
        { kind: 'issue', text: 'サービスの周知不足', meeting: asId('m2') },
        'f1',
      );
      draft.create(document, actions, { text: '対象者像の共有', meeting: asId('m2') }, 'a1');
      return ok(null);
    },
  });
  await workspace.run({
    label: '対応事項を削除',
    documents: [document],
    run: (draft) => ok(draft.remove(document, actions, 'a1')),
  });
  workspace.undo();
  await workspace.flush();
};
