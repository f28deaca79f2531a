import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogStore } from '#electron/services/log/log-store.ts';
import { folderOf, OFFICE } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { failing } from '#tests/support/failing-disk.ts';
import { aDraft, commandId, DEVICE, HEADER } from '#tests/support/logs.ts';

let records = '';
beforeEach(async () => {
  records = await mkdtemp(join(tmpdir(), 'records-'));
});
afterEach(async () => {
  await rm(records, { recursive: true, force: true });
});

const prepared = async () => {
  const store = openLogStore({ records, device: DEVICE, folder: HEADER.folder });
  let count = 0;
  const append = async (known = NO_HEAD) => {
    count += 1;
    const drafts = [aDraft({ command: commandId(count) })];
    const [answer] = await store.append([{ document: OFFICE, known, drafts }]);
    return answer;
  };
  const first = await append();
  if (first?.kind !== 'appended') throw new Error(`not appended: ${first?.kind}`);
  const file = join(records, 'logs', folderOf(OFFICE), `${sourceOf(DEVICE)}.log`);
  const read = async () => {
    const request = { document: OFFICE, source: sourceOf(DEVICE), known: NO_HEAD };
    const part = await store.read(request);
    return part.ok ? part.value.head.seq : part.error.happened;
  };
  return { append, read, head: first.heads[0], bytes: () => readFile(file) };
};

describe('the half of a frame that a failed append has written', () => {
  it.each([
    ['a full disk', { writeFile: 'ENOSPC' }],
    ['a broken disk', { writeFile: 'EIO' }],
  ])('is cut off at once on %s', async (_, failure) => {
    const { append, head, bytes } = await prepared();
    const before = await bytes();
    const stop = failing(failure);
    const failed = await append(head);
    stop();
    expect(failed?.kind).toBe('failed');
    expect(await bytes()).toEqual(before);
  });

  it('is cut off before the next append where it could not be at once', async () => {
    const { append, head, bytes } = await prepared();
    const before = await bytes();
    const stop = failing({ writeFile: 'EIO', truncate: 'EIO' });
    expect((await append(head))?.kind).toBe('failed');
    expect((await bytes()).length).toBeGreaterThan(before.length);
    // While it cannot be cut off, nothing is written behind it.
    expect((await append(head))?.kind).toBe('failed');
    stop();
    expect(await append(head)).toMatchObject({ kind: 'appended', heads: [{ seq: 2 }] });
    expect((await bytes()).subarray(0, before.length)).toEqual(before);
  });
});

describe('a whole frame whose flush has failed, and which could not be cut off', () => {
  it('is read by nobody, and is gone once something else is appended', async () => {
    const { append, read, head, bytes } = await prepared();
    const before = await bytes();
    const stop = failing({ datasync: 'EIO', truncate: 'EIO' });
    expect((await append(head))?.kind).toBe('failed');
    stop();
    expect((await bytes()).length).toBeGreaterThan(before.length);
    expect(await read()).toBe(1);
    expect(await append(head)).toMatchObject({ kind: 'appended', heads: [{ seq: 2 }] });
    expect(await read()).toBe(2);
  });
});
