/** Chance that comes out the same for the same seed. */
export type Seeded = {
  /** An integer from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** An id as `randomId` makes them. */
  readonly id: <I extends string>() => I;
  readonly bytes: (length: number) => Uint8Array;
  /** So many bytes as hexadecimal digits. */
  readonly hex: (length: number) => string;
};

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 16;

/** FNV-1a, 32 bits. */
const hashOf = (text: string): number =>
  [...text].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  );

/** Mulberry32: small, quick, and good enough to spread texts and dates. */
export const createSeeded = (seed: string): Seeded => {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => int(0, 255));
  return {
    int,
    bytes,
    hex: (length) => Buffer.from(bytes(length)).toString('hex'),
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[int(0, from.length - 1)] as T;
    },
    id: <I extends string>() =>
      Array.from({ length: ID_LENGTH }, () => ALPHABET[int(0, 31)]).join('') as I,
  };
};
