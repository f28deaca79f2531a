import { describe, expect, it } from 'vitest';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import { fiscalYear } from '#shared/dates/types.ts';
import { gridOf, type Merge } from '#shared/domain/import/grid.ts';
import { readMonthTable } from '#shared/domain/roadmap/pasted/read-months.ts';

/* Roadmaps as offices draw them in Excel: a row for each 取組み, a column for each month. */

const FY = fiscalYear(2024);
const MONTHS = [
  '4月',
  '5月',
  '6月',
  '7月',
  '8月',
  '9月',
  '10月',
  '11月',
  '12月',
  '1月',
  '2月',
  '3月',
];

const read = (texts: readonly (readonly string[])[], merges: readonly Merge[] = []) =>
  readMonthTable(gridOf(texts, merges), { fiscalYear: FY });
/** 2024-04-T3 as R6.4下旬. */
const short = (edge: SpanEdge): string =>
  edge.replace(
    /^(\d{4})-0?(\d+)(?:-T(\d))?$/,
    (_, year, month, third) =>
      `R${year - 2018}.${month}${['', '上旬', '中旬', '下旬'][third ?? 0]}`,
  );
const barsOf = (...given: Parameters<typeof read>) =>
  read(...given)?.rows.map(
    ({ group, lane, label, span }) =>
      `${group} › ${lane} | ${label} | ${short(span.start)}-${short(span.end)}`,
  );
/** A row of marks: `..oo` is two blanks and two marks. */
const marks = (text: string): readonly string[] =>
  [...text.padEnd(12, '.')].map((each) => (each === '.' ? '' : each));
const merge = (row: number, from: number, to: number, lastRow = row): Merge => ({
  from: { row, column: from },
  to: { row: lastRow, column: to },
});

