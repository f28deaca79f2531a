import { describe, expect, it } from 'vitest';
import { day, fiscalYear, type PartialDate } from '#shared/dates/types.ts';
import {
  dateOf,
  ordinalOf,
  roundNumberOf,
  startTimeOf,
} from '#shared/domain/meeting/typed-values.ts';
import {
  compareOrder,
  compareTexts,
  fiscalYearOfCase,
  groupBy,
  isBlank,
  isLive,
  isOutsideYear,
  isPast,
} from '#shared/domain/record/row-values.ts';

const YEAR = fiscalYear(2022);

describe('whether a date lies outside of 令和4年度', () => {
  it.each([
    ['2022-03-31', true],
    ['2022-03', true],
    ['2022-04-01', false],
    ['2022-04', false],
    ['2022-12-22', false],
    ['2023-03-01', false],
    ['2023-03-31', false],
    ['2023-03', false],
    ['2023-04-01', true],
    ['2023-04', true],
    ['2021-08-24', true],
    ['2023-08-24', true],
    ['', false],
  ])('%s: %s', (date, outside) => {
    expect(isOutsideYear(date as PartialDate, YEAR)).toBe(outside);
  });

  it('is not said while the year is not known', () => {
    expect(isOutsideYear(day('2031-01-01'), null)).toBe(false);
  });
});

describe('whether a date is over on 2023-01-19', () => {
  it.each([
    ['2023-01-18', true],
    ['2023-01-19', false],
    ['2023-01-20', false],
    ['2022-12', true],
    ['2023-01', false],
    ['2023-02', false],
    ['2022-12-31', true],
    ['', false],
  ])('%s: %s', (date, over) => {
    expect(isPast(date as PartialDate, '2023-01-19')).toBe(over);
  });
});

describe('what a field may hold, and what is read of it', () => {
  it.each([
    [null, null],
    [0, null],
    [1, 1],
    [3, 3],
    [999, 999],
    [1000, null],
    [-1, null],
    [1.5, null],
    [Number.NaN, null],
  ])('the number %s of a round is %s', (number, read) => {
    expect(roundNumberOf({ number })).toBe(read);
  });

  it.each([
    [null, null],
    [1872, null],
    [1873, 1873],
    [2022, 2022],
    [2022.5, null],
    [9998, 9998],
    [9999, null],
  ])('the fiscal year %s of a case is %s', (year, read) => {
    expect(fiscalYearOfCase({ fiscalYear: year })).toBe(read);
  });

  it('no case has no fiscal year', () => {
    expect(fiscalYearOfCase(null)).toBeNull();
  });

  it.each([
    ['preMeeting', '1.5', '1.5'],
    ['preMeeting', '2', null],
    ['preMeeting', '', null],
    ['session', '1.5', null],
  ] as const)('the ordinal of a %s %s is %s', (kind, ordinal, read) => {
    expect(ordinalOf({ kind, ordinal })).toBe(read);
  });

  it.each([
    ['2022-08-24', '2022-08-24'],
    ['2022-08', '2022-08'],
    ['2022-02-29', ''],
    ['いつか', ''],
  ])('the date %s is %s', (date, read) => {
    expect(dateOf({ date })).toBe(read);
  });

  it.each([
    ['13:30', '13:30'],
    ['25:00', ''],
    ['午後', ''],
  ])('the time %s is %s', (startTime, read) => {
    expect(startTimeOf({ startTime })).toBe(read);
  });

  it.each([
    ['', true],
    [' \n　', true],
    [' 町 ', false],
  ])('%j is blank: %s', (text, blank) => {
    expect(isBlank(text)).toBe(blank);
  });

  it('a record is in use until it is put into the bin', () => {
    expect(isLive({ deletedAt: '' })).toBe(true);
    expect(isLive({ deletedAt: '2023-01-01T00:00:00Z' })).toBe(false);
  });
});

describe('order', () => {
  it.each([
    ['a0', 'a1', -1],
    ['a1', 'a0', 1],
    ['a0', 'a0', 0],
    ['Zz', 'a0', -1],
    ['', 'a0', -1],
  ])('of %j and %j is %i', (a, b, order) => {
    expect(compareTexts(a, b)).toBe(order);
  });

  it('goes by order key, and by id where that is the same', () => {
    const of = (order: string, id: string) => ({ order, id });
    expect(compareOrder(of('a0', 'z'), of('a1', 'a'))).toBe(-1);
    expect(compareOrder(of('a1', 'a'), of('a0', 'z'))).toBe(1);
    expect(compareOrder(of('a0', 'a'), of('a0', 'b'))).toBe(-1);
    expect(compareOrder(of('a0', 'a'), of('a0', 'a'))).toBe(0);
  });

  it('of groups and in groups is that in which the rows come', () => {
    const groups = groupBy([3, 1, 4, 1, 5, 9], (n) => n % 2);
    expect([...groups]).toEqual([
      [1, [3, 1, 1, 5, 9]],
      [0, [4]],
    ]);
  });
});
