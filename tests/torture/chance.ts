import { webcrypto } from 'node:crypto';

/** Chooses as a seed tells it to: the same seed makes the same choices. */
export type Chance = {
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly some: <T>(from: readonly T[]) => readonly T[];
};

/** Mulberry32: small, and good enough to choose steps. */
const createNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const createChance = (seed: number): Chance => {
  const next = createNumbers(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    happens: (probability) => next() < probability,
    pick: (from) => {
      if (from.length === 0) throw new Error('there is nothing to choose from');
      return from[below(from.length)] as (typeof from)[number];
    },
    some: (from) => from.filter(() => next() < 0.5),
  };
};

let numbers = createNumbers(1);

/**
 * Ids, Yjs's client ids among them, follow the seed as well: they decide which of two concurrent edits
 * wins. To be imported before Yjs, which keeps the system's function for itself.
 */
Object.defineProperty(webcrypto, 'getRandomValues', {
  configurable: true,
  value: <T extends Uint8Array | Uint32Array>(array: T): T => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(numbers() * 256);
    return array;
  },
});

export const seedIds = (seed: number): void => {
  numbers = createNumbers(seed);
};
