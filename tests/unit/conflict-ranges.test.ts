import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSentenceEnd, sentencesOf } from '#data/conflicts/letters.ts';
import { cutBy, flatten, holdersAt, type Range, type Segment } from '#data/conflicts/ranges.ts';

const range = (clock: number, end: number, by = 'a'): Range<string> => ({ clock, end, by });
const segment = (clock: number, end: number, ...by: readonly string[]): Segment<string> => ({
  ...{ clock, end, by },
});

describe('who holds which letters', () => {
  it.each([
    ['nothing', [], []],
    ['one', [range(0, 3)], [segment(0, 3, 'a')]],
    ['two in a row', [range(3, 5, 'b'), range(0, 3)], [segment(0, 3, 'a'), segment(3, 5, 'b')]],
    ['two apart', [range(0, 2), range(4, 5, 'b')], [segment(0, 2, 'a'), segment(4, 5, 'b')]],
    [
      'two that overlap',
      [range(0, 3), range(2, 5, 'b')],
      [segment(0, 2, 'a'), segment(2, 3, 'a', 'b'), segment(3, 5, 'b')],
    ],
    ['two alike', [range(0, 3), range(0, 3, 'b')], [segment(0, 3, 'a', 'b')]],
    ['one twice', [range(0, 3), range(0, 3)], [segment(0, 3, 'a')]],
    [
      'one inside another',
      [range(0, 5), range(2, 3, 'b')],
      [segment(0, 2, 'a'), segment(2, 3, 'a', 'b'), segment(3, 5, 'a')],
    ],
    [
      'overlaps with a gap behind',
      [range(0, 2), range(1, 2, 'b'), range(4, 5)],
      [segment(0, 1, 'a'), segment(1, 2, 'a', 'b'), segment(4, 5, 'a')],
    ],
  ] as const)('%s', (_, ranges, segments) => {
    expect(flatten(ranges)).toEqual(segments);
  });

  it('is the same as looking at each letter alone', () => {
    const any = fc
      .array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b', 'c')))
      .map((list) => list.map(([clock, length, by]) => range(clock, clock + length, by)));
    fc.assert(
      fc.property(any, (ranges) => {
        const segments = flatten(ranges);
        for (let clock = 0; clock < 20; clock += 1) {
          const holding = ranges.filter((each) => each.clock <= clock && clock < each.end);
          const expected = [...new Set(holding.map(({ by }) => by))].sort();
          expect([...holdersAt(segments, clock)].sort()).toEqual(expected);
        }
      }),
    );
  });

  const SEGMENTS = [segment(2, 4, 'a'), segment(4, 6, 'b'), segment(8, 9, 'c')];
  it.each([
    [0, 2, [segment(0, 2)]],
    [0, 3, [segment(0, 2), segment(2, 3, 'a')]],
    [2, 4, [segment(2, 4, 'a')]],
    [3, 5, [segment(3, 4, 'a'), segment(4, 5, 'b')]],
    [5, 9, [segment(5, 6, 'b'), segment(6, 8), segment(8, 9, 'c')]],
    [6, 8, [segment(6, 8)]],
    [9, 11, [segment(9, 11)]],
    [8, 11, [segment(8, 9, 'c'), segment(9, 11)]],
    [3, 3, []],
  ])('of a part from %i to %i, with what nobody holds', (clock, end, parts) => {
    expect(cutBy(SEGMENTS, clock, end)).toEqual(parts);
  });

  it.each([
    [1, []],
    [2, ['a']],
    [3, ['a']],
    [4, ['b']],
    [6, []],
    [8, ['c']],
    [9, []],
  ])('at letter %i', (clock, by) => {
    expect(holdersAt(SEGMENTS, clock)).toEqual(by);
  });
});

describe('sentences', () => {
  it.each([
    ['', []],
    ['甲', ['甲']],
    ['甲。', ['甲。']],
    ['甲。乙', ['甲。', '乙']],
    ['甲！乙？丙\n丁', ['甲！', '乙？', '丙\n', '丁']],
    ['。。', ['。', '。']],
    ['\n甲', ['\n', '甲']],
    ['1.5次', ['1.5次']],
  ])('of %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
    expect(sentencesOf(text).join('')).toBe(text);
  });

  it.each([
    ['甲。', true],
    ['甲！', true],
    ['甲？', true],
    ['甲\n', true],
    ['甲', false],
    ['。甲', false],
    ['', false],
  ])('%j ends one: %s', (text, is) => {
    expect(isSentenceEnd(text)).toBe(is);
  });
});
