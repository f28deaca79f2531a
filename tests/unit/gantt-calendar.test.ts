import { afterEach, describe, expect, it, vi } from 'vitest';
import { monthOfSlot, slot, slotOfMonth, thirdOfSlot } from '#shared/dates/thirds.ts';
import { month } from '#shared/dates/types.ts';
import { scaleOf, UNITS_PER_COLUMN, unitAt, ZOOMS } from '#shared/domain/roadmap/scale.ts';
import { slotAt } from '#tests/support/roadmap-back.ts';

/** West and east of Greenwich, with clocks put on and back, at midnight too, and one that skipped a day. */
const ZONES = [
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Europe/London',
  'Pacific/Apia',
  'Australia/Lord_Howe',
] as const;

const zoneBefore = process.env.TZ;
afterEach(() => {
  process.env.TZ = zoneBefore;
  if (zoneBefore === undefined) delete process.env.TZ;
});

/** The calendar as it is where the PC's clock stands in this zone. */
const calendarIn = async (zone: string) => {
  process.env.TZ = zone;
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offsetIn(zone));
  vi.resetModules();
  return import('#adapters/gantt/calendar.ts');
};
const offsetIn = (zone: string): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(new Date(Date.UTC(2026, 0, 1))).find(isZone)?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  return offset === 0 ? 0 : sign === '+' ? -offset : offset;
};
const isZone = ({ type }: { readonly type: string }): boolean => type === 'timeZoneName';

const HUNDRED_YEARS = {
  firstMonth: month('1930-04'),
  lastMonth: month('2030-03'),
  foldedYears: [],
};

describe.each(ZONES)('Where the clock stands as in %s', (zone) => {
  it('every month and third of a month in a hundred years comes back from the calendar', async () => {
    const { syntheticDate, unitOfDate } = await calendarIn(zone);
    const scale = scaleOf(HUNDRED_YEARS, 'month');
    const months = new Set<string>();
    for (let at = scale.start; at < scale.end; at = slot(at + 1)) {
      const back = slotAt(scale, unitOfDate(syntheticDate(unitAt(scale, at))));
      if (thirdOfSlot(back) !== thirdOfSlot(at)) expect(thirdOfSlot(back)).toBe(thirdOfSlot(at));
      months.add(monthOfSlot(back));
    }
    expect(months.size).toBe(1200);
  });

  it.each(ZOOMS)(
    'so it does at the zoom %s, with folded years and a period that begins in November',
    async (zoom) => {
      const { syntheticDate, unitOfDate } = await calendarIn(zone);
      const period = { firstMonth: month('2022-11'), lastMonth: month('2037-05') };
      const scale = scaleOf(
        {
          ...period,
          foldedYears: scaleOf({ ...period, foldedYears: [] }, 'year')
            .years.slice(0, 4)
            .map(({ year }) => year),
        },
        zoom,
      );
      for (let at: number = slotOfMonth(period.firstMonth); at < scale.end; at += 1) {
        expect(slotAt(scale, unitOfDate(syntheticDate(unitAt(scale, at))))).toBe(at);
      }
    },
  );

  it("the library's own steps through its days meet every column", async () => {
    const { DAYS_PER_COLUMN, columnsBetween, syntheticDate } = await calendarIn(zone);
    // As its date_utils.add counts: by the fields of the local date.
    const next = (date: Date): Date =>
      new Date(
        date.getFullYear(),
        date.getMonth(),
        date.getDate() + DAYS_PER_COLUMN,
        date.getHours(),
        date.getMinutes(),
      );
    let date = syntheticDate(0);
    for (let column = 0; column <= 1200; column += 1) {
      expect(date.getTime()).toBe(syntheticDate(column * UNITS_PER_COLUMN).getTime());
      expect(columnsBetween(syntheticDate(0), date)).toBe(column);
      date = next(date);
    }
  });
});
