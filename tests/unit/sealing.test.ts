import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  openBytes,
  openStream,
  PLAIN_BYTES,
  SealBroken,
  sealBytes,
  sealedLength,
  sealStream,
} from '#electron/services/sealing/seal.ts';
import {
  areSound,
  checkOf,
  deriveKey,
  hiddenName,
  isKeyOf,
  isSealKey,
  newParameters,
  type SealKey,
} from '#electron/services/sealing/seal-key.ts';

const KEY = 'ab'.repeat(64) as SealKey;
const OTHER = 'cd'.repeat(64) as SealKey;

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const all = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
};
const bytesOf = (length: number): Buffer => Buffer.alloc(length, '益城町の記録 ');

describe('what is sealed', () => {
  it.each([0, 1, PLAIN_BYTES - 1, PLAIN_BYTES, PLAIN_BYTES + 1, 3 * PLAIN_BYTES])(
    'opens to the same %d bytes, and nothing of it can be read',
    async (length) => {
      const plain = bytesOf(length);
      const sealed = await sealBytes(plain, KEY);
      expect(sealed).toHaveLength(sealedLength(length));
      expect(sealed.includes(Buffer.from('益城町'))).toBe(false);
      expect((await openBytes(sealed, KEY)).equals(plain)).toBe(true);
      // The same bytes never look the same twice.
      if (length > 0) expect((await sealBytes(plain, KEY)).equals(sealed)).toBe(false);
    },
  );

  it('is the same in pieces of any lengths', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 150_000 }),
        fc.integer({ min: 1, max: 70_000 }),
        fc.integer({ min: 997, max: 70_000 }),
        async (length, one, other) => {
          const plain = bytesOf(length);
          const sealed = await all(sealStream(inPieces(plain, one), KEY));
          expect((await all(openStream(inPieces(sealed, other), KEY))).equals(plain)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('does not open with another key', async () => {
    await expect(openBytes(await sealBytes(bytesOf(10), KEY), OTHER)).rejects.toThrow(SealBroken);
  });

  it('does not open when any byte of it is another', async () => {
    const sealed = await sealBytes(bytesOf(200), KEY);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openBytes(changed, KEY)).rejects.toThrow(SealBroken);
    }
  });

  it('does not open when it is cut off anywhere, at the end of a chunk too', async () => {
    const sealed = await sealBytes(bytesOf(2 * PLAIN_BYTES), KEY);
    const whole = PLAIN_BYTES + 16;
    for (const length of [
      0,
      5,
      23,
      24,
      40,
      24 + whole - 1,
      24 + whole,
      24 + whole + 1,
      sealed.length - 1,
    ]) {
      await expect(openBytes(sealed.subarray(0, length), KEY)).rejects.toThrow(SealBroken);
    }
    await expect(openBytes(Buffer.concat([sealed, Buffer.alloc(1)]), KEY)).rejects.toThrow(
      SealBroken,
    );
  });

  it('does not open when chunks change their places, or come from another stream', async () => {
    const chunk = PLAIN_BYTES + 16;
    const sealed = await sealBytes(bytesOf(3 * PLAIN_BYTES), KEY);
    const other = await sealBytes(bytesOf(3 * PLAIN_BYTES), KEY);
    const at = (from: Buffer, index: number) =>
      from.subarray(24 + index * chunk, 24 + (index + 1) * chunk);
    const header = sealed.subarray(0, 24);
    for (const chunks of [
      [at(sealed, 1), at(sealed, 0), at(sealed, 2)],
      [at(sealed, 0), at(other, 1), at(sealed, 2)],
      [at(sealed, 0), at(sealed, 2)],
      [at(sealed, 0), at(sealed, 1), at(sealed, 1), at(sealed, 2)],
    ]) {
      await expect(openBytes(Buffer.concat([header, ...chunks]), KEY)).rejects.toThrow(SealBroken);
    }
  });

  it('gives out nothing of a chunk before it is proven', async () => {
    const sealed = Buffer.from(await sealBytes(bytesOf(2 * PLAIN_BYTES), KEY));
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    const given: number[] = [];
    const reading = async () => {
      for await (const piece of openStream(inPieces(sealed, 1000), KEY)) given.push(piece.length);
    };
    await expect(reading()).rejects.toThrow(SealBroken);
    expect(given).toEqual([PLAIN_BYTES]);
  });
});

describe('a passphrase', () => {
  const made: { key?: SealKey } = {};
  const parameters = newParameters();
  beforeAll(async () => {
    made.key = await deriveKey('あいことば　Ａ１', parameters);
  });

  it('makes the same key however its letters were typed, and another with another salt', async () => {
    expect(isSealKey(made.key)).toBe(true);
    expect(await deriveKey(' あいことば A1 ', parameters)).toBe(made.key);
    expect(await deriveKey('あいことば A1', newParameters())).not.toBe(made.key);
    expect(await deriveKey('あいことば A2', parameters)).not.toBe(made.key);
  });

  it('is known as wrong by the check, which tells nothing of the key', () => {
    expect(isKeyOf(checkOf(KEY), KEY)).toBe(true);
    expect(isKeyOf(checkOf(OTHER), KEY)).toBe(false);
    expect(isKeyOf('', KEY)).toBe(false);
    expect(KEY).not.toContain(checkOf(KEY));
  });

  it('hides names by the key', () => {
    const name = '0'.repeat(64);
    expect(hiddenName(KEY, name)).toMatch(/^[0-9a-f]{64}$/);
    expect(hiddenName(KEY, name)).toBe(hiddenName(KEY, name));
    expect(new Set([name, hiddenName(KEY, name), hiddenName(OTHER, name)]).size).toBe(3);
  });

  it.each([
    { logN: 30 },
    { logN: 13 },
    { logN: 16.5 },
    { r: 1_000_000 },
    { p: 64 },
    { salt: '' },
    { salt: 'x'.repeat(32) },
  ])('takes no parameters that would exhaust the PC or guard nothing: %j', (wrong) => {
    expect(areSound(parameters)).toBe(true);
    expect(areSound({ ...parameters, ...wrong })).toBe(false);
  });
});