describe('a table whose columns are months', () => {
  it('has a bar for each run of marks, called as its row is', () => {
    const table = [
      ['分野', '取組み', ...MONTHS],
      ['総合事業', '通所型サービスC', ...marks('○○○..●●')],
      ['', '移動支援', ...marks('.......→→→→→')],
      ['地域連携', '住民への周知', ...marks('..........1')],
    ];
    expect(barsOf(table)).toEqual([
      '総合事業 › 通所型サービスC | 通所型サービスC | R6.4-R6.6',
      '総合事業 › 通所型サービスC | 通所型サービスC | R6.9-R6.10',
      '総合事業 › 移動支援 | 移動支援 | R6.11-R7.3',
      '地域連携 › 住民への周知 | 住民への周知 | R7.2-R7.2',
    ]);
    expect(read(table)?.rows.map(({ row }) => row)).toEqual([1, 1, 2, 3]);
  });

  it('is never read without a doubt, and tells of colours and of years that it counted', () => {
    const table = read([
      ['取組み', ...MONTHS],
      ['周知', ...marks('○○')],
    ]);
    expect(table?.rows.every(({ doubts }) => doubts.length > 0)).toBe(true);
    expect(table?.notes.join()).toMatch(
      /色や図形だけの欄は読み取れません.*令和6年度から順に数えました/,
    );
  });

  it.each([
    [
      'one word begins, marks go on',
      ['検討', '→', '→', '試行', '→'],
      ['検討 | R6.4-R6.6', '試行 | R6.7-R6.8'],
    ],
    ['marks around a word', ['●検討→', '', '→実施'], ['検討 | R6.4-R6.4', '実施 | R6.6-R6.6']],
    ['a word behind marks', ['━', '━', '要綱の作成'], ['要綱の作成 | R6.4-R6.6']],
    ['the same word again', ['試行', '試行', '', '試行'], ['試行 | R6.4-R6.5', '試行 | R6.7-R6.7']],
    ['no marks at all', ['－', '×', 'なし'], undefined],
  ])('takes words for names: %s', (_, cells, expected) => {
    const table = [
      ['分野', '取組み', ...MONTHS],
      ['総合事業', '通所C', ...cells, ...MONTHS.slice(cells.length).map(() => '')],
    ];
    expect(barsOf(table)).toEqual((expected ?? []).map((bar) => `総合事業 › 通所C | ${bar}`));
    if (expected === undefined) {
      expect(read(table)?.refused.map(({ row, reasons }) => [row, ...reasons])).toEqual([
        [1, '月の欄に印や言葉がありません。'],
      ]);
    }
  });

  it('takes the kind of a bar from its words, where they say one', () => {
    const table = [
      ['分野', '取組み', ...MONTHS],
      ['A', 'B', '検討', '試行', '町の会議', ...marks('○').slice(3)],
    ];
    expect(read(table)?.rows.map(({ kind }) => kind)).toEqual([
      'preparation',
      'trial',
      'operation',
    ]);
  });

  it('reaches over the months over which a cell is merged, and its group over the rows', () => {
    const table = [
      ['分野', '取組み', ...MONTHS],
      ['総合事業', '通所C', '検討', '', '', '試行実施', '', '', '', '', '', '', '', ''],
      ['', '訪問B', ...marks('○')],
    ];
    expect(barsOf(table, [merge(1, 2, 4), merge(1, 5, 9), merge(1, 0, 0, 2)])).toEqual([
      '総合事業 › 通所C | 検討 | R6.4-R6.6',
      '総合事業 › 通所C | 試行実施 | R6.7-R6.11',
      '総合事業 › 訪問B | 訪問B | R6.4-R6.4',
    ]);
  });

  it.each([
    [
      'merged years above',
      [
        ['', '', '令和6年度', ...Array(11).fill(''), '令和7年度', ...Array(11).fill('')],
        ['分野', '取組み', ...MONTHS, ...MONTHS],
      ],
      [merge(0, 2, 13), merge(0, 14, 25)],
    ],
    [
      'years above the first month only',
      [
        ['', '', 'R6', ...Array(11).fill(''), 'R7', ...Array(11).fill('')],
        ['分野', '取組み', ...MONTHS, ...MONTHS],
      ],
      [],
    ],
    [
      'years in each heading',
      [
        [
          '分野',
          '取組み',
          ...MONTHS.map((month, at) => `R${at < 9 ? 6 : 7}年${month}`),
          ...MONTHS.map((month, at) => `R${at < 9 ? 7 : 8}.${month.replace('月', '')}`),
        ],
      ],
      [],
    ],
    ['no year, the months beginning anew', [['分野', '取組み', ...MONTHS, ...MONTHS]], []],
    [
      'numbers alone',
      [
        [
          '分野',
          '取組み',
          ...MONTHS.map((month) => month.replace('月', '')),
          ...MONTHS.map((month) => month.replace('月', '')),
        ],
      ],
      [],
    ],
  ] as const)('knows the year of a month: %s', (_, head, merges) => {
    const row = ['A', 'B', ...marks('...........○'), ...marks('○')];
    expect(barsOf([...head, row], merges)).toEqual(['A › B | B | R7.3-R7.4']);
  });

  it.each([
    [
      'quarters',
      ['第1四半期', '第2四半期', '第3四半期', '第4四半期'],
      ['', '○', '○', ''],
      'R6.7-R6.12',
    ],
    ['Q1 to Q4', ['1Q', '2Q', '3Q', '4Q'], ['', '', '', '○'], 'R7.1-R7.3'],
    ['ranges', ['4～6月', '7～9月', '10～12月', '1～3月'], ['○', '', '', ''], 'R6.4-R6.6'],
    ['fiscal years', ['令和6年度', '令和7年度', 'R8年度'], ['', '検討', '検討'], 'R7.4-R9.3'],
  ] as const)('may have %s for columns', (_, head, cells, expected) => {
    const bars = barsOf([
      ['分野', '取組み', ...head],
      ['A', 'B', ...cells],
    ]);
    expect(bars?.map((bar) => bar.split(' | ').at(-1))).toEqual([expected]);
  });

  it('may have thirds of months', () => {
    const table = [
      ['分野', '取組み', '4月', '', '', '5月', '', '', '6月', '', ''],
      ['', '', '上', '中', '下', '上', '中', '下', '上', '中', '下'],
      ['A', 'B', '', '', '○', '○', '○', '', '', '', ''],
    ];
    const merges = [
      merge(0, 2, 4),
      merge(0, 5, 7),
      merge(0, 8, 10),
      merge(0, 0, 0, 1),
      merge(0, 1, 1, 1),
    ];
    expect(barsOf(table, merges)).toEqual(['A › B | B | R6.4下旬-R6.5中旬']);
  });

  it('takes a row without marks for the group of those below it, where one column names all', () => {
    const table = [
      ['No.', '取組み', ...MONTHS, '担当'],
      ['', '総合事業', ...marks(''), ''],
      ['1', '通所C', ...marks('○○'), '町'],
      ['', '地域連携', ...marks(''), ''],
      ['2', '周知', ...marks('.○'), '社協'],
    ];
    expect(barsOf(table)).toEqual([
      '総合事業 › 通所C | 通所C | R6.4-R6.5',
      '地域連携 › 周知 | 周知 | R6.5-R6.5',
    ]);
    expect(read(table)?.rows.map(({ owner }) => owner)).toEqual(['町', '社協']);
    expect(read(table)?.notes.join()).toContain('「No.」の列は取り込みません。');
  });

  it('says of what it leaves out: rows without marks, signs of nothing, marks that differ', () => {
    const table = read([
      ['区分', '事業名', ...MONTHS, '予算'],
      ['A', '一', ...marks('○×●◎'), '10'],
      ['〃', '二', ...marks(''), '20'],
    ]);
    expect(table?.rows.map(({ doubts }) => doubts.slice(1))).toEqual([
      ['「×」の欄は帯にしません。'],
      ['「×」の欄は帯にしません。', '「●」「◎」を続けて1本の帯にしました。'],
    ]);
    expect(table?.refused.map(({ cells, reasons }) => [cells.slice(0, 2), reasons])).toEqual([
      [['〃', '二'], ['月の欄に印や言葉がありません。']],
    ]);
    expect(table?.notes.join()).toContain('「予算」の列は取り込みません。');
  });

  it('passes over the headings of the next page', () => {
    const head = ['分野', '取組み', ...MONTHS];
    const rows = [head, ['A', 'B', ...marks('○')], head, ['A', 'C', ...marks('.○')]];
    expect(barsOf(rows)).toHaveLength(2);
  });

  it.each([
    [
      'a table of bars',
      [
        ['分野', '取組み', '名前', '開始', '終了'],
        ['A', 'B', 'C', '4月', '6月'],
      ],
    ],
    [
      'two months',
      [
        ['取組み', '4月', '5月'],
        ['A', '○', ''],
      ],
    ],
    [
      'months that go back',
      [
        ['取組み', 'R6.9', 'R6.4', 'R6.6'],
        ['A', '○', '', ''],
      ],
    ],
    ['a few numbers', [['A', '1', '2', '3', '4']]],
    ['nothing', [['']]],
  ])('is not seen in %s', (_, table) => {
    expect(read(table)).toBeNull();
  });
});
