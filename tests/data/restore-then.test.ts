import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocumentHistory } from '#data/history/document-history.ts';
import { unpackFile } from '#data/history/read-files.ts';
import { act } from '#data/operations/record/records.ts';
import { restoreField, restoreRecord } from '#data/operations/record/restore-then.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import { attendances, meetings } from '#shared/domain/meeting/meeting.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, EDITOR } from '../support/desk.ts';
import { asId } from '../support/ids.ts';

const DOCUMENT = caseDocument(asId('c1'));
const MEETING: MeetingId = asId('m1');

/** Values that are typed within a minute are one change. */
const A_WHILE = 120_000;

const onDesk = async (check: (workspace: Workspace, wait: () => void) => Promise<void>) => {
  const desk = await createDesk();
  try {
    const { workspace } = await desk.start();
    await workspace.run({
      label: '会合を追加',
      documents: [DOCUMENT],
      run: (draft) =>
        ok(draft.create(DOCUMENT, meetings, { kind: 'exchange', title: '交換会' }, MEETING)),
    });
    await check(workspace, () => desk.turnClock(A_WHILE));
  } finally {
    await desk.remove();
  }
};

const change = (workspace: Workspace, values: object) =>
  workspace.run({
    label: '会合を変更',
    documents: [DOCUMENT],
    run: (draft) => ok(draft.set(DOCUMENT, meetings, MEETING, values)),
  });

/** The history as the app reads it, out of the files on disk. */
const historyOf = async (workspace: Workspace) => {
  const files = await workspace.files(DOCUMENT);
  if (!files.ok) throw new Error(files.error.happened);
  const history = createDocumentHistory(DOCUMENT);
  return { history, entries: history.takeAll(files.value.map(unpackFile)) };
};

const thenOf = async (
  workspace: Workspace,
  find: (entry: HistoryEntry) => boolean,
  side: 'before' | 'behind' = 'behind',
  collection: 'meetings' | 'attendances' = 'meetings',
  id: string = MEETING,
) => {
  const { history, entries } = await historyOf(workspace);
  const entry = entries.find(find);
  if (entry === undefined) throw new Error('no such entry');
  const frame = side === 'before' ? entry.id : entry.moment;
  const then = history.recordAt({ side, frame }, collection, id);
  if (then === undefined) throw new Error('no such moment');
  return then;
};

const saysPlace = (place: string) => (entry: HistoryEntry) =>
  entry.records.some(({ fields }) => fields.some(({ after }) => after.words === place));

const meetingNow = (workspace: Workspace) =>
  workspace.ask((reader) => reader.one(meetings, DOCUMENT, MEETING));

const typeNote = async (workspace: Workspace, lines: readonly string[]): Promise<void> => {
  const opened = await workspace.openNote(DOCUMENT, meetings, MEETING, '本文を入力');
  if (!opened.ok) throw new Error(opened.error.happened);
  const { fragment: note, begin, release } = opened.value;
  begin();
  note.doc?.transact(() => {
    note.delete(0, note.length);
    const blocks = lines.map((line) => {
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText(line)]);
      return block;
    });
    note.insert(0, blocks);
  }, EDITOR);
  release();
  await workspace.flush();
};

