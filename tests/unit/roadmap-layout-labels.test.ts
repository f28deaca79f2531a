import { describe, expect, it } from 'vitest';
import type { PartialDate } from '#shared/dates/types.ts';
import { markText, placeLabel } from '#shared/domain/roadmap/layout/layout-labels.ts';
import { textWidth } from '#shared/domain/roadmap/layout/letter-widths.ts';
import { wrapText } from '#shared/domain/roadmap/layout/wrap.ts';
import { drawnMark, METRICS } from '../support/drawn-lane.ts';

/** Lines of so many letters. */
const lines = (...lengths: readonly number[]) => lengths.map((length) => '字'.repeat(length));

type Standing = readonly [
  ...[what: string, x: number, right: number, freeFrom: number, freeTo: number, letters: number],
  ...[place: string, lines: readonly string[], at: number, width: number],
];

describe('a bar’s name', () => {
  it.each<Standing>([
    // x, right, free from, free to, letters: place, lines, x, width.
    ['in it where it just fits', 500, 612, 500, 612, 10, 'inside', lines(10), 506, 100],
    ['right of it where all is free', 500, 612, 500, 737, 11, 'beside', lines(11), 617, 110],
    ['in two lines where it is not', 500, 612, 0, 736.9, 11, 'inside', lines(10, 1), 506, 100],
    ['left of it where it takes three', 500, 612, 0, 612, 21, 'beside', lines(21), 285, 210],
    ['left of it where it just fits', 500, 612, 175, 612, 31, 'beside', lines(31), 185, 310],
    ['in four lines', 500, 612, 175.1, 612, 31, 'inside', lines(10, 10, 10, 1), 506, 100],
    ['below it rather than in five', 500, 612, 500, 612, 41, 'below', lines(14, 14, 13), 501, 140],
    ['in two lines of six letters', 500, 572, 0, 572, 12, 'inside', lines(6, 6), 506, 60],
    ['left of a bar less wide', 500, 571, 0, 571, 10, 'beside', lines(10), 395, 100],
    ['in lines of four letters', 500, 552, 500, 552, 13, 'inside', lines(4, 4, 4, 1), 506, 40],
    ['below a bar less wide', 500, 551, 500, 551, 16, 'below', lines(14, 2), 501, 140],
    [
      'in a bar as wide as lines below it',
      500,
      652,
      500,
      652,
      57,
      'inside',
      lines(14, 14, 14, 14, 1),
      506,
      140,
    ],
    [
      'below a bar not as wide',
      500,
      651,
      500,
      651,
      57,
      'below',
      lines(14, 14, 14, 14, 1),
      501,
      140,
    ],
  ])('stands %s', (_, x, right, freeFrom, freeTo, letters, place, expected, at, width) => {
    const [text = ''] = lines(letters);
    const space = { x, right, freeFrom, freeTo };
    expect(placeLabel(text, '', space, METRICS, METRICS.measure)).toEqual({
      ...{ place, lines: expected, sign: '', x: at, width },
      height: expected.length * 15,
    });
  });

  it('stands behind its sign, which takes room, too', () => {
    const place = (right: number) =>
      placeLabel('試行', '✓ ', { x: 0, right, freeFrom: 0, freeTo: 720 }, METRICS, METRICS.measure);
    expect(place(52)).toMatchObject({ place: 'inside', lines: ['✓ 試行'], sign: '✓ ' });
    expect(place(51)).toMatchObject({ place: 'beside', lines: ['✓ 試行'], width: 40 });
  });
});

describe('a milestone’s name', () => {
  it.each([
    ['第2回', '2022-12-22', '第2回 12/22'],
    ['第2回', '2022-12', '第2回'],
    ['第2回', '', '第2回'],
    ['12/22 第2回', '2022-12-22', '12/22 第2回'],
    ['12/2 第2回', '2022-12-22', '12/2 第2回 12/22'],
    ['', '2023-02-03', '2/3'],
  ])('stands with its day unless it says it: "%s" on "%s"', (label, date, text) => {
    expect(markText(drawnMark(label, date as PartialDate))).toBe(text);
  });
});

describe('a text in lines', () => {
  const measure = (text: string): number => [...text].length;

  it.each([
    ['あい', 2, ['あい']],
    [' あ ', 3, [' あ ']],
    [' あ ', 2, ['あ']],
    ['あいう', 2, ['あい', 'う']],
    ['あい', 0.5, ['あ', 'い']],
    ['あい うえ', 2, ['あい', 'うえ']],
    ['あ い う', 3, ['あ い', 'う']],
    ['あ いう', 2, ['あ', 'いう']],
    ['あいうえ ', 3, ['あいう', 'え']],
    ['あい  ', 2, ['あい']],
    ['   ', 2, ['']],
  ])('keeps blanks within a line, not at its ends: "%s" by %d', (text, width, expected) => {
    expect(wrapText(text, width, measure)).toEqual(expected);
  });

  it.each([
    ['あい。う', 2, ['あ', 'い。', 'う']],
    ['あい。。う', 3, ['あ', 'い。。', 'う']],
    // What is wider than a line has to be cut.
    ['あ。。。', 3, ['あ。。', '。']],
    ['あ（い', 2, ['あ', '（い']],
    ['あ（（い', 3, ['あ', '（（い']],
    ['あ（（（い', 4, ['あ（（（', 'い']],
    ['あいう（', 3, ['あいう', '（']],
    // A closing mark behind an opening one stays behind it.
    ['あ（。い', 3, ['あ（。', 'い']],
    ['あabc', 3, ['あ', 'abc']],
    ['12.5%増', 5, ['12.5%', '増']],
    ['abcd', 3, ['abc', 'd']],
  ])('keeps together what belongs together: "%s" by %d', (text, width, expected) => {
    expect(wrapText(text, width, measure)).toEqual(expected);
  });
});

describe('a letter', () => {
  it.each([
    ['a blank', ' ', 0.22],
    ['A', 'A', 0.61],
    ['~', '~', 0.55],
    ['what controls', '\u001f', 0.65],
    ['what comes behind ~', '\u007f', 0.65],
    ['é', 'é', 0.65],
    ['the last of other alphabets', '\u200f', 0.65],
    ['the first sign behind them', '\u2010', 1],
    ['Japanese', '試', 1],
    ['Japanese of two units', '𠮷', 1],
    ['the last before halves', '\ud7ff', 1],
    ['the first half', '\ud800', 0.5],
    ['the last half', '\udfff', 0.5],
    ['the first behind halves', '\ue000', 1],
    ['the last before narrow kana', '\uff60', 1],
    ['the first narrow kana', '\uff61', 0.5],
    ['the last narrow kana', '\uff9f', 0.5],
    ['the first behind narrow kana', '\uffa0', 1],
  ])('is as wide as the font draws it: %s', (_, letter, width) => {
    expect(textWidth(letter)).toBe(width);
    expect(textWidth(`${letter}試`)).toBe(width + 1);
  });
});
