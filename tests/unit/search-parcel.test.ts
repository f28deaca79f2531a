import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filled } from '#data/search/fill.ts';
import { parcelOf, unpacked } from '#data/search/parcel.ts';
import { shelfOf } from '#shared/domain/search/shelf.ts';

const filledWith = (texts: readonly string[]): Filled => ({
  shelves: texts.map((text) => ({
    ...shelfOf({
      document: 'office',
      facts: { year: null, municipality: '', themes: [] },
      contexts: [],
      records: [],
    }),
    text,
  })),
  done: 3,
  all: 5,
});

/** Hands over what is handed over, as a worker does. */
const sent = (filled: Filled): Filled => {
  const parcel = parcelOf(filled);
  const arrived = unpacked(structuredClone(parcel, { transfer: [parcel.letters.buffer] }));
  expect(parcel.letters).toHaveLength(0);
  return arrived;
};

describe('shelves that go from one thread to another', () => {
  it('arrive as they were packed, with their ends, marks and letters of two units', () => {
    const filled = filledWith(['\uFEFF益城町\u0000移動\u0001', '', '𠮟る👍\uFEFF', 'abc']);
    expect(sent(filled)).toEqual(filled);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(sent(filledWith(texts))).toEqual(filledWith(texts));
      }),
    );
  });

  it('keep their length where half of a letter stands alone', () => {
    expect(sent(filledWith(['a\uD800b', '益城'])).shelves.map(({ text }) => text)).toEqual([
      'a\uFFFDb',
      '益城',
    ]);
  });
});
