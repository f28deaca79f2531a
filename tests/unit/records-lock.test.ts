import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '#electron/services/identity/lock.ts';
import { buildLock, type Holder, startHolder } from '#tests/support/second-process.ts';

const place = { bundle: '', module: '', records: '' };
const holders: Holder[] = [];
const start = async (): Promise<Holder> => {
  const holder = await startHolder(place.module, place.records);
  holders.push(holder);
  return holder;
};

beforeAll(async () => {
  place.bundle = mkdtempSync(path.join(tmpdir(), 'banso-lock-'));
  place.module = await buildLock(place.bundle);
});
afterAll(() => rmSync(place.bundle, { recursive: true, force: true }));
beforeEach(() => {
  place.records = mkdtempSync(path.join(tmpdir(), 'banso-records-'));
});
afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.kill();
  rmSync(place.records, { recursive: true, force: true });
});

const file = (): string => path.join(place.records, '.lock');
const content = (): Record<string, unknown> => JSON.parse(readFileSync(file(), 'utf8'));
/** Leaves a lock behind that says something else than the one of a process that runs. */
const rewrite = (change: Record<string, unknown>): void =>
  writeFileSync(file(), JSON.stringify({ ...content(), ...change }));

describe('the lock of the records folder', () => {
  test('keeps a second process out as long as the first one runs', async () => {
    const first = await start();
    expect(first.outcome).toBe('held');
    expect((await start()).outcome).toBe('taken');
    expect(takeLock(place.records)).toEqual({ kind: 'taken', by: 'process' });
    await first.kill();
    expect((await start()).outcome).toBe('held');
  });

  test('is free again when it is given back', async () => {
    const lock = takeLock(place.records);
    expect((await start()).outcome).toBe('taken');
    if (lock.kind === 'held') lock.release();
    expect(readdirSync(place.records)).toEqual([]);
    expect((await start()).outcome).toBe('held');
  });

  test('is had by one only when several find a stale one at the same time', async () => {
    const first = await start();
    await first.kill();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, async () => (await start()).outcome),
    );
    expect(outcomes.toSorted()).toEqual(['held', ...Array(5).fill('taken')]);
    expect(readdirSync(place.records)).toEqual(['.lock']);
  });

  test.skipIf(process.platform === 'win32').each<[string, Record<string, unknown>]>([
    ['a process whose number another one has now', { began: '1' }],
    ['an earlier start of this PC', { boot: 'before' }],
    ['a folder from which this one was copied', { folder: '1' }],
    ['nobody that can be read', { pid: 'x' }],
  ])('of %s is taken over', async (_whose, change) => {
    await start();
    rewrite(change);
    expect(takeLock(place.records).kind).toBe('held');
  });

  test.skipIf(process.platform === 'win32')('of another PC on a share is respected', async () => {
    const first = await start();
    rewrite({ boot: 'elsewhere', host: 'another' });
    await first.kill();
    expect(takeLock(place.records)).toEqual({ kind: 'taken', by: 'pc' });
  });

  test('that is only half written is nobody’s', () => {
    writeFileSync(file(), '{"pid":');
    expect(takeLock(place.records).kind).toBe('held');
  });

  test('of a copied folder keeps nobody out of the copy', async () => {
    await start();
    const copied = `${place.records}-copy`;
    cpSync(place.records, copied, { recursive: true });
    const lock = takeLock(copied);
    rmSync(copied, { recursive: true });
    expect(lock.kind).toBe('held');
  });

  test('that can’t be written is no lock, and no reason to stay closed', () => {
    expect(takeLock(path.join(place.records, 'gone')).kind).toBe('impossible');
    mkdirSync(path.join(place.records, 'gone'));
    expect(takeLock(path.join(place.records, 'gone')).kind).toBe('held');
  });
});
