import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, fiscalYearOf, monthOf } from '#shared/dates/calendar.ts';
import { eraYearOf } from '#shared/dates/eras.ts';
import {
  formatDay,
  formatFiscalYear,
  formatMonth,
  formatPartialDate,
  formatTimeRange,
} from '#shared/dates/format.ts';
import { parseFiscalYear, parsePartialDate, parseTimeRange } from '#shared/dates/parse.ts';
import { day, fiscalYear, makeTime, month, type TimeOfDay } from '#shared/dates/types.ts';

const clock = (text: string) => text as TimeOfDay;

const FIRST = day('1900-01-01');
const anyDay = fc
  .integer({ min: 0, max: daysBetween(FIRST, day('2100-12-31')) })
  .map((n) => addDays(FIRST, n));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => makeTime(hour, minute) ?? '');

describe('a date on the screen', () => {
  it('is written in the Japanese calendar, or as the place asks', () => {
    const date = day('2022-08-24');
    expect(formatDay(date)).toBe('令和4年8月24日(水)');
    expect(formatDay(date, 'short')).toBe('8/24');
    expect(formatDay(date, 'dotted')).toBe('R4.8.24');
    expect(formatDay(date, 'gregorian')).toBe('2022年8月24日(水)');
    expect(formatMonth(month('2022-08'))).toBe('令和4年8月');
    expect(formatPartialDate(month('2022-08'), 'short')).toBe('8月');
    expect(formatPartialDate('')).toBe('日付未定');
  });

  it.each([
    ['1912-07-29', '明治45年7月29日'],
    ['1912-07-30', '大正元年7月30日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
  ])('changes the era by the day: %s is %s', (date, written) => {
    expect(formatDay(day(date))).toContain(written);
  });

  it('calls a fiscal year by the era that the year ends in', () => {
    expect(formatFiscalYear(fiscalYear(2022))).toBe('令和4年度');
    expect(formatFiscalYear(fiscalYear(2019))).toBe('令和元年度');
    expect(formatFiscalYear(fiscalYear(2018))).toBe('平成30年度');
    expect(formatFiscalYear(fiscalYear(1988))).toBe('昭和63年度');
    expect(formatMonth(month('2019-04'))).toBe('平成31年4月');
  });

  it('shows a time with or without its end', () => {
    const [start, end] = [clock('13:30'), clock('16:00')];
    expect(formatTimeRange(start, end)).toBe('13:30～16:00');
    expect(formatTimeRange(start, '')).toBe('13:30～');
    expect(formatTimeRange('', end)).toBe('～16:00');
    expect(formatTimeRange('', '')).toBe('');
    expect(formatTimeRange(clock('09:00'), clock('12:00'))).toBe('9:00～12:00');
  });
});

describe('an era', () => {
  const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const first = day('1873-01-01');

  it('begins on the same day as for Intl, and so do its years', () => {
    const last = daysBetween(first, day('2100-12-31'));
    for (let count = 0; count <= last; count += 1) {
      const date = addDays(first, count);
      const { era, year } = eraYearOf(date);
      const parts = intl.formatToParts(Date.parse(date));
      const part = (type: string) => parts.find((one) => one.type === type)?.value;
      if (era !== part('era') || String(year) !== part('year')?.replace('元', '1')) {
        expect.fail(`${date} is ${era}${year}`);
      }
    }
  });
});

describe('what the app writes, it reads', () => {
  it('every day from 1900 to 2100, in every style that has a year', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('long', 'dotted', 'gregorian'), (date, style) => {
        const parsed = parsePartialDate(formatDay(date, style), {});
        expect(parsed).toMatchObject({ ok: true, value: { date } });
        if (parsed.ok && style !== 'dotted') expect(parsed.value.weekday?.agrees).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('every day and month without a year, within its fiscal year', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const context = { fiscalYear: fiscalYearOf(date) };
        expect(parsePartialDate(formatDay(date, 'short'), context)).toMatchObject({
          value: { date },
        });
        const whole = monthOf(date);
        for (const style of ['long', 'short', 'dotted', 'gregorian'] as const) {
          expect(parsePartialDate(formatMonth(whole, style), context)).toMatchObject({
            value: { date: whole },
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('the unknown date, fiscal years and times', () => {
    expect(parsePartialDate(formatPartialDate(''), {})).toEqual({ ok: true, value: { date: '' } });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
        expect(parseFiscalYear(formatFiscalYear(fiscalYear(year)))).toEqual({
          ok: true,
          value: year,
        });
      }),
    );
    fc.assert(
      fc.property(anyTime, anyTime, (a, b) => {
        const [start, end] = a <= b ? [a, b] : [b, a];
        expect(parseTimeRange(formatTimeRange(start, end))).toEqual({
          ok: true,
          value: { start, end },
        });
      }),
    );
  });
});
