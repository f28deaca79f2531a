import * as Y from 'yjs';
import { compactUpdate } from '#data/documents/compact-update.ts';
import { stampFormat } from '#data/documents/format.ts';
import { textName } from '#data/documents/keys.ts';
import { createRecordReader } from '#data/documents/record-reader.ts';
import { createDraft, type Draft } from '#data/records/draft.ts';
import type { LogStore } from '#electron/services/log/log-store.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type FrameDraft, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { attendances, findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { randomCommandId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { asId } from '../../support/ids.ts';
import { sentence, textOf } from '../scale-set/notes.ts';
import type { Seeded } from '../scale-set/seeded.ts';

/** Somebody who fills in a case, letter by letter, on a real log store. */
export type Typist = {
  /** A note in commits of four letters, as typing makes them. */
  readonly typeNote: (meeting: string, letters: number) => Promise<void>;
  /** A meeting with its fields, attendance, findings, and a typed aim and note. */
  readonly recordMeeting: (meeting: string) => Promise<void>;
  readonly frames: () => number;
  /** Bytes of the updates as Yjs makes them, those of one commit merged. */
  readonly updateBytes: () => number;
  /** The same as the frames hold them (`compactUpdate`). */
  readonly compactBytes: () => number;
  readonly checkpointBytes: () => number;
};

const LETTERS_IN_A_COMMIT = 4;
const BATCH = 200;

export const createTypist = (document: DocumentId, seeded: Seeded, store: LogStore): Typist => {
  const doc = new Y.Doc();
  const reader = createRecordReader(document, doc);
  const waiting: FrameDraft[] = [];
  let updates: Uint8Array[] = [];
  let known: Head = NO_HEAD;
  let frames = 0;
  let updateBytes = 0;
  let compactBytes = 0;
  let checkpointBytes = 0;
  doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
    reader.touched(transaction);
    updates.push(update);
  });

  const draftOf = (label: string, update: Uint8Array, change: Partial<FrameDraft> = {}) => ({
    kind: 'update' as const,
    format: FORMAT,
    time: 1_660_000_000_000 + frames * 1000,
    author: { id: '0123456789ab', name: '担当者 1' },
    command: randomCommandId(),
    label,
    seen: [],
    update,
    ...change,
  });

  const send = async (drafts: readonly FrameDraft[]): Promise<boolean> => {
    const [answer] = await store.append([{ document, known, drafts }]);
    if (answer?.kind !== 'appended') throw new Error(`not appended: ${answer?.kind}`);
    known = answer.heads.at(-1) ?? known;
    return answer.isCheckpointDue;
  };

  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    if (!(await send(waiting.splice(0)))) return;
    const state = Y.encodeStateAsUpdate(doc);
    const { deflateRawSync } = await import('node:zlib');
    checkpointBytes += deflateRawSync(state).length;
    await send([draftOf('全体の控え', state, { kind: 'checkpoint', covers: known })]);
  };

  const commit = async (label: string): Promise<void> => {
    const made = Y.mergeUpdates(updates);
    const update = compactUpdate(made);
    updates = [];
    waiting.push(draftOf(label, update));
    frames += 1;
    updateBytes += made.length;
    compactBytes += update.length;
    if (waiting.length >= BATCH) await flush();
  };

  const edit = async (label: string, run: (draft: Draft) => void): Promise<void> => {
    stampFormat(doc, null);
    doc.transact(() => {
      const { draft, writes } = createDraft(
        () => ({ doc, reader }),
        () => 0,
      );
      run(draft);
      for (const { apply } of writes) apply();
    });
    await commit(label);
  };

  /** Each letter is a transaction of its own, as the editor makes them. */
  const type = async (text: Y.XmlText | Y.Text, letters: string, label: string): Promise<void> => {
    for (const [index, letter] of [...letters].entries()) {
      text.insert(text.length, letter);
      const isLast = index === letters.length - 1;
      if ((index + 1) % LETTERS_IN_A_COMMIT === 0 || isLast) await commit(label);
    }
  };

  const typeNote: Typist['typeNote'] = async (meeting, letters) => {
    const note = doc.getXmlFragment(textName('meetings', meeting, 'note'));
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    doc.transact(() => {
      paragraph.insert(0, [text]);
      note.insert(note.length, [paragraph]);
    });
    await type(text, textOf(seeded, letters), '記録の入力');
    await flush();
  };

  return {
    typeNote,
    recordMeeting: async (meeting) => {
      await edit('会合を追加', (draft) =>
        draft.create(document, meetings, { kind: 'session', title: sentence(seeded) }, meeting),
      );
      await edit('場所を変更', (draft) =>
        draft.set(document, meetings, meeting, { place: '役場' }),
      );
      for (let index = 0; index < 3; index += 1) {
        const order = `a${index}`;
        await edit('出席を追加', (draft) =>
          draft.create(document, attendances, { meeting: asId(meeting), name: '担当者', order }),
        );
        const text = sentence(seeded);
        await edit('課題を追加', (draft) =>
          draft.create(document, findings, { meeting: asId(meeting), kind: 'issue', text, order }),
        );
      }
      const aim = doc.getText(textName('meetings', meeting, 'aim'));
      await type(aim, sentence(seeded), 'ねらいを入力');
      await typeNote(meeting, 500);
    },
    frames: () => frames,
    updateBytes: () => updateBytes,
    compactBytes: () => compactBytes,
    checkpointBytes: () => checkpointBytes,
  };
};
