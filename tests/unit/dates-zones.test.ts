import { afterEach, describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/dates/calendar.ts';
import { formatDay } from '#shared/dates/format.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { type Day, day } from '#shared/dates/types.ts';

describe('the time zone of the machine', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  // [zone, its offset in minutes on 2022-08-24 as getTimezoneOffset gives it]
  const zones = [
    ['Asia/Tokyo', -540],
    ['UTC', 0],
    ['America/Los_Angeles', 420],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
  ] as const;

  it.each(zones)('changes no date: %s', (zone, offset) => {
    process.env.TZ = zone;
    expect(new Date(Date.UTC(2022, 7, 24)).getTimezoneOffset()).toBe(offset);
    const dates: readonly Day[] = ['1926-12-25', '1989-01-08', '2019-05-01', '2022-08-24'].map(day);
    expect(dates.map((date) => formatDay(date))).toEqual([
      '昭和元年12月25日(土)',
      '平成元年1月8日(日)',
      '令和元年5月1日(水)',
      '令和4年8月24日(水)',
    ]);
    expect(addDays(day('2022-03-12'), 2)).toBe('2022-03-14');
    expect(weekdayOf(day('2022-08-24'))).toBe('水');
    expect(parsePartialDate('R4.8.24', {})).toEqual({ ok: true, value: { date: '2022-08-24' } });
  });
});
