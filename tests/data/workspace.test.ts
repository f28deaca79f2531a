import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SaveState } from '#data/journal/save-state.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { organizations } from '#shared/domain/office/office.ts';
import type { CaseId, FolderId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok } from '#shared/result.ts';
import { carryLogs, createDesk, type Desk, EDITOR, rowsOf } from '../support/desk.ts';

const CASE = caseDocument('case1' as CaseId);
const FOLDER = 'ab'.repeat(16) as FolderId;
const NO = { code: 'taken', happened: 'すでにあります。', safe: '', todo: '' } as const;

let desk: Desk;
let workspace: Workspace;
beforeEach(async () => {
  desk = await createDesk();
  workspace = (await desk.start()).workspace;
});
afterEach(() => desk.remove());

const addMeeting = (title: string, id = 'm1') =>
  workspace.run({
    label: '会合を追加',
    documents: [CASE],
    run: (draft) => ok(draft.create(CASE, meetings, { title }, id)),
  });

const titles = async (): Promise<readonly unknown[]> =>
  (await desk.database().rowsOf('meetings').toArray()).map((row) => row.title);

/** Waits until the save state says something. */
const untilSaveState = (kind: SaveState['kind']): Promise<void> =>
  new Promise((resolve) => {
    const look = (): boolean => workspace.saveState.get().kind === kind;
    if (look()) return resolve();
    const stop = workspace.saveState.subscribe(() => {
      if (!look()) return;
      stop();
      resolve();
    });
  });

describe('a command', () => {
  it('that refuses leaves no trace in any document', async () => {
    const result = await workspace.run({
      label: '人を足す',
      documents: [OFFICE, CASE],
      run: (draft) => {
        draft.create(OFFICE, organizations, { name: 'AD' });
        draft.create(CASE, meetings, { title: '消える' });
        return fail(NO);
      },
    });
    expect(result).toEqual(fail(NO));
    await workspace.flush();
    expect(await desk.database().rowsOf('organizations').count()).toBe(0);
    expect(await titles()).toEqual([]);
    expect(workspace.history.get().undo).toBeUndefined();
  });

  it('over two documents is undone as one step, by its name', async () => {
    await workspace.run({
      label: '支援者を追加',
      documents: [OFFICE, CASE],
      run: (draft) => {
        draft.create(OFFICE, organizations, { name: '九州厚生局' }, 'o1');
        draft.create(CASE, meetings, { title: '0.5次' }, 'm1');
        return ok(null);
      },
    });
    expect(workspace.history.get()).toEqual({ undo: '支援者を追加', redo: undefined });
    workspace.undo();
    await workspace.flush();
    expect(await desk.database().rowsOf('organizations').count()).toBe(0);
    expect(await titles()).toEqual([]);
    expect(workspace.history.get()).toEqual({ undo: undefined, redo: '支援者を追加' });
  });

  it('cannot touch a document that it does not name', async () => {
    const run = workspace.run({
      label: '題を変更',
      documents: [CASE],
      run: (draft) => ok(draft.rows(OFFICE, organizations)),
    });
    await expect(run).rejects.toThrow('does not name office');
  });
});

describe('typing', () => {
  it('is not called saved before its frame is on the disk', async () => {
    await addMeeting('第1回');
    await untilSaveState('saved');
    await workspace.type(CASE, meetings, 'm1', 'aim', 'ね', 'ねらいを入力');
    expect(workspace.saveState.get().kind).toBe('saving');
    await untilSaveState('saved');
    await desk.loseCache();
    await desk.start();
    expect((await desk.database().rowsOf('meetings').toArray())[0]?.aim).toBe('ね');
  });

  it('in two places makes two steps of undo', async () => {
    await addMeeting('第1回');
    await workspace.type(CASE, meetings, 'm1', 'aim', 'ねらい', 'ねらいを入力');
    await workspace.type(CASE, meetings, 'm1', 'summary', 'まとめ', 'まとめを入力');
    workspace.undo();
    await workspace.flush();
    expect(await desk.database().rowsOf('meetings').toArray()).toMatchObject([
      { aim: 'ねらい', summary: '' },
    ]);
    expect(workspace.history.get()).toEqual({ undo: 'ねらいを入力', redo: 'まとめを入力' });
  });

  it('keeps what another device typed elsewhere in the same text', async () => {
    const other = await createDesk();
    try {
      await addMeeting('第1回');
      await workspace.type(CASE, meetings, 'm1', 'aim', '町の方針を共有する。', 'ねらいを入力');
      await workspace.flush();
      await carryLogs(desk, other);
      const there = (await other.start()).workspace;
      await there.type(
        CASE,
        meetings,
        'm1',
        'aim',
        '町の方針を共有する。意見をもらう。',
        'ねらいを入力',
      );
      await workspace.type(CASE, meetings, 'm1', 'aim', '益城町の方針を共有する。', 'ねらいを入力');
      await there.flush();
      await workspace.flush();
      await carryLogs(other, desk);
      await carryLogs(desk, other);
      await desk.start();
      await other.start();
      expect((await desk.database().rowsOf('meetings').toArray())[0]?.aim).toBe(
        '益城町の方針を共有する。意見をもらう。',
      );
      expect(await rowsOf(desk)).toEqual(await rowsOf(other));
    } finally {
      await other.remove();
    }
  });

  it('never cuts a character outside the basic plane in two', async () => {
    await addMeeting('第1回');
    await workspace.type(CASE, meetings, 'm1', 'aim', '𠮟る', 'ねらいを入力');
    await workspace.type(CASE, meetings, 'm1', 'aim', '𠮷る', 'ねらいを入力');
    await workspace.flush();
    expect((await desk.database().rowsOf('meetings').toArray())[0]?.aim).toBe('𠮷る');
  });
});

