import { describe, expect, it } from 'vitest';
import { comparePartialDates } from '#shared/dates/calendar.ts';
import { eraLetter } from '#shared/dates/eras.ts';
import { formatMonth, formatPartialDate } from '#shared/dates/format.ts';
import {
  parseFiscalYear,
  parsePartialDate,
  parseTime,
  parseTimeRange,
} from '#shared/dates/parse.ts';
import {
  day,
  fiscalYear,
  isDay,
  isFiscalYear,
  isMonth,
  isPartialDate,
  isTimeOfDay,
  month,
  type PartialDate,
} from '#shared/dates/types.ts';
import type { Result } from '#shared/result.ts';

const happenedIn = (result: Result<unknown>): string =>
  result.ok ? expect.fail('was read') : result.error.happened;
const todoIn = (result: Result<unknown>): string =>
  result.ok ? expect.fail('was read') : result.error.todo;

describe('what is a day', () => {
  it.each([
    ['1873-01-01', true],
    ['1872-12-31', false],
    ['9999-12-31', true],
    ['10000-01-01', false],
    ['2022-01-00', false],
    ['2022-01-01', true],
    ['2022-01-31', true],
    ['2022-01-32', false],
    ['2023-02-29', false],
    ['2024-02-29', true],
    ['2022-13-01', false],
    [' 2022-08-24', false],
    ['2022-08-24T00:00', false],
    ['2022-8-24', false],
    ['x2022-08-24', false],
  ])('%s: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
    expect(isPartialDate(text)).toBe(is);
  });
});

describe('what is a month', () => {
  it.each([
    ['1873-01', true],
    ['1872-12', false],
    ['9999-12', true],
    ['2022-00', false],
    ['2022-12', true],
    ['2022-13', false],
    ['x2022-08', false],
    ['2022-08-', false],
    ['12022-08', false],
  ])('%s: %s', (text, is) => {
    expect(isMonth(text)).toBe(is);
    expect(isPartialDate(text)).toBe(is);
  });

  it('the unknown is a date, but no month and no day', () => {
    expect([isPartialDate(''), isMonth(''), isDay('')]).toEqual([true, false, false]);
  });
});

describe('what is a fiscal year', () => {
  it.each([
    [1872, false],
    [1873, true],
    [9999, true],
    [10_000, false],
    [2022.5, false],
  ])('%s: %s', (year, is) => {
    expect(isFiscalYear(year)).toBe(is);
  });
});

describe('what a clock shows', () => {
  it.each([
    ['00:00', true],
    ['09:59', true],
    ['19:05', true],
    ['23:59', true],
    ['24:00', false],
    ['12:60', false],
    ['9:00', false],
    ['113:30', false],
    ['13:300', false],
    ['', true],
  ])('%s: %s', (text, is) => {
    expect(isTimeOfDay(text)).toBe(is);
  });
});

it('a text of the code’s own that is in no calendar is an error that names it', () => {
  expect(() => day('2023-02-29')).toThrow('not in the calendar: 2023-02-29');
  expect(() => month('2023-13')).toThrow(RangeError);
});

describe('the order of dates', () => {
  it.each([
    ['2022-08-24', '2022-08-25', -1],
    ['2022-08-25', '2022-08-24', 1],
    ['2022-08', '2022-08-01', -1],
    ['2022-08-31', '2022-09', -1],
    ['2022-08', '2022-08', 0],
    ['', '9999-12-31', 1],
    ['9999-12-31', '', -1],
    ['', '', 0],
  ])('of %j and %j is %i', (a, b, order) => {
    expect(comparePartialDates(a as PartialDate, b as PartialDate)).toBe(order);
  });
});

