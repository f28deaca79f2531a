import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { gridOf, type Merge } from '#shared/domain/import/grid.ts';
import { findMonthHeadings } from '#shared/domain/roadmap/pasted/month-headings.ts';

const FY = fiscalYear(2024);
type Lines = readonly (readonly string[])[];

const merge = (row: number, from: number, to: number, lastRow = row): Merge => ({
  from: { row, column: from },
  to: { row: lastRow, column: to },
});
/** The headings found: where they stand, and each as 2024-04 or 2024-04/06 for a longer one. */
const found = (lines: Lines, merges: readonly Merge[] = [], year: typeof FY | null = FY) => {
  const headings = findMonthHeadings(gridOf(lines, merges), year);
  if (headings === null) return null;
  const { row, lastRow, first, spans, isCounted } = headings;
  const short = spans.map(({ start, end }) => (start === end ? start : `${start}/${end}`));
  return [row, lastRow, first, isCounted, short.join(' ')] as const;
};
const MONTHS = ['4月', '5月', '6月'];
const counted = (spans: string) => [0, 0, 0, true, spans] as const;
const told = (spans: string, row = 0, lastRow = row) => [row, lastRow, 0, false, spans] as const;

describe('headings of months', () => {
  it.each<[readonly string[], string | null]>([
    [MONTHS, '2024-04 2024-05 2024-06'],
    [['４月', ' 5 月', '06月'], '2024-04 2024-05 2024-06'],
    [['1月', '2月', '3月'], '2025-01 2025-02 2025-03'],
    [['2月', '3月', '4月'], '2025-02 2025-03 2025-04'],
    [['4月', '4月', '4月'], '2024-04 2025-04 2026-04'],
    [['4月', '5月'], null],
    [['4月', '5月', '13月'], null],
    [['4', '5', '6', '7', '8', '9'], '2024-04 2024-05 2024-06 2024-07 2024-08 2024-09'],
    [['4', '5', '6', '7', '8'], null],
    [['4', '5', '6月'], '2024-04 2024-05 2024-06'],
    [['4～6月', '7月~9月', '10-12月'], '2024-04/2024-06 2024-07/2024-09 2024-10/2024-12'],
    [['4～6月', '7～9月', '10～3月'], '2024-04/2024-06 2024-07/2024-09 2024-10/2025-03'],
    [['4～6月', '7～9月', '10～9月'], null],
    [['4～6月', '7～9月', '約10～12月'], null],
    [['4～6月', '7～9月', '10～12月頃'], null],
    [['第1四半期', '2四半期', '第4Q'], '2024-04/2024-06 2024-07/2024-09 2025-01/2025-03'],
    [['Q1', 'q2', 'Q3'], '2024-04/2024-06 2024-07/2024-09 2024-10/2024-12'],
    [['上期', '下半期', '前期'], '2024-04/2024-09 2024-10/2025-03 2025-04/2025-09'],
    [['後半', '前半', '下期'], '2024-10/2025-03 2025-04/2025-09 2025-10/2026-03'],
  ])('without a year are counted from the case’s own: %j', (line, spans) => {
    expect(found([line])).toEqual(spans === null ? null : counted(spans));
  });

  it.each<[string, Lines, ReturnType<typeof told> | readonly unknown[] | null]>([
    ['with each', [['R6.4', 'R6.5', 'R7.6']], told('2024-04 2024-05 2025-06')],
    ['with one', [['R6.4', '5月', '6月']], counted('2024-04 2024-05 2024-06')],
    ['above', [['令和7年度'], MONTHS], told('2025-04 2025-05 2025-06', 1)],
    ['a short one above', [['R7'], ['1月', '2月', '3月']], told('2026-01 2026-02 2026-03', 1)],
    ['of the calendar', [['令和7年'], ['1月', '2月', '3月']], told('2025-01 2025-02 2025-03', 1)],
    ['of the west', [['2025年'], MONTHS], told('2025-04 2025-05 2025-06', 1)],
    ['a bare number', [['2025'], MONTHS], [1, 1, 0, true, '2024-04 2024-05 2024-06']],
    ['a word with one', [['令和7年の予定'], MONTHS], [1, 1, 0, true, '2024-04 2024-05 2024-06']],
    ['two rows above', [['令和7年度'], [], MONTHS], told('2025-04 2025-05 2025-06', 2)],
    ['over a word', [['令和7年度'], ['予定'], MONTHS], told('2025-04 2025-05 2025-06', 2)],
    [
      'three rows above',
      [['令和7年度'], [], [], MONTHS],
      [3, 3, 0, true, '2024-04 2024-05 2024-06'],
    ],
    [
      'over each of several',
      [
        ['R6', '', 'R7', ''],
        ['4月', '5月', '4月', '5月'],
      ],
      told('2024-04 2024-05 2025-04 2025-05', 1),
    ],
    ['up to another word', [['令和7年度', '予定'], MONTHS], null],
    ['over what goes back', [['令和6年度'], ['4月', '5月', '9～6月']], null],
    [
      'over no month',
      [['令和6年度'], ['4月', '5月', '6月', '計']],
      told('2024-04 2024-05 2024-06', 1),
    ],
  ])('take the year that stands %s', (_, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  it('are none without a year and without a case of one', () => {
    expect(found([MONTHS], [], null)).toBeNull();
    expect(found([['R6'], MONTHS], [], null)).toEqual(told('2024-04 2024-05 2024-06', 1));
  });

  it.each<[string, Lines, readonly unknown[] | null]>([
    ['in the tenth row', [...Array(9).fill(['表']), MONTHS], [9, 9, 0]],
    ['behind it', [...Array(10).fill(['表']), MONTHS], null],
    ['behind other columns', [['取組み', '担当', ...MONTHS, '備考']], [0, 0, 2]],
    ['in the longest row', [MONTHS, ['', ...MONTHS, '7月']], [1, 1, 1]],
    ['in the first of two', [MONTHS, MONTHS], [0, 0, 0]],
    ['in the longer part of a row', [[...MONTHS, '計', ...MONTHS, '7月']], [0, 0, 4]],
    ['right behind another', [['R6.4', 'R6.5', '計', 'R6.4', 'R6.5', 'R6.6']], [0, 0, 3]],
  ])('are found %s', (_, lines, expected) => {
    expect(found(lines)?.slice(0, 3) ?? null).toEqual(expected);
  });

  it('stand over as many columns as they are merged over', () => {
    const merges = [merge(0, 0, 1), merge(0, 2, 3), merge(0, 4, 4, 1)];
    expect(found([['4月', '', '5月', '', '6月'], []], merges)).toEqual(
      counted('2024-04 2024-04 2024-05 2024-05 2024-06'),
    );
    // Of a merged word that is no month nothing reaches over.
    expect(found([['予定', '', ...MONTHS]], [merge(0, 0, 1)])?.slice(0, 3)).toEqual([0, 0, 2]);
  });

  it.each<[string, Lines, string | null]>([
    ['of two', [['令和6年度', 'R7']], '2024-04/2025-03 2025-04/2026-03'],
    ['of the calendar', [['令和6年', '令和7年']], '2024-04/2025-03 2025-04/2026-03'],
    ['up to another word', [['R6', 'R7', '計', 'R8']], '2024-04/2025-03 2025-04/2026-03'],
    ['of one', [['令和6年度', '計']], null],
    ['that go back', [['令和7年度', '令和6年度']], null],
    ['without words', [['2024', '2025']], null],
    ['with more than a year', [['令和6年度末', '令和7年度末']], null],
  ])('may be fiscal years: %s', (_, lines, spans) => {
    expect(found(lines)).toEqual(spans === null ? null : told(spans));
  });

  const THIRDS = '2024-04-T1 2024-04-T2 2024-04-T3';

  it.each<[readonly string[], string, number]>([
    [['上', '中', '下'], THIRDS, 1],
    [['上旬', '中旬', '下旬'], THIRDS, 1],
    [['上', '中', ''], '2024-04 2024-04 2024-04', 0],
    [['上', '中', '下の方'], '2024-04 2024-04 2024-04', 0],
    [['上', '中', '月下'], '2024-04 2024-04 2024-04', 0],
  ])('may stand over thirds: %j', (below, first, lastRow) => {
    const months = MONTHS.flatMap((month) => [month, '', '']);
    const lines = [months, [...below, ...below, ...below]];
    const headings = found(lines, [merge(0, 0, 2), merge(0, 3, 5), merge(0, 6, 8)]);
    expect(headings?.slice(0, 2)).toEqual([0, lastRow]);
    expect(headings?.[4].split(' ').slice(0, 3).join(' ')).toBe(first);
  });
});
