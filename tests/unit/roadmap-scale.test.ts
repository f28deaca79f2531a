import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endSlotOf,
  formatEdge,
  isThird,
  monthOfSlot,
  type SpanEdge,
  slot,
  slotOfDay,
  slotOfMonth,
  startSlotOf,
  thirdOfSlot,
} from '#shared/dates/thirds.ts';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import { scaleOf, UNITS_PER_COLUMN, unitAt, ZOOMS } from '#shared/domain/roadmap/scale.ts';
import { slotAt, unitsOf } from '#tests/support/roadmap-back.ts';

const mashiki = {
  firstMonth: month('2022-11'),
  lastMonth: month('2027-03'),
  foldedYears: [fiscalYear(2026)],
};

const anyMonth = fc
  .tuple(fc.integer({ min: 1927, max: 2126 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => month(`${year}-${String(number).padStart(2, '0')}`));

const anyScale = fc
  .record({
    firstMonth: anyMonth,
    months: fc.integer({ min: 0, max: 180 }),
    folded: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 5 }),
    zoom: fc.constantFrom(...ZOOMS),
  })
  .map(({ firstMonth, months, folded, zoom }) =>
    scaleOf(
      {
        firstMonth,
        lastMonth: monthOfSlot(slot(slotOfMonth(firstMonth) + months * 3)),
        foldedYears: folded.map((years) => fiscalYear(Number(firstMonth.slice(0, 4)) + years)),
      },
      zoom,
    ),
  );

describe('a third of a month', () => {
  it('begins on the 1st, the 11th and the 21st', () => {
    const thirds = [
      '2023-02-01',
      '2023-02-10',
      '2023-02-11',
      '2023-02-20',
      '2023-02-21',
      '2023-02-28',
    ];
    expect(thirds.map((text) => thirdOfSlot(slotOfDay(day(text))))).toEqual([
      '2023-02-T1',
      '2023-02-T1',
      '2023-02-T2',
      '2023-02-T2',
      '2023-02-T3',
      '2023-02-T3',
    ]);
  });

  it('comes back from its slot, as does its month', () => {
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(1, 2, 3), (of, third) => {
        const edge = `${of}-T${third}`;
        expect(isThird(edge)).toBe(true);
        const at = startSlotOf(edge as SpanEdge);
        expect(thirdOfSlot(at)).toBe(edge);
        expect(monthOfSlot(at)).toBe(of);
        expect(endSlotOf(edge as SpanEdge)).toBe(at);
      }),
    );
  });

  it('is written as staff say it', () => {
    expect(formatEdge('2023-02-T2' as SpanEdge)).toBe('令和5年2月中旬');
    expect(formatEdge(month('2023-02'), 'short')).toBe('2月');
  });

  it('fills a month with two others', () => {
    expect(startSlotOf(month('2023-02'))).toBe(startSlotOf('2023-02-T1' as SpanEdge));
    expect(endSlotOf(month('2023-02'))).toBe(endSlotOf('2023-02-T3' as SpanEdge));
  });
});

describe('the scale', () => {
  it('puts months under their fiscal years, and a folded year into one column', () => {
    const scale = scaleOf(mashiki, 'month');
    expect(scale.years.map(({ label, columns }) => [label, columns])).toEqual([
      ['令和4年度', 5],
      ['令和5年度', 12],
      ['令和6年度', 12],
      ['令和7年度', 12],
      ['令和8年度', 1],
    ]);
    expect(scale.columns.slice(0, 6).map(({ label }) => label)).toEqual([
      '11月',
      '12月',
      '1月',
      '2月',
      '3月',
      '4月',
    ]);
  });

  it('keeps quarters to April, July, October and January where the period begins in one', () => {
    const scale = scaleOf(mashiki, 'quarter');
    expect(scale.columns.slice(0, 4).map(({ label, slots }) => [label, slots])).toEqual([
      ['11～12月', 6],
      ['1～3月', 9],
      ['4～6月', 9],
      ['7～9月', 9],
    ]);
  });

  it('leaves out nothing of the period and holds nothing twice', () => {
    fc.assert(
      fc.property(anyScale, (scale) => {
        let at: number = scale.start;
        for (const column of scale.columns) {
          expect(column.start).toBe(at);
          expect(column.slots).toBeGreaterThan(0);
          at += column.slots;
        }
        expect(at).toBe(scale.end);
        expect(scale.years.reduce((sum, year) => sum + year.columns, 0)).toBe(scale.columns.length);
      }),
    );
  });

  it('finds each slot again at its place, at any zoom', () => {
    fc.assert(
      fc.property(anyScale, fc.nat(), (scale, pick) => {
        const at = scale.start + (pick % (scale.end - scale.start));
        expect(slotAt(scale, unitAt(scale, at))).toBe(at);
      }),
    );
  });

  it('goes on from left to right with time, and keeps to the chart outside the period', () => {
    fc.assert(
      fc.property(anyScale, fc.integer({ min: -50, max: 6000 }), (scale, offset) => {
        const here = unitAt(scale, scale.start + offset);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(unitsOf(scale));
        expect(unitAt(scale, scale.start + offset + 1)).toBeGreaterThanOrEqual(here);
      }),
    );
    const scale = scaleOf(mashiki, 'month');
    expect(unitsOf(scale)).toBe(scale.columns.length * UNITS_PER_COLUMN);
    expect(slotAt(scale, -5)).toBe(scale.start);
    expect(slotAt(scale, 10_000)).toBe(scale.end);
  });
});