describe('a date in each style', () => {
  it.each([
    ['long', '令和4年8月24日(水)', '令和4年8月', '日付未定'],
    ['short', '8/24', '8月', '日付未定'],
    ['dotted', 'R4.8.24', 'R4.8', '日付未定'],
    ['gregorian', '2022年8月24日(水)', '2022年8月', '日付未定'],
  ] as const)('%s', (style, ofDay, ofMonth, unknown) => {
    expect(formatPartialDate(day('2022-08-24'), style)).toBe(ofDay);
    expect(formatPartialDate(month('2022-08'), style)).toBe(ofMonth);
    expect(formatPartialDate('', style)).toBe(unknown);
  });

  it('is long unless told otherwise', () => {
    expect(formatPartialDate(day('2022-08-24'))).toBe('令和4年8月24日(水)');
    expect(formatMonth(month('2022-08'))).toBe('令和4年8月');
  });

  it.each([
    ['明治', 'M'],
    ['大正', 'T'],
    ['昭和', 'S'],
    ['平成', 'H'],
    ['令和', 'R'],
  ] as const)('%s is %s', (name, letter) => {
    expect(eraLetter(name)).toBe(letter);
  });
});

describe('a typed month', () => {
  it.each([
    ['0月', '0月はありません'],
    ['13月', '13月はありません'],
    ['R4.0.1', '0月はありません'],
  ])('%s is refused: %s', (text, words) => {
    expect(happenedIn(parsePartialDate(text, { fiscalYear: fiscalYear(2022) }))).toContain(words);
  });

  it('of a year before the calendar is refused with what to look at', () => {
    const read = parsePartialDate('1872/8/24', {});
    expect(happenedIn(read)).toContain('明治6年から');
    expect(todoIn(read)).toBe('年を確かめてください。');
  });
});

describe('a typed fiscal year', () => {
  it.each(['', 'いつか', '平成0年度', '1872'])(
    '%j is none, and how to type one is said',
    (text) => {
      const read = parseFiscalYear(text);
      expect(happenedIn(read)).toContain(`「${text}」は年度として読み取れません。`);
      expect(todoIn(read)).toContain('令和4年度');
    },
  );
});

describe('a typed time', () => {
  it.each([
    ['午前11時', '11:00'],
    ['午前12時', null],
    ['午後0時', '12:00'],
    ['午後11時59分', '23:59'],
    ['午後12時', '12:00'],
    ['午後13時', '13:00'],
    ['am11:59', '11:59'],
    ['11:59am', '11:59'],
    ['1:30PM', '13:30'],
    ['pm1:30', '13:30'],
    ['12:00', '12:00'],
    ['0:00', '00:00'],
    ['24:00', null],
    ['正午', '12:00'],
    ['', ''],
  ])('%j is %j', (text, time) => {
    const read = parseTime(text);
    expect(read.ok ? read.value : null).toBe(time);
  });
});

describe('typed times from and to', () => {
  it.each([
    ['13:30～16:00', '13:30', '16:00'],
    ['13:30から16:00まで', '13:30', '16:00'],
    ['13:30～', '13:30', ''],
    ['～16:00', '', '16:00'],
    ['13:30', '13:30', ''],
    ['13:30～13:30', '13:30', '13:30'],
    ['午後1時30分～4時', '13:30', '16:00'],
    ['午後1時30分～午後4時', '13:30', '16:00'],
    ['午後1時～正午', null, null],
    ['午前9時～正午', '09:00', '12:00'],
    ['16:00～13:30', null, null],
    ['13:30～いつか', null, null],
    ['いつか～16:00', null, null],
    ['9:00～10:00～11:00', null, null],
    ['13:30まで～16:00', null, null],
    ['', '', ''],
  ])('%j', (text, start, end) => {
    const read = parseTimeRange(text);
    expect(read.ok ? [read.value.start, read.value.end] : [null, null]).toEqual([start, end]);
  });

  it('are refused with what was typed, and what to look at', () => {
    expect(happenedIn(parseTimeRange('いつか'))).toContain('「いつか」は時刻として読み取れません');
    expect(happenedIn(parseTimeRange('16:00～9:00'))).toContain('終わりの時刻が始まりより前です');
    expect(todoIn(parseTimeRange('16:00～9:00'))).toBe('始まりと終わりの時刻を確かめてください。');
  });
});
