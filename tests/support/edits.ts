import fc from 'fast-check';
import * as Y from 'yjs';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { EDITOR } from './desk.ts';
import { type RoadmapStep, roadmapStep, writeStep } from './roadmap-edits.ts';

/** A few ids shared by all desks, so that edits meet. */
const IDS = ['m1', 'm2', 'm3'] as const;
export const CASES: readonly DocumentId[] = ['case1', 'case2'].map((id) =>
  caseDocument(id as CaseId),
);

/** A legal edit of anybody's, as data: it can be shrunk, printed and applied on any desk. */
export type RandomEdit =
  | {
      readonly kind: 'meeting';
      readonly document: DocumentId;
      readonly id: string;
      readonly title: string;
      readonly ordinal: string;
    }
  | {
      readonly kind: 'round';
      readonly document: DocumentId;
      readonly id: string;
      readonly number: number;
    }
  | {
      readonly kind: 'supporters';
      readonly document: DocumentId;
      readonly id: string;
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'type';
      readonly document: DocumentId;
      readonly id: string;
      readonly text: string;
    }
  | {
      readonly kind: 'note';
      readonly document: DocumentId;
      readonly id: string;
      readonly text: string;
    }
  | {
      readonly kind: 'bin';
      readonly document: DocumentId;
      readonly id: string;
      readonly back: boolean;
    }
  | {
      readonly kind: 'both';
      readonly document: DocumentId;
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly kind: 'roadmap';
      readonly document: DocumentId;
      readonly step: RoadmapStep;
    };

const document = fc.constantFrom(...CASES);
const id = fc.constantFrom(...IDS);
const word = fc.constantFrom('益城町', '人吉市', '五木村', '', 'A');

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('meeting' as const),
    document,
    id,
    title: word,
    ordinal: fc.constantFrom('0.5', '1.5'),
  }),
  fc.record({
    kind: fc.constant('round' as const),
    document,
    id,
    number: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('supporters' as const),
    document,
    id,
    names: fc.subarray(['ad', 'mhlw', 'ken']),
  }),
  fc.record({
    kind: fc.constant('type' as const),
    document,
    id,
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    document,
    id,
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('bin' as const), document, id, back: fc.boolean() }),
  fc.record({ kind: fc.constant('both' as const), document, id, name: word }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('roadmap' as const),
      document,
      step: roadmapStep,
    }),
  },
);

/** Makes the edit through the same commands, typing and notes as the screens do. */
export const apply = async (workspace: Workspace, edit: RandomEdit): Promise<void> => {
  switch (edit.kind) {
    case 'meeting':
      await workspace.run({
        label: '会合を書く',
        documents: [edit.document],
        run: (draft) => {
          draft.create(
            edit.document,
            meetings,
            { kind: 'preMeeting', title: edit.title, ordinal: edit.ordinal },
            edit.id,
          );
          return ok(null);
        },
      });
      return;
    case 'round':
      await workspace.run({
        label: '回を置く',
        documents: [edit.document],
        run: (draft) => {
          draft.create(edit.document, rounds, { number: edit.number }, edit.id);
          return ok(null);
        },
      });
      return;
    case 'supporters':
      await workspace.run({
        label: '支援者を変更',
        documents: [edit.document],
        run: (draft) => {
          const members = edit.names.map((name) => ({ id: name, name }));
          draft.setMembers(edit.document, meetings, edit.id, 'supporters', members);
          return ok(null);
        },
      });
      return;
    case 'type':
      await workspace.type(edit.document, meetings, edit.id, 'aim', edit.text, 'ねらいを入力');
      return;
    case 'note': {
      const note = await workspace.openNote(edit.document, meetings, edit.id, '記録を書く');
      if (!note.ok) return;
      const { fragment, begin, release } = note.value;
      begin();
      fragment.doc?.transact(() => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(edit.text)]);
        fragment.insert(0, [paragraph]);
      }, EDITOR);
      release();
      return;
    }
    case 'bin':
      await workspace.run({
        label: edit.back ? 'ごみ箱から戻す' : '削除',
        documents: [edit.document],
        run: (draft) => {
          (edit.back ? draft.restore : draft.remove)(edit.document, meetings, edit.id);
          return ok(null);
        },
      });
      return;
    case 'both':
      await workspace.run({
        label: '人を足す',
        documents: [OFFICE, edit.document],
        run: (draft) => {
          draft.create(OFFICE, people, { name: edit.name }, `p${edit.id}`);
          draft.set(edit.document, meetings, edit.id, { place: edit.name });
          return ok(null);
        },
      });
      return;
    case 'roadmap':
      await workspace.run({
        label: 'ロードマップを変更',
        documents: [edit.document],
        run: (draft) => writeStep(draft, edit.document, edit.step),
      });
      return;
  }
};