describe('the log of a document', () => {
  it('that is deleted under the running app is written whole again, with the edit that noticed it', async () => {
    await addMeeting('第1回');
    await workspace.flush();
    await rm(join(desk.logs, folderOf(CASE)), { recursive: true });
    await addMeeting('第2回', 'm2');
    expect(await workspace.flush()).toBe(true);
    await desk.loseCache();
    await desk.start();
    expect(await titles()).toEqual(['第1回', '第2回']);
  });

  it('gets a whole-state checkpoint once it has grown, so that opening reads little', async () => {
    for (let count = 0; count < 700; count += 1) await addMeeting(`${count}`);
    await workspace.flush();
    const { openLogStore } = await import('#electron/services/log/log-store.ts');
    const store = openLogStore({
      records: dirname(desk.logs),
      device: desk.device,
      folder: FOLDER,
    });
    const source = sourceOf(desk.device);
    const part = await store.read({ document: CASE, source, known: NO_HEAD });
    if (!part.ok) throw new Error(part.error.happened);
    const frames = unpackFrames(part.value.packed);
    expect(part.value.head.seq).toBeGreaterThan(700);
    expect(frames.length).toBeLessThan(700);
    expect(frames.some(({ kind }) => kind === 'checkpoint')).toBe(true);
    await desk.loseCache();
    await desk.start();
    expect(await titles()).toEqual(['699']);
  });

  it('is folded in the cache, which does not grow with every edit', async () => {
    for (let count = 0; count < 450; count += 1) await addMeeting(`${count}`);
    await workspace.flush();
    expect(await desk.database().updates.count()).toBeLessThanOrEqual(200);
    desk.stop();
    await desk.start();
    expect(await titles()).toEqual(['449']);
  });
});

describe('a note', () => {
  it('goes and comes back with its record', async () => {
    await addMeeting('第1回');
    const note = await workspace.openNote(CASE, meetings, 'm1', '記録を書く');
    if (!note.ok) throw new Error(note.error.happened);
    const { fragment, release } = note.value;
    fragment.doc?.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('町の説明')]);
      fragment.insert(0, [paragraph]);
    }, EDITOR);
    release();
    await workspace.flush();
    const texts = async () => {
      await workspace.flush();
      return (await desk.database().noteTexts.toArray()).map((each) => each.text).filter(Boolean);
    };
    expect(await texts()).toEqual(['町の説明']);
    workspace.undo();
    workspace.undo();
    expect(await texts()).toEqual([]);
    workspace.redo();
    workspace.redo();
    expect(await texts()).toEqual(['町の説明']);
  });
});

describe('documents', () => {
  it('are closed when many are opened, and come back with all their edits', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => caseDocument(`c${at}` as CaseId));
    for (const id of ids) {
      await workspace.type(id, meetings, 'm1', 'aim', id, 'ねらいを入力');
      await workspace.run({
        label: '題',
        documents: [id],
        run: (draft) => ok(draft.create(id, meetings, { title: id }, 'm1')),
      });
    }
    await workspace.flush();
    for (const id of ids) {
      const read = await workspace.run({
        label: '読む',
        documents: [id],
        run: (draft) => ok(draft.row(id, meetings, 'm1')),
      });
      expect(read).toMatchObject({ ok: true, value: { title: id, aim: id } });
    }
  });
});
