import { describe, expect, it } from 'vitest';
import { isInEdgeRange, parseEdge } from '#shared/dates/parse-edge.ts';
import {
  endSlotOf,
  firstSlotOf,
  fiscalYearOfSlot,
  formatEdge,
  isSpanEdge,
  isThird,
  monthOfEdge,
  monthOfSlot,
  positionOf,
  type SpanEdge,
  slot,
  slotOfDay,
  slotOfMonth,
  startSlotOf,
  thirdOfSlot,
} from '#shared/dates/thirds.ts';
import { day, fiscalYear, isDay, month } from '#shared/dates/types.ts';

const APRIL = (2022 * 12 + 3) * 3;
const edge = (text: string): SpanEdge =>
  isSpanEdge(text) ? text : expect.fail(`${text} is no edge`);

describe('what is a third of a month', () => {
  it.each([
    ['2022-04-T1', true, true],
    ['2022-04-T3', true, true],
    ['2022-04-T0', false, false],
    ['2022-04-T4', false, false],
    ['2022-13-T1', false, false],
    ['2022-4-T1', false, false],
    ['202-04-T1', false, false],
    ['x2022-04-T1', false, false],
    ['2022-04-T12', false, false],
    ['2022-04', false, true],
    ['', false, false],
  ])('%j: %s; what a bar may start on: %s', (text, third, either) => {
    expect(isThird(text)).toBe(third);
    expect(isSpanEdge(text)).toBe(either);
  });
});

describe('the slots of 令和4年4月', () => {
  it.each([
    ['2022-04', 0, 2, '令和4年4月', '4月'],
    ['2022-04-T1', 0, 0, '令和4年4月上旬', '4月上旬'],
    ['2022-04-T2', 1, 1, '令和4年4月中旬', '4月中旬'],
    ['2022-04-T3', 2, 2, '令和4年4月下旬', '4月下旬'],
    ['2022-05', 3, 5, '令和4年5月', '5月'],
    ['2022-03-T3', -1, -1, '令和4年3月下旬', '3月下旬'],
  ])('%s is from %i to %i', (text, start, end, long, short) => {
    expect(startSlotOf(edge(text))).toBe(APRIL + start);
    expect(endSlotOf(edge(text))).toBe(APRIL + end);
    expect([formatEdge(edge(text)), formatEdge(edge(text), 'short')]).toEqual([long, short]);
    expect(monthOfEdge(edge(text))).toBe(text.slice(0, 7));
  });

  it.each([
    ['2022-04-01', 0],
    ['2022-04-10', 0],
    ['2022-04-11', 1],
    ['2022-04-20', 1],
    ['2022-04-21', 2],
    ['2022-04-30', 2],
    ['2022-05-31', 5],
    ['2022-03-31', -1],
  ])('%s lies in slot %i', (date, at) => {
    expect(slotOfDay(day(date))).toBe(APRIL + at);
  });

  it.each([
    [-1, '2022-03', '2022-03-T3', 2021],
    [0, '2022-04', '2022-04-T1', 2022],
    [1, '2022-04', '2022-04-T2', 2022],
    [2, '2022-04', '2022-04-T3', 2022],
    [3, '2022-05', '2022-05-T1', 2022],
    [26, '2022-12', '2022-12-T3', 2022],
    [27, '2023-01', '2023-01-T1', 2022],
    [35, '2023-03', '2023-03-T3', 2022],
    [36, '2023-04', '2023-04-T1', 2023],
  ])('slot %i is of %s', (at, ofMonth, third, year) => {
    const found = slot(APRIL + at);
    expect(monthOfSlot(found)).toBe(ofMonth);
    expect(thirdOfSlot(found)).toBe(third);
    expect(fiscalYearOfSlot(found)).toBe(year);
  });

  it('begin the fiscal year', () => {
    expect(firstSlotOf(fiscalYear(2022))).toBe(APRIL);
    expect(slotOfMonth(month('2022-04'))).toBe(APRIL);
  });

  it.each([
    ['2022-04', 1.5],
    ['2022-04-01', 0],
    ['2022-04-06', 0.5],
    ['2022-04-11', 1],
    ['2022-04-20', 1.9],
    ['2022-04-21', 2],
    ['2022-04-30', 2 + 9 / 11],
    ['2022-05-31', 5 + 10 / 11],
  ])('%s stands at %f', (date, at) => {
    const known = isDay(date) ? day(date) : month(date);
    expect(positionOf(known)).toBeCloseTo(APRIL + at, 9);
  });

  it('are whole numbers inside the calendar', () => {
    expect(() => slot(0.5)).toThrow('not a slot: 0.5');
    expect(() => monthOfSlot(slot(0))).toThrow('not in the calendar: slot 0');
    expect(() => monthOfEdge('nonsense' as SpanEdge)).toThrow('not in the calendar: nonsense');
  });
});

