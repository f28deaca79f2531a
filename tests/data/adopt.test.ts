import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '#data/database.ts';
import { type AdoptRequest, createAdopt } from '#data/startup/adopt.ts';
import { readPart } from '#electron/services/log/read-part.ts';
import { caseDocument, folderOf } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '../support/desk.ts';

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