describe('going back to a moment', () => {
  test('gives a field what it said then, as an edit that undo takes back', () =>
    onDesk(async (workspace, wait) => {
      await change(workspace, { place: '町役場', title: '一回目' });
      wait();
      await change(workspace, { place: '公民館', title: '二回目' });
      const then = await thenOf(workspace, saysPlace('町役場'));
      const restored = await workspace.run(
        act('場所を戻す', [DOCUMENT], restoreField, DOCUMENT, meetings, MEETING, 'place', then),
      );
      expect(restored.ok).toBe(true);
      expect(await meetingNow(workspace)).toMatchObject({ place: '町役場', title: '二回目' });
      workspace.undo();
      await workspace.flush();
      expect(await meetingNow(workspace)).toMatchObject({ place: '公民館' });
      const { entries } = await historyOf(workspace);
      expect(entries.slice(-2).map(({ label }) => label)).toEqual([
        '場所を戻す',
        '元に戻す：場所を戻す',
      ]);
    }));

  test('says so where the field says the same today', () =>
    onDesk(async (workspace) => {
      await change(workspace, { place: '町役場' });
      const then = await thenOf(workspace, saysPlace('町役場'));
      const result = await workspace.run(
        act('場所を戻す', [DOCUMENT], restoreField, DOCUMENT, meetings, MEETING, 'place', then),
      );
      expect(result).toMatchObject({ ok: false, error: { happened: 'いまも同じ内容です。' } });
      expect((await historyOf(workspace)).entries).toHaveLength(2);
    }));

  test('gives a record back all that it said, and takes it out of the bin', () =>
    onDesk(async (workspace, wait) => {
      await change(workspace, { place: '町役場', aim: '住民の声を聞く' });
      wait();
      await change(workspace, { place: '公民館', aim: '' });
      await workspace.run({
        label: '会合を削除',
        documents: [DOCUMENT],
        run: (draft) => ok(draft.remove(DOCUMENT, meetings, MEETING)),
      });
      const then = await thenOf(workspace, saysPlace('町役場'));
      await workspace.run(
        act('会合を戻す', [DOCUMENT], restoreRecord, DOCUMENT, meetings, MEETING, then),
      );
      const now = await meetingNow(workspace);
      expect(now).toMatchObject({ place: '町役場', aim: '住民の声を聞く', deletedAt: '' });
      const deleted = await thenOf(workspace, ({ label }) => label === '会合を削除');
      const refused = await workspace.run(
        act('会合を戻す', [DOCUMENT], restoreRecord, DOCUMENT, meetings, MEETING, deleted),
      );
      expect(refused.ok).toBe(false);
      expect((await meetingNow(workspace))?.deletedAt).toBe('');
    }));

  test('takes along whose name it was', () =>
    onDesk(async (workspace, wait) => {
      const write = (person: string, name: string) =>
        workspace.run({
          label: '出席を変更',
          documents: [DOCUMENT],
          run: (draft) => {
            const values = { meeting: MEETING, person: asId(person), name };
            if (draft.row(DOCUMENT, attendances, 'a1'))
              draft.set(DOCUMENT, attendances, 'a1', values);
            else draft.create(DOCUMENT, attendances, values, 'a1');
            return ok(null);
          },
        });
      await write('p1', '山田');
      wait();
      await write('p2', '佐藤');
      const then = await thenOf(
        workspace,
        ({ records }) => records.some(({ fate }) => fate === 'changed'),
        'before',
        'attendances',
        'a1',
      );
      await workspace.run(
        act('名前を戻す', [DOCUMENT], restoreField, DOCUMENT, attendances, 'a1', 'name', then),
      );
      const row = await workspace.ask((reader) => reader.one(attendances, DOCUMENT, 'a1'));
      expect(row).toMatchObject({ name: '山田', person: 'p1' });
    }));

  test('writes a note again as it stood, and leaves alone the blocks that have not changed', () =>
    onDesk(async (workspace) => {
      await typeNote(workspace, ['はじめに', '住民の声', 'おわりに']);
      await change(workspace, { place: '町役場' });
      await typeNote(workspace, ['はじめに', '市民の声', 'もう一つ', 'おわりに']);
      const then = await thenOf(workspace, saysPlace('町役場'));
      await workspace.run(
        act('本文を戻す', [DOCUMENT], restoreField, DOCUMENT, meetings, MEETING, 'note', then),
      );
      await workspace.flush();
      const text = await workspace.ask((reader) => reader.note(DOCUMENT, MEETING));
      expect(text).toBe('はじめに\n住民の声\nおわりに');
    }));
});
