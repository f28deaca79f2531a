import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareOrdinals,
  formatOrdinal,
  isOrdinal,
  isTaken,
  type Ordinal,
  parseOrdinal,
  roundAfter,
  suggestOrdinal,
} from '#shared/domain/meeting/ordinal.ts';

const ordinal = (text: string): Ordinal => {
  const parsed = parseOrdinal(text);
  return parsed.ok ? parsed.value : expect.fail(parsed.error.happened);
};

const anyOrdinal = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([whole, fraction, zeros]) =>
    ordinal(`${whole}.${String(fraction).padStart(4, '0')}${'0'.repeat(zeros)}`),
  );

describe("a pre-meeting's number", () => {
  it.each([
    ['0.5', '0.5'],
    ['1.25', '1.25'],
    ['1.75', '1.75'],
    ['１．５', '1.5'],
    [' 1.5 ', '1.5'],
    ['1.5次', '1.5'],
    ['1.5次ミーティング', '1.5'],
    ['1.5次ﾐｰﾃｨﾝｸﾞ', '1.5'],
    ['第0.5次', '0.5'],
    ['.5', '0.5'],
    ['01.5', '1.5'],
    ['1.50', '1.50'],
  ])('may be typed as %s', (text, value) => {
    expect(parseOrdinal(text)).toEqual({ ok: true, value });
  });

  it('is no integer: those are the rounds', () => {
    for (const text of ['1', '0', '2次', '1.0', '1.']) {
      expect(parseOrdinal(text)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    const refused = parseOrdinal('1');
    expect(refused).toHaveProperty(
      'error.happened',
      '「1」は整数です。整数は支援の回（第N回支援）の番号で、その前のミーティングには使えません。',
    );
  });

  it.each(['', '-0.5', 'abc', '1.2.3', '1/2', '1e5', '1234.5', '.', `0.${'1'.repeat(10_000)}`])(
    'is not %s',
    (text) => {
      const parsed = parseOrdinal(text);
      expect(parsed).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      if (!parsed.ok) expect(parsed.error.happened.length).toBeLessThan(80);
    },
  );

  it('stands before the round that it prepares', () => {
    expect(roundAfter(ordinal('0.5'))).toBe(1);
    expect(roundAfter(ordinal('1.75'))).toBe(2);
    expect(formatOrdinal(ordinal('1.5'))).toBe('1.5次ミーティング');
  });

  it('is ordered and compared by value, not by how it is written', () => {
    const year = ['2.5', '1.75', '0.5', '1.5', '1.25', '1.125', '10.5'].map(ordinal);
    expect(year.toSorted(compareOrdinals)).toEqual([
      '0.5',
      '1.125',
      '1.25',
      '1.5',
      '1.75',
      '2.5',
      '10.5',
    ]);
    expect(compareOrdinals(ordinal('1.5'), ordinal('1.50'))).toBe(0);
    expect(isTaken([ordinal('1.50')], ordinal('1.5'))).toBe(true);
    expect(isTaken([ordinal('1.50')], ordinal('1.05'))).toBe(false);
    fc.assert(
      fc.property(anyOrdinal, anyOrdinal, (a, b) => {
        expect(Math.sign(compareOrdinals(a, b))).toBe(Math.sign(Number(a) - Number(b)));
      }),
    );
  });
});

describe('the number suggested for a new pre-meeting', () => {
  it('begins halfway and goes on towards the round', () => {
    expect(suggestOrdinal([], 1)).toBe('0.5');
    expect(suggestOrdinal([ordinal('0.5')], 1)).toBe('0.75');
    expect(suggestOrdinal([ordinal('0.5')], 2)).toBe('1.5');
    expect(suggestOrdinal([ordinal('0.5'), ordinal('1.50')], 2)).toBe('1.75');
    expect(suggestOrdinal(['1.5', '1.75'].map(ordinal), 2)).toBe('1.875');
    expect(suggestOrdinal(['0.5', '1.5', '1.75'].map(ordinal), 3)).toBe('2.5');
  });

  it('is always free, valid and before its round', () => {
    fc.assert(
      fc.property(
        fc.array(anyOrdinal),
        fc.integer({ min: 1, max: 10 }),
        fc.nat({ max: 30 }),
        (taken, round, more) => {
          let all: readonly Ordinal[] = taken;
          for (let n = 0; n <= more; n += 1) {
            const next = suggestOrdinal(all, round);
            expect(isOrdinal(next)).toBe(true);
            expect(isTaken(all, next)).toBe(false);
            expect(roundAfter(next)).toBe(round);
            all = [...all, next];
          }
        },
      ),
    );
  });
});