describe('when a bar starts or ends, as typed', () => {
  const YEAR = fiscalYear(2022);
  it.each([
    ['令和5年2月', '2023-02'],
    ['R5.2', '2023-02'],
    ['９月', '2022-09'],
    ['2月', '2023-02'],
    ['2月上旬', '2023-02-T1'],
    ['2月の上旬', '2023-02-T1'],
    ['2月上', '2023-02-T1'],
    ['2月初旬', '2023-02-T1'],
    ['2月初め', '2023-02-T1'],
    ['2月始め', '2023-02-T1'],
    ['2月頭', '2023-02-T1'],
    ['2月中旬', '2023-02-T2'],
    ['2月中', '2023-02-T2'],
    ['2月半ば', '2023-02-T2'],
    ['2月中頃', '2023-02-T2'],
    ['2月下旬', '2023-02-T3'],
    ['2月下', '2023-02-T3'],
    ['2月末', '2023-02-T3'],
    ['2023-02-T2', '2023-02-T2'],
    ['2023-02-t3', '2023-02-T3'],
    ['2023-02-T4', null],
    ['x2023-02-T2', null],
    ['2023-02-T2x', null],
    ['2/10', '2023-02-T1'],
    ['2/11', '2023-02-T2'],
    ['2/21', '2023-02-T3'],
    ['2/10上旬', null],
    ['', null],
    ['未定', null],
    ['中旬', null],
    ['令和4年度', null],
    ['1926年12月', '1926-12'],
    ['1926年11月', null],
    ['2126年3月', '2126-03'],
    ['2126年4月', null],
    ['2126年3月下旬', '2126-03-T3'],
    ['2126年4月上旬', null],
  ])('%j is %j', (text, expected) => {
    const read = parseEdge(text, YEAR);
    expect(read.ok ? read.value : null).toBe(expected);
  });

  it('is read in no year unless one is known', () => {
    expect(parseEdge('9月').ok).toBe(false);
    expect(parseEdge('9月', null).ok).toBe(false);
    expect(parseEdge('R4.9', null)).toEqual({ ok: true, value: '2022-09' });
  });

  it('of a whole fiscal year is its April or its March', () => {
    expect(parseEdge('令和6年度', YEAR, 'start')).toEqual({ ok: true, value: '2024-04' });
    expect(parseEdge('令和6年度', YEAR, 'end')).toEqual({ ok: true, value: '2025-03' });
    expect(parseEdge('令和6年', YEAR, 'end').ok).toBe(false);
    expect(parseEdge('9999年度', YEAR, 'end').ok).toBe(false);
  });

  it.each([
    ['', '月が入っていません。'],
    ['未定', '「未定」は月として読み取れません。'],
    ['いつか', '「いつか」は月として読み取れません。'],
    ['令和4年度', '「令和4年度」には月がありません。'],
    ['令和4年', '「令和4年」には月がありません。'],
    ['2/30', '「2/30」という日はありません。'],
    ['13月上旬', '「13月上旬」の13月はありません。'],
    ['1900年1月', '「1900年1月」は扱えません。昭和元年12月から'],
  ])('%j is refused: %s', (text, words) => {
    const read = parseEdge(text, YEAR);
    expect(read.ok ? '' : read.error.happened).toContain(words);
    expect(read.ok ? '' : read.error.todo).toContain('令和5年2月中旬');
  });

  it('is no longer than 200 letters', () => {
    expect(parseEdge(`${' '.repeat(197)}9月`, YEAR)).toEqual({ ok: true, value: '2022-09' });
    expect(parseEdge(`${' '.repeat(198)}9月`, YEAR)).toEqual({ ok: true, value: '2022-09' });
    expect(parseEdge(`${' '.repeat(199)}9月`, YEAR).ok).toBe(false);
  });

  it.each([
    ['1926-11', false],
    ['1926-12', true],
    ['1926-12-T1', true],
    ['2126-03-T3', true],
    ['2126-04-T1', false],
  ])('%s lies where roadmaps are kept: %s', (text, is) => {
    expect(isInEdgeRange(edge(text))).toBe(is);
  });
});
