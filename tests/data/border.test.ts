import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inspect } from '#data/documents/inspect.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';
import { aDraft, commandId } from '../support/logs.ts';
import { appendToLog } from '../support/write-logs.ts';

const CASE = caseDocument('case1' as CaseId);
const STRANGER = 'stranger' as DeviceId;

let desk: Desk;
beforeEach(async () => {
  desk = await createDesk();
  const { workspace } = await desk.start();
  await workspace.run({
    label: '会合を追加',
    documents: [CASE],
    run: (draft) => ok(draft.create(CASE, meetings, { title: '第1回支援' }, 'm1')),
  });
  await workspace.flush();
});
afterEach(() => desk.remove());

/** Lays another device's file beside ours, well-formed as a log, with these updates inside. */
const layBeside = (updates: readonly Uint8Array[]): Promise<void> =>
  appendToLog(
    desk.logs,
    CASE,
    STRANGER,
    updates.map((update, at) => aDraft({ update, command: commandId(at + 1) })),
  );

const problemsAfterStart = async (): Promise<readonly string[]> => {
  const { workspace } = await desk.start();
  return workspace.problems.get().map((problem) => problem.happened);
};

describe("another device's file", () => {
  it('with bytes that are no update is refused and told, and our rows stay', async () => {
    const before = await rowsOf(desk);
    await layBeside([Uint8Array.of(255, 255, 255, 1, 2, 3)]);
    expect(await problemsAfterStart()).toEqual([
      'ほかのパソコンの記録ファイルは、壊れているため取り込みませんでした。',
    ]);
    expect(await rowsOf(desk)).toEqual(before);
  });

  it('whose first edits are missing is taken in as far as it goes, and that is told', async () => {
    const there = new Y.Doc();
    const updates: Uint8Array[] = [];
    there.on('update', (update: Uint8Array) => updates.push(update));
    there.getMap('meetings').set('m2.title', '消えた前半');
    there.getMap('meetings').set('m3.title', '続き');
    await layBeside(updates.slice(1));
    expect((await problemsAfterStart()).join()).toContain('まだ表示できない編集');
    await layBeside(updates.slice(0, 1));
    await desk.start();
    const titles = (await desk.database().rowsOf('meetings').toArray()).map((row) => row.title);
    expect(titles).toEqual(['第1回支援', '消えた前半', '続き']);
  });

  it('may hold anything in a field: a row comes out of it', async () => {
    const there = new Y.Doc();
    const map = there.getMap('meetings');
    map.set('m2.title', { nested: 'object' });
    map.set('m2.state', 'exploded');
    map.set('m2.headCount', 'many');
    map.set('m2.supporters.x', 7);
    map.set('__proto__.title', 'x');
    map.set('...', 'x');
    map.set('m2', 'x');
    await layBeside([Y.encodeStateAsUpdate(there)]);
    expect(await problemsAfterStart()).toEqual([]);
    const row = await desk.database().rowsOf('meetings').get([CASE, 'm2']);
    expect(row).toMatchObject({ title: '', state: 'planned', headCount: null, supporters: [] });
  });

  it('is refused when it is too large, has too many records, or a note that the editor would cut', () => {
    const refused = (foreign: readonly Uint8Array[], noteFits = true) =>
      inspect({ document: CASE, own: [], foreign }, () => noteFits);
    expect(refused([new Uint8Array(65 * 1024 * 1024)])).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    const many = new Y.Doc();
    many.transact(() => {
      for (let at = 0; at <= 100_000; at += 1) many.getMap('rounds').set(`r${at}.number`, at);
    });
    expect(refused([Y.encodeStateAsUpdate(many)])).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    const note = new Y.Doc();
    note.getMap('meetings').set('m1.title', '題');
    expect(refused([Y.encodeStateAsUpdate(note)], false)).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
    expect(refused([Y.encodeStateAsUpdate(note)])).toEqual(ok({ incomplete: false }));
  });
});
