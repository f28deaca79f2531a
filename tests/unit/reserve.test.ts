import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReserve, RESERVE_BYTES } from '#electron/services/identity/reserve.ts';

const place = { records: '' };
beforeEach(async () => {
  place.records = await mkdtemp(path.join(tmpdir(), 'banso-reserve-'));
});
afterEach(() => rm(place.records, { recursive: true, force: true }));

const file = (): string => path.join(place.records, '.reserve');
const MIB = 1024 * 1024;

describe('the reserve for a full disk', () => {
  test('is 16 MiB that are really taken from the disk', async () => {
    expect(await createReserve(place.records).ensure()).toBeUndefined();
    const { size, blocks } = await stat(file());
    expect(size).toBe(16 * MIB);
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
  });

  test('is given free once, and made again when there is room', async () => {
    const reserve = createReserve(place.records);
    expect(await reserve.free()).toBe(false);
    await reserve.ensure();
    expect(await reserve.free()).toBe(true);
    expect(await readdir(place.records)).toEqual([]);
    expect(await reserve.free()).toBe(false);
    await reserve.ensure();
    expect((await stat(file())).size).toBe(RESERVE_BYTES);
  });

  test('that stands already is left as it is', async () => {
    await createReserve(place.records).ensure();
    const before = await stat(file());
    expect(await createReserve(place.records, async () => 0).ensure()).toBeUndefined();
    expect((await stat(file())).mtimeMs).toBe(before.mtimeMs);
  });

  test('that a kill left unfinished is made whole', async () => {
    await writeFile(file(), 'the beginning');
    await createReserve(place.records).ensure();
    expect((await stat(file())).size).toBe(RESERVE_BYTES);
  });

  test.each([0, 79 * MIB])(
    'with %i bytes free is not made, and the disk is told of',
    async (room) => {
      const told = await createReserve(place.records, async () => room).ensure();
      expect(told?.code).toBe('disk-full');
      expect(await readdir(place.records)).toEqual([]);
    },
  );

  test('given free while it is being made is gone afterwards', async () => {
    const reserve = createReserve(place.records);
    const [, freed] = await Promise.all([reserve.ensure(), reserve.free()]);
    expect(freed).toBe(true);
    expect(await readdir(place.records)).toEqual([]);
  });
});
