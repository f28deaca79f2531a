import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogStore } from '#electron/services/log/log-store.ts';
import { asDiskProblem } from '#electron/services/log/problems.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { FrameDraft } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/log-reader.ts';
import type { CaseId, DeviceId } from '#shared/domain/ids.ts';
import type { Append } from '#shared/ipc/contract.ts';

const DEVICE = 'device1' as DeviceId;
const CASE = caseDocument('case1' as CaseId);
const NONE = { seq: 0, hash: '' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logs-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const draft = (label: string, kind: FrameDraft['kind'] = 'update'): FrameDraft => ({
  kind,
  format: 1,
  time: 0,
  author: '山田',
  command: label,
  label,
  update: Uint8Array.of(1, 2, 3),
});

const to = (document: Append['document'], label: string): Append => ({
  document,
  draft: draft(label),
  known: NONE,
});

describe('the logs', () => {
  it('answer an append of several documents in the order of the request', async () => {
    const store = openLogStore(folder, DEVICE);
    const outcome = await store.append([
      to(OFFICE, '人を足す'),
      to(CASE, '出席を足す'),
      to(CASE, '題を変更'),
    ]);
    expect(outcome.appended.map(({ document, head }) => [document, head.seq])).toEqual([
      [OFFICE, 1],
      [CASE, 1],
      [CASE, 2],
    ]);
    const heads = await store.heads();
    expect(
      heads.ok && heads.value.map(({ document, head }) => [document, head.seq]).sort(),
    ).toEqual([
      [CASE, 2],
      [OFFICE, 1],
    ]);
  });

  it('go on where an earlier run has stopped', async () => {
    await openLogStore(folder, DEVICE).append([to(CASE, '一')]);
    await openLogStore(folder, DEVICE).append([to(CASE, '二')]);
    const part = await openLogStore(folder, DEVICE).read(CASE, DEVICE, 0);
    expect(part.ok && unpackFrames(part.value.packed).map((frame) => frame.label)).toEqual([
      '一',
      '二',
    ]);
    expect(part.ok && part.value.damage).toEqual([]);
  });

  it('say which part of a request the disk took, and leave the other file as long as before', async () => {
    const store = openLogStore(folder, DEVICE);
    await store.append([to(OFFICE, '一')]);
    await mkdir(join(folder, 'case-case1', `${DEVICE}.log`), { recursive: true });
    const { size } = await stat(join(folder, 'office', `${DEVICE}.log`));
    const outcome = await store.append([to(CASE, '入らない'), to(OFFICE, '二')]);
    expect(outcome.appended).toEqual([]);
    expect(outcome.problem?.code).toBe('disk-error');
    expect((await stat(join(folder, 'office', `${DEVICE}.log`))).size).toBe(size);
  });

  it('notice that somebody has cut a file under them', async () => {
    const store = openLogStore(folder, DEVICE);
    const first = await store.append([to(CASE, '一'), to(CASE, '二')]);
    const known = first.appended.at(-1)?.head ?? NONE;
    const path = join(folder, 'case-case1', `${DEVICE}.log`);
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
    const refused = await store.append([{ document: CASE, draft: draft('三'), known }]);
    expect(refused.problem?.code).toBe('damaged');
    const healed = await store.append([
      { document: CASE, draft: draft('全体', 'checkpoint'), known },
    ]);
    expect(healed.appended[0]?.head.seq).toBe(3);
    const part = await store.read(CASE, DEVICE, 0);
    expect(part.ok && part.value.damage).toEqual([]);
    expect(part.ok && unpackFrames(part.value.packed).map((frame) => frame.label)).toEqual([
      '全体',
    ]);
  });

  it('pass over what is no log of ours', async () => {
    await mkdir(join(folder, 'photos'), { recursive: true });
    await writeFile(join(folder, 'photos', 'x.log'), 'x');
    await mkdir(join(folder, 'office'), { recursive: true });
    await writeFile(join(folder, 'office', 'notes.txt'), 'x');
    const heads = await openLogStore(folder, DEVICE).heads();
    expect(heads).toEqual({ ok: true, value: [] });
  });

  it('tell a full disk from a write-protected one in words', () => {
    expect(asDiskProblem(Object.assign(new Error(), { code: 'ENOSPC' })).happened).toContain(
      '空きがない',
    );
    expect(asDiskProblem(Object.assign(new Error(), { code: 'EROFS' })).happened).toContain(
      '書き込めない',
    );
    expect(asDiskProblem(new Error('?')).code).toBe('disk-error');
  });
});
