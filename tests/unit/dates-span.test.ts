import { describe, expect, it } from 'vitest';
import { daysOfSpan, formatSpan, parseDateSpan } from '#shared/dates/span.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';

const read = (text: string): string => {
  const parsed = parseDateSpan(text, { fiscalYear: fiscalYear(2022) });
  return parsed.ok ? `${parsed.value.date} ${parsed.value.endDate}`.trim() : parsed.error.happened;
};

describe('days in a row', () => {
  it.each([
    ['12/26～27', '2022-12-26 2022-12-27'],
    ['12/26〜12/27', '2022-12-26 2022-12-27'],
    ['１２／２６～２７', '2022-12-26 2022-12-27'],
    ['12/26-27', '2022-12-26 2022-12-27'],
    ['12/28～1/5', '2022-12-28 2023-01-05'],
    ['12月26日・27日', '2022-12-26 2022-12-27'],
    ['12月26日(月)～27日(火)', '2022-12-26 2022-12-27'],
    ['12月26日から27日まで', '2022-12-26 2022-12-27'],
    ['12/26・27・28', '2022-12-26 2022-12-28'],
    ['令和4年12月26日～令和4年12月27日', '2022-12-26 2022-12-27'],
    ['R4.12.26～27', '2022-12-26 2022-12-27'],
    ['2022-12-26', '2022-12-26'],
    ['8/24', '2022-08-24'],
    ['8月', '2022-08'],
    ['', ''],
  ])('%s is %s', (text, found) => {
    expect(read(text)).toBe(found);
  });

  it.each([
    ['12/27～26', '終わりの日が始まりより前'],
    ['10/3・10/17', '続いた日ではありません'],
    ['12/26・27・30', '続いた日ではありません'],
    ['12/30～32', 'という日はありません'],
    ['8月～9月', '読み取れません'],
    ['8/24～夕方', '読み取れません'],
  ])('%s is refused: %s', (text, why) => {
    expect(read(text)).toContain(why);
  });

  it.each([
    ['2022-12-26', '2022-12-27', '令和4年12月26日(月)～27日(火)', '12/26～27', 'R4.12.26～27'],
    [
      '2022-11-30',
      '2022-12-01',
      '令和4年11月30日(水)～12月1日(木)',
      '11/30～12/1',
      'R4.11.30～12.1',
    ],
    [
      '2022-12-28',
      '2023-01-05',
      '令和4年12月28日(水)～令和5年1月5日(木)',
      '12/28～1/5',
      'R4.12.28～R5.1.5',
    ],
  ])('%s to %s is written %s, %s, %s, and read back', (from, to, long, short, dotted) => {
    const [start, end] = [day(from), day(to)];
    expect(formatSpan(start, end)).toBe(long);
    expect(formatSpan(start, end, 'short')).toBe(short);
    expect(formatSpan(start, end, 'dotted')).toBe(dotted);
    expect(read(long)).toBe(`${from} ${to}`);
    expect(read(dotted)).toBe(`${from} ${to}`);
  });

  it('are one day where the end says nothing more', () => {
    expect(formatSpan(day('2022-12-26'), '', 'short')).toBe('12/26');
    expect(formatSpan(day('2022-12-26'), day('2022-12-26'), 'short')).toBe('12/26');
    expect(daysOfSpan(day('2022-12-26'), day('2022-12-27'))).toEqual(['2022-12-26', '2022-12-27']);
    expect(daysOfSpan('', '')).toEqual([]);
  });
});
