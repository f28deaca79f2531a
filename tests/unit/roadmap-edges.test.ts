import { describe, expect, it } from 'vitest';
import { type SpanEdge, slot, slotOfMonth, startSlotOf } from '#shared/dates/thirds.ts';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import type { BarState } from '#shared/domain/roadmap/collections.ts';
import { laneAt, laneIn, listNames, nameIn, orNothing } from '#shared/domain/roadmap/names.ts';
import { isOverdue, lateOn } from '#shared/domain/roadmap/overdue.ts';
import { isPeriodMonth, readPeriod, yearsIn } from '#shared/domain/roadmap/period.ts';
import { readDate, readEdge, readPercent, readSpan } from '#shared/domain/roadmap/read-values.ts';
import { isSameScale, type Scale, scaleOf, unitAt } from '#shared/domain/roadmap/scale.ts';
import { readSnapshot, toSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import {
  durationWords,
  formatSpan,
  isSameSpan,
  shiftSpan,
  shiftWords,
  slotsIn,
  spanOf,
  spanOfSlots,
} from '#shared/domain/roadmap/span.ts';
import { EMPTY_ROADMAP } from '../support/roadmaps.ts';

const edge = (text: string): SpanEdge => readEdge(text) ?? expect.fail(`no edge: ${text}`);
const span = (start: string, end: string) => ({ start: edge(start), end: edge(end) });

describe('a span', () => {
  it.each([
    ['2023-02', '2023-02', 3],
    ['2023-02-T2', '2023-02-T2', 1],
    ['2023-02-T3', '2023-03', 4],
  ])('of %s to %s takes up so many thirds: %i', (start, end, slots) => {
    expect(slotsIn(span(start, end))).toBe(slots);
  });

  it.each([
    ['the same edges', span('2023-02', '2023-03'), span('2023-02', '2023-03'), true],
    ['another beginning', span('2023-02', '2023-03'), span('2023-01', '2023-03'), false],
    ['another end', span('2023-02', '2023-03'), span('2023-02', '2023-04'), false],
    ['none before', null, span('2023-02', '2023-03'), false],
    ['none after', span('2023-02', '2023-03'), null, false],
    ['none at all', null, null, true],
  ])('is the same or another: %s', (_, a, b, expected) => {
    expect(isSameSpan(a, b)).toBe(expected);
  });

  it.each([
    // The last third of February begins where February's last slot is, and not behind it.
    ['2023-02-T3', '2023-02', '2023-02-T3', '2023-02'],
    ['2023-03-T1', '2023-02', '2023-02', '2023-03-T1'],
    ['2023-03', '2023-02', '2023-02', '2023-03'],
  ])('of %s and %s stands in the order of time', (a, b, start, end) => {
    expect(spanOf(edge(a), edge(b))).toEqual(span(start, end));
  });

  it.each([
    [1, '2023-02-T2', '2023-04-T1'],
    [2, '2023-02-T3', '2023-04-T2'],
    [3, '2023-03-T1', '2023-04'],
    [-3, '2023-01-T1', '2023-02'],
  ])('that ends with a month ends with one where it can: %i thirds on', (by, start, end) => {
    expect(shiftSpan(span('2023-02-T1', '2023-03'), by)).toEqual(span(start, end));
  });

  it.each([
    [1, '2023-03', '2023-04'],
    [3, '2023-03', '2023-04'],
    [4, '2023-04', '2023-05'],
    [-1, '2023-01', '2023-02'],
    [-4, '2022-12', '2023-01'],
    [0, '2023-02', '2023-03'],
  ])('of whole months goes on by whole months: %i thirds on', (by, start, end) => {
    expect(shiftSpan(span('2023-02', '2023-03'), by)).toEqual(span(start, end));
  });

  it.each([
    [span('2126-02-T1', '2126-03-T1'), 5, span('2126-02-T3', '2126-03-T3')],
    [span('2126-01', '2126-02'), 9, span('2126-02', '2126-03')],
    [span('1927-01-T1', '1927-01-T2'), -5, span('1926-12-T1', '1926-12-T2')],
    [span('1927-01', '1927-02'), -9, span('1926-12', '1927-01')],
  ])('stops at the ends of the calendar: %j by %i', (from, by, to) => {
    expect(shiftSpan(from, by)).toEqual(to);
  });

  it.each([
    ['2023-02-T1', '2023-03-T3', undefined, '2023-02', '2023-03'],
    ['2023-03-T3', '2023-02-T1', undefined, '2023-02', '2023-03'],
    ['2023-02-T1', '2023-03-T2', undefined, '2023-02-T1', '2023-03-T2'],
    ['2023-02-T2', '2023-03-T3', undefined, '2023-02-T2', '2023-03-T3'],
    ['2023-02-T2', '2023-03-T1', span('2023-02', '2023-02'), '2023-02', '2023-03'],
    ['2023-02-T1', '2023-03-T3', span('2023-02-T1', '2023-02'), '2023-02-T1', '2023-03'],
    ['2023-02-T1', '2023-03-T3', span('2023-02', '2023-02-T3'), '2023-02', '2023-03-T3'],
    ['2023-02-T2', '2023-03-T3', span('2023-02', '2023-02-T3'), '2023-02-T2', '2023-03-T3'],
  ])('from one third to another: %s to %s', (from, to, like, start, end) => {
    const [first, last] = [startSlotOf(edge(from)), startSlotOf(edge(to))];
    expect(spanOfSlots(first, last, like)).toEqual(span(start, end));
  });

  it.each([
    ['2023-02', '2023-03', '令和5年2月～3月'],
    ['2022-02', '2023-02', '令和4年2月～令和5年2月'],
    ['2019-04', '2019-05', '平成31年4月～令和元年5月'],
    ['2023-04', '2024-03', '令和5年度'],
    ['2023-04', '2025-03', '令和5年度～令和6年度'],
    ['2023-04-T1', '2024-03', '令和5年4月上旬～令和6年3月'],
    ['2023-02-T2', '2023-02-T2', '令和5年2月中旬'],
  ])('from %s to %s is said as %s', (start, end, words) => {
    expect(formatSpan(span(start, end))).toBe(words);
  });

  it.each([
    [0, '', ''],
    [1, '1旬', '1旬うしろへ'],
    [2, '2旬', '2旬うしろへ'],
    [3, '1か月', '1か月うしろへ'],
    [4, '1か月と1旬', '1か月と1旬うしろへ'],
    [39, '13か月', '13か月うしろへ'],
  ])('%i thirds long is called %s', (slots, duration, shift) => {
    expect(durationWords(slots)).toBe(duration);
    expect(shiftWords(slots)).toBe(shift);
  });

  it('goes back in time, too', () => {
    expect(shiftWords(-4)).toBe('1か月と1旬前へ');
  });
});

describe('the period of a roadmap', () => {
  const year = fiscalYear(2022);

  it.each([
    // Fifteen fiscal years are shown to the month; of a sixteenth nothing is.
    ['2022-04', '2036-12', '2022-04', '2036-12', 15],
    ['2022-04', '2037-04', '2022-04', '2037-03', 15],
    ['2023-03', '2037-04', '2023-03', '2037-03', 15],
    ['2023-02', '2023-02', '2023-02', '2023-02', 1],
    ['2024-02', '2023-05', '2023-05', '2024-02', 1],
    ['2023-03', '2023-04', '2023-03', '2023-04', 2],
    ['', '2023-04', '2022-04', '2027-03', 5],
    ['2023-04', 'x', '2022-04', '2027-03', 5],
  ])('of %s to %s is %s to %s', (first, last, firstMonth, lastMonth, years) => {
    const period = readPeriod(first, last, year);
    expect(period).toEqual({ firstMonth, lastMonth });
    expect(yearsIn(period)).toBe(years);
  });

  it.each([
    ['1926-12', true],
    ['1926-11', false],
    ['2126-03', true],
    ['2126-04', false],
    ['2023-02-T1', false],
  ])('begins and ends where roadmaps are kept: %s', (text, expected) => {
    expect(isPeriodMonth(text)).toBe(expected);
  });
});

describe('what is stored in a bar or a milestone', () => {
  it.each([
    ['2023-02', '2023-03', span('2023-02', '2023-03')],
    ['2023-03', '2023-02', span('2023-02', '2023-03')],
    ['', '2023-03', span('2023-03', '2023-03')],
    ['2023-02', '1873-01', span('2023-02', '2023-02')],
    ['', 'x', null],
  ])('is read as a span as far as it can be: "%s" to "%s"', (start, end, expected) => {
    expect(readSpan(start, end)).toEqual(expected);
  });

  it.each([
    ['2023-02-13', '2023-02-13'],
    ['2023-02', '2023-02'],
    ['1926-12-25', '1926-12-25'],
    ['1926-11-30', ''],
    ['2126-03-31', '2126-03-31'],
    ['2126-04-01', ''],
    ['2023-02-30', ''],
    ['2023-02-T1', ''],
    ['', ''],
  ])('is read as a date: "%s"', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  it.each([
    [null, null],
    [Number.NaN, null],
    [-1, 0],
    [0, 0],
    [100, 100],
    [101, 100],
  ])('is read as percent: %s', (progress, expected) => {
    expect(readPercent(progress)).toBe(expected);
  });
});

describe('a name in a sentence', () => {
  it.each([
    ['試行', '「試行」', '節目「試行」', '「試行」', '試行', '「試行」'],
    // A name that brings its own brackets gets no others, unless something stands before them.
    [' 「策」 ', '「策」', '節目「策」', '「策」', '「策」', '「策」'],
    ['新「策」', '「新「策」」', '節目「新「策」」', '「新「策」」', '新「策」', '「新「策」」'],
    ['「策」案', '「「策」案」', '節目「「策」案」', '「「策」案」', '「策」案', '「「策」案」'],
    [' ', '名前のない帯', '名前のない節目', '空欄', '名前のない取組み', '名前のない取組み'],
  ])('stands as it is called: "%s"', (name, bar, mark, text, lane, place) => {
    expect(nameIn(name, '帯')).toBe(bar);
    expect(nameIn(name, '節目')).toBe(mark);
    expect(orNothing(name)).toBe(text);
    expect(laneIn(name)).toBe(lane);
    expect(laneAt(name)).toBe(place);
  });

  it.each([
    [' 試行 ', '試行'],
    ['名'.repeat(30), '名'.repeat(30)],
  ])('is that of a lane before its bar: "%s"', (name, expected) => {
    expect(laneIn(name)).toBe(expected);
  });

  it.each([
    [['作成'], '「作成」', '「作成」'],
    [['作成', ' '], '「作成」（名前なし）', '「作成」（名前なし）'],
    [['一', '二', '三'], '「一」「二」「三」', '「一」「二」「三」'],
    [['一', '二', '三', '四'], '「一」「二」「三」ほか1本', '「一」「二」「三」ほか1件'],
  ])('stands with others, no more than three: %j', (names, bars, marks) => {
    expect(listNames(names, '帯')).toBe(bars);
    expect(listNames(names, '節目')).toBe(marks);
  });
});

describe('a bar is late', () => {
  const late = (state: BarState, end: string | null, actualEnd: string, today: string): boolean =>
    isOverdue(
      {
        span: end === null ? null : span('2023-01', end),
        state,
        actualEnd: actualEnd === '' ? '' : edge(actualEnd),
      },
      day(today),
    );

  it.each([
    ['on the last day of its month', 'planned', '2023-02', '', '2023-02-28', false],
    ['on the day after', 'planned', '2023-02', '', '2023-03-01', true],
    ['within its last third', 'running', '2023-02-T1', '', '2023-02-10', false],
    ['once the next third has begun', 'running', '2023-02-T1', '', '2023-02-11', true],
    ['once it is done', 'done', '2023-02', '', '2024-03-01', false],
    ['once it is given up', 'cancelled', '2023-02', '', '2024-03-01', false],
    ['where somebody wrote when it ended', 'running', '2023-02', '2023-03', '2024-03-01', false],
    ['where it has no months', 'planned', null, '', '2024-03-01', false],
  ] as const)('or not: %s', (_, state, end, actualEnd, today, expected) => {
    expect(late(state, end, actualEnd, today)).toBe(expected);
  });

  it.each([
    [2022, '2024-03-31', '2024-03-31'],
    [2022, '2024-04-01', null],
    [null, '2024-04-01', '2024-04-01'],
  ])('while its case of %s presses somebody: %s', (year, today, expected) => {
    expect(lateOn(year === null ? null : fiscalYear(year), day(today))).toBe(expected);
  });
});

describe('the scale of a roadmap', () => {
  const scale = (first: string, last: string, folded: readonly number[] = []): Scale =>
    scaleOf(
      {
        firstMonth: month(first),
        lastMonth: month(last),
        foldedYears: folded.map((year) => fiscalYear(year)),
      },
      'month',
    );

  it('has one column for a folded year, which stands for the whole of it', () => {
    const columns = scale('2022-12', '2024-03', [2022]).columns;
    expect(columns[0]).toMatchObject({ label: '年間', isWholeYear: true, slots: 12 });
    expect(columns[1]).toMatchObject({ label: '4月', isWholeYear: false, slots: 3 });
  });

  const own = scale('2022-04', '2024-03');

  it.each([
    ['itself', own, own, true],
    ['one alike', own, scale('2022-04', '2024-03'), true],
    ['one that ends later', own, scale('2022-04', '2024-04'), false],
    ['one that begins later', own, scale('2022-05', '2024-03'), false],
    ['one with a folded year', own, scale('2022-04', '2024-03', [2023]), false],
    [
      'one with another folded year',
      scale('2022-04', '2024-03', [2022]),
      scale('2022-04', '2024-03', [2023]),
      false,
    ],
    // One month of a year takes one column, folded or not.
    [
      'one whose only month is folded',
      scale('2022-03', '2023-03'),
      scale('2022-03', '2023-03', [2021]),
      false,
    ],
    [
      'one whose end alone differs',
      scale('2022-04', '2023-03', [2022]),
      scale('2022-04', '2022-12', [2022]),
      false,
    ],
    ['one as long, a year on', scale('2022-04', '2023-03'), scale('2023-04', '2024-03'), false],
    [
      'one of as many columns to the same end',
      scale('2022-04', '2024-03', [2022]),
      scale('2022-05', '2024-03', [2022]),
      false,
    ],
    ['one without columns', own, { ...own, columns: [] }, false],
  ])('puts things in the same place as another: %s', (_, a, b, expected) => {
    expect(isSameScale(a, b)).toBe(expected);
    expect(isSameScale(b, a)).toBe(expected);
  });

  it.each([
    ['2022-03', 0],
    ['2022-04', 0],
    ['2022-05', 3],
    ['2024-03', 69],
    ['2024-04', 72],
    ['2025-04', 72],
  ])('has the beginning of %s at so many units: %i', (at, units) => {
    expect(unitAt(own, slotOfMonth(month(at)))).toBe(units);
  });

  it('has all at its edge where it shows nothing', () => {
    expect(unitAt({ ...own, columns: [], end: slot(0) }, 12)).toBe(0);
  });
});

describe('a version of a roadmap', () => {
  const stored = toSnapshot(EMPTY_ROADMAP);

  it.each([
    [20_000_000, true],
    [20_000_001, false],
  ])('is read up to a length that no roadmap has: %i', (length, isRead) => {
    expect(readSnapshot(stored.padEnd(length)).ok).toBe(isRead);
  });

  it('keeps no more of a list than a roadmap can have', () => {
    const groups = Array.from({ length: 20_001 }, (_, at) => ({ id: `g${at}`, name: '' }));
    const read = readSnapshot(JSON.stringify({ ...EMPTY_ROADMAP, groups }));
    expect(read.ok && read.value.groups).toHaveLength(20_000);
  });

  it.each([
    ['{', 'no roadmap'],
    ['[]', 'no roadmap'],
    [' '.repeat(20_000_001), 'too large'],
  ])('that cannot be read leaves all else as it is: %#', (text, why) => {
    const read = readSnapshot(text);
    expect(read.ok ? null : read.error).toEqual({
      code: 'damaged',
      happened: 'この版の内容を読み取れません。',
      safe: 'いまのロードマップと、ほかの版はそのままです。',
      todo: '別の版を選んでください。必要なら、バックアップから元に戻せます。',
      detail: `roadmap snapshot: ${why}`,
    });
  });
});
