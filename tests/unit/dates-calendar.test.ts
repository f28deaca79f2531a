import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  comparePartialDates,
  dayOfEpoch,
  daysBetween,
  fiscalYearOf,
  monthOf,
  monthsOf,
  weekdayOf,
} from '#shared/dates/calendar.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import {
  day,
  fiscalYear,
  isDay,
  isMonth,
  isTimeOfDay,
  month,
  type PartialDate,
  WEEKDAYS,
} from '#shared/dates/types.ts';

const FIRST = day('1900-01-01');
const anyDay = fc
  .integer({ min: 0, max: daysBetween(FIRST, day('2100-12-31')) })
  .map((n) => addDays(FIRST, n));

/** All the days of 令和4年度 that 益城町 prints with a weekday. */
const MASHIKI: readonly (readonly [typed: string, date: string, weekday: string])[] = [
  ['8月24日(水)', '2022-08-24', '水'],
  ['12月22日(木)', '2022-12-22', '木'],
  ['2月13日(月)', '2023-02-13', '月'],
];

describe('the calendar', () => {
  it('knows which days exist, leap years too', () => {
    for (const text of ['2024-02-29', '2000-02-29', '2022-12-31']) expect(isDay(text)).toBe(true);
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2022-04-31',
      '2022-00-10',
      '2022-13-01',
      '2022-1-1',
      '2022-08',
      '1872-12-31',
      '',
    ]) {
      expect(isDay(text)).toBe(false);
    }
    expect(isMonth('2022-08')).toBe(true);
    expect(isMonth('2022-13')).toBe(false);
    expect(isTimeOfDay('24:00')).toBe(false);
    expect(isTimeOfDay('09:05')).toBe(true);
    expect(isTimeOfDay('')).toBe(true);
    expect(() => day('2023-02-29')).toThrow(RangeError);
  });

  it.each(MASHIKI)('reads the weekday that 益城町 prints: %s', (typed, date, weekday) => {
    expect(weekdayOf(day(date))).toBe(weekday);
    expect(parsePartialDate(typed, { fiscalYear: fiscalYear(2022) })).toEqual({
      ok: true,
      value: { date, weekday: { typed: weekday, actual: weekday, agrees: true } },
    });
  });

  it('agrees with the platform about every day from 1900 to 2100', () => {
    const days = daysBetween(FIRST, day('2100-12-31'));
    for (let n = 0; n <= days; n += 1) {
      const date = addDays(FIRST, n);
      const moment = new Date(`${date}T00:00:00Z`);
      if (
        moment.toISOString().slice(0, 10) !== date ||
        WEEKDAYS[moment.getUTCDay()] !== weekdayOf(date)
      ) {
        expect.fail(date);
      }
    }
  });

  it('adds and counts days so that one undoes the other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count);
      }),
    );
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
  });

  it('adds months over the turn of the year', () => {
    expect(addMonths(month('2022-11'), 3)).toBe('2023-02');
    expect(addMonths(month('2022-01'), -1)).toBe('2021-12');
  });

  it('begins the fiscal year in April', () => {
    expect(fiscalYearOf(day('2023-03-31'))).toBe(2022);
    expect(fiscalYearOf(day('2023-04-01'))).toBe(2023);
    expect(fiscalYearOf(month('2023-01'))).toBe(2022);
    const months = monthsOf(fiscalYear(2022));
    expect([months.length, months[0], months[8], months[11]]).toEqual([
      12,
      '2022-04',
      '2022-12',
      '2023-03',
    ]);
    fc.assert(fc.property(anyDay, (date) => monthsOf(fiscalYearOf(date)).includes(monthOf(date))));
  });

  it('sorts a month before its days, and the unknown last', () => {
    const dates: readonly PartialDate[] = [
      '',
      day('2022-12-08'),
      month('2022-12'),
      day('2022-11-30'),
    ];
    expect(dates.toSorted(comparePartialDates)).toEqual([
      '2022-11-30',
      '2022-12',
      '2022-12-08',
      '',
    ]);
    expect(monthOf('')).toBe('');
  });

  it('tells today from a moment and the offset of the clock', () => {
    const beforeMidnightInJapan = Date.UTC(2022, 7, 24, 14, 59, 59);
    expect(dayOfEpoch(beforeMidnightInJapan, 540)).toBe('2022-08-24');
    expect(dayOfEpoch(beforeMidnightInJapan + 1000, 540)).toBe('2022-08-25');
    expect(dayOfEpoch(beforeMidnightInJapan, 0)).toBe('2022-08-24');
    expect(dayOfEpoch(Date.UTC(2022, 7, 24, 3), -300)).toBe('2022-08-23');
  });
});
