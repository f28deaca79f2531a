import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asideState, pruneAsides, removeAsides } from '#electron/services/backup/asides.ts';
import { createProofDesk } from '#electron/services/backup/proof-desk.ts';
import { settleAsides } from '#electron/services/erasing/aside-logs.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 27);

/** The length of the mark that says it. */
const MARK = '{}\n'.length;

let records = '';
beforeEach(async () => {
  records = await mkdtemp(join(tmpdir(), 'asides-'));
});
afterEach(() => rm(records, { recursive: true, force: true }));

const folder = () => join(records, 'before-restore');
const nameOf = (days: number) =>
  new Date(NOW - days * DAY_MS).toISOString().replaceAll(/[-:.]/g, '');

/** What a restore so many days ago has moved aside; what was erased in it is erased in what took its place. */
const setAside = async (days: number): Promise<void> => {
  await setAsideOnly(days);
  await settleAsides(records, []);
};

const setAsideOnly = async (days: number): Promise<void> => {
  const logs = join(folder(), nameOf(days), 'logs', 'office');
  await mkdir(logs, { recursive: true });
  await writeFile(join(logs, 'pc.log'), 'x'.repeat(10));
};

describe('what restores have moved aside', () => {
  it('stays for 180 days, and its newest three longer', async () => {
    for (const days of [500, 400, 300, 200, 170]) await setAside(days);
    expect(await asideState(records)).toEqual({ path: folder(), count: 5, bytes: 50 + 5 * MARK });
    expect(await pruneAsides(records, NOW)).toBe(2);
    expect((await readdir(folder())).sort()).toEqual([300, 200, 170].map(nameOf));
    // Many in half a year: none of them has had its time.
    for (const days of [1, 2, 3, 4]) await setAside(days);
    expect(await pruneAsides(records, NOW)).toBe(2);
    expect(await readdir(folder())).toHaveLength(5);
  });

  it('stays however old it is while nobody has carried out what was erased in it', async () => {
    for (const days of [500, 400, 300, 200, 190]) await setAsideOnly(days);
    await mkdir(join(folder(), nameOf(600), 'attachments'), { recursive: true });
    expect(await pruneAsides(records, NOW)).toBe(1);
    expect(await removeAsides(records)).toBe(0);
    expect((await readdir(folder())).sort()).toEqual([500, 400, 300, 200, 190].map(nameOf));
    await settleAsides(records, []);
    expect(await pruneAsides(records, NOW)).toBe(2);
    expect(await removeAsides(records)).toBe(3);
  });

  it('goes at once when staff say so; what somebody else has put there stays', async () => {
    await setAside(1);
    await mkdir(join(folder(), '大事なもの'));
    await symlink(tmpdir(), join(folder(), nameOf(400)));
    expect(await removeAsides(records)).toBe(1);
    expect((await readdir(folder())).sort()).toEqual([nameOf(400), '大事なもの']);
    expect(await asideState(records)).toMatchObject({ count: 0, bytes: 0 });
  });

  it('is nothing where nothing was ever restored', async () => {
    expect(await asideState(records)).toMatchObject({ count: 0, bytes: 0 });
    expect(await pruneAsides(records, NOW)).toBe(0);
  });
});

it('What a crash has left of a proof goes with the next start', async () => {
  const proof = createProofDesk(records);
  await mkdir(join(proof.scratch, 'logs'), { recursive: true });
  await proof.sweep();
  expect(await readdir(records)).toEqual([]);
  await proof.sweep();
});
