import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Database } from '#data/database.ts';
import { watchChanges } from '#data/search/changed-documents.ts';
import { type AdoptRequest, createAdopt } from '#data/startup/adopt.ts';
import type { AskAdopt } from '#data/startup/adopting.ts';
import { readPart } from '#electron/services/log/read-part.ts';
import { caseDocument, folderOf } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { ok } from '#shared/result.ts';
import { createStick, handOver, newFilesOf, takeInFile } from '../support/banso-files.ts';
import { createDesk, type Desk, rowsOf } from '../support/desk.ts';

const CASE = caseDocument('case1' as CaseId);
const OTHER = 'other' as DeviceId;
const CACHE = 'adopting';

let desk: Desk;
let request: AdoptRequest;
beforeEach(async () => {
  desk = await createDesk();
  const { workspace } = await desk.start();
  await workspace.run({
    label: '会合を追加',
    documents: [CASE],
    run: (draft) => ok(draft.create(CASE, meetings, { title: '第1回支援' }, 'm1')),
  });
  await workspace.flush();
  const bytes = await readFile(join(desk.logs, folderOf(CASE), `${desk.device}.log`));
  const { device } = desk;
  const { part } = readPart(bytes, { document: CASE, device, known: NO_HEAD, whole: false });
  const parts = [[sourceOf(device), part]] as const;
  request = { cache: CACHE, device: OTHER, document: CASE, parts, isTried: false };
});
afterEach(async () => {
  await new Database(CACHE).delete();
  await desk.remove();
});

const titles = async () => {
  const database = new Database(CACHE);
  const rows = await database.rowsOf('meetings').toArray();
  database.close();
  return rows.map(({ title }) => title);
};

it('A document that the cache has nothing of is stored; one that it has is left alone', async () => {
  const adopt = createAdopt(() => true);
  expect(await adopt(request)).toMatchObject({
    ok: true,
    value: { kind: 'adopted', problems: [] },
  });
  expect(await titles()).toEqual(['第1回支援']);
  expect(await adopt(request)).toEqual(ok({ kind: 'undecided' }));
});

it('What another desk wrote and no editor here would keep is stored only if staff have seen it tried', async () => {
  const strict = createAdopt(() => false);
  expect(await strict(request)).toEqual(ok({ kind: 'undecided' }));
  expect(await titles()).toEqual([]);
  expect(await strict({ ...request, isTried: true })).toMatchObject({ value: { kind: 'adopted' } });
  expect(await titles()).toEqual(['第1回支援']);
});

it('Bytes that are no update store nothing', async () => {
  const broken = request.parts.map(([source, part]) => {
    const packed = part.packed.slice();
    return [source, { ...part, packed: packed.fill(255, packed.length - 12) }] as const;
  });
  const answer = await createAdopt(() => true)({ ...request, parts: broken });
  expect(answer).not.toMatchObject({ value: { kind: 'adopted' } });
  expect(await titles()).toEqual([]);
});

it('What was stored is told by the name of its document, however many rows it has', async () => {
  const database = new Database(CACHE);
  await database.open();
  const heard: unknown[] = [];
  const stop = watchChanges(database, (changed) => heard.push(changed));
  await createAdopt(() => true)(request);
  stop();
  database.close();
  expect(heard).toEqual([{ documents: new Set([CASE]), isAll: false }]);
});

/** A worker that ends at one of its writes: the store takes back what its transaction had not finished. */
const dyingAt = (last: number, onDeath: () => Promise<void>): AskAdopt => {
  const adopt = createAdopt(() => true);
  return async (asked) => {
    let writes = 0;
    const { put } = IDBObjectStore.prototype;
    const dying = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...written
    ) {
      writes += 1;
      if (writes < last) return put.apply(this, written);
      this.transaction.abort();
      throw new Error('dead');
    });
    // Nobody hears what it still says.
    await adopt(asked);
    dying.mockRestore();
    await onDeath();
    return ok({ kind: 'unknown' });
  };
};

it('A worker that dies at any write leaves nothing half, and the document comes in all the same', async () => {
  const whole = await rowsOf(desk);
  const halves: number[] = [];
  const stored = async () => {
    const { snapshots, leaves, noteTexts, digests, documents } = desk.database();
    const counts = await Promise.all(
      [snapshots, leaves, noteTexts, digests, documents].map((table) => table.count()),
    );
    halves.push(Math.max(...counts));
  };
  // The last of them lives on: it has stored all, and dies before it can say so.
  const moments = [1, 2, 3, 4, Number.POSITIVE_INFINITY];
  for (const moment of moments) {
    await desk.loseCache();
    desk.adoptBy(dyingAt(moment, stored));
    const { workspace } = await desk.start();
    expect(workspace.problems.get()).toEqual([]);
    expect(await rowsOf(desk)).toEqual(whole);
  }
  expect(halves).toEqual([0, 0, 0, 0, 1]);
});

it('A worker that dies once it has stored all does not take along that two disagree', async () => {
  const { folder, remove } = await createStick();
  const [other, third] = [await createDesk(), await createDesk()];
  const title = async (of: Desk, words: string): Promise<void> => {
    const { workspace } = await of.start();
    await workspace.run({
      label: '会合を変更',
      documents: [CASE],
      run: (draft) => ok(draft.set(CASE, meetings, 'm1', { title: words })),
    });
    await workspace.flush();
  };
  await takeInFile(other, await handOver(desk, { folder }));
  await title(other, '第1回の前に');
  await title(desk, '第1回のあとに');
  await takeInFile(desk, await handOver(other, { folder }));
  const file = await handOver(desk, { folder });
  await other.remove();

  third.adoptBy(dyingAt(Number.POSITIVE_INFINITY, async () => undefined));
  const { banso, conflictsKnown } = await third.start();
  const files = newFilesOf(await takeInFile(third, file));
  expect(files.map(({ sources }) => sources.length)).toEqual([2]);
  await banso.takeIn(files, () => undefined);
  await conflictsKnown();
  expect(await third.database().conflicts.toArray()).toMatchObject([{ record: 'm1' }]);
  await third.remove();
  await remove();
});
