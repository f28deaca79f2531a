import { describe, expect, it } from 'vitest';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import type { Bar, Lane, Milestone, Roadmap } from '#shared/domain/roadmap/model.ts';
import { barLook, type SheetRow, textCell } from '#shared/domain/roadmap/paper/sheet-cells.ts';
import { chartSheet, type SheetOptions } from '#shared/domain/roadmap/paper/sheet-chart.ts';
import { barsSheet, milestonesSheet } from '#shared/domain/roadmap/paper/sheet-list.ts';
import { tracksOf } from '#shared/domain/roadmap/paper/sheet-tracks.ts';
import { roadmapSheets } from '#shared/domain/roadmap/paper/workbook.ts';
import { scaleOf } from '#shared/domain/roadmap/scale.ts';
import { drawnBar, drawnMark, drawnRoadmap } from '../support/drawn-lane.ts';
import { roadmapOfWords } from '../support/roadmaps.ts';
import { FOR_OFFICE } from '../support/tables.ts';

const letters = (count: number): string => '字'.repeat(count);

describe('a text in a worksheet’s cell', () => {
  it.each([
    ['試行', '試行', undefined],
    ['=1+1', '=1+1', '@'],
    ['+1', '+1', '@'],
    ['-1', '-1', '@'],
    ['@A1', '@A1', '@'],
    ['\tあ', '\tあ', '@'],
    ['1+1=2', '1+1=2', undefined],
    ['あ\u0000い\ud800\ufffe', 'あ〓い〓〓', undefined],
    ['あ\nい\t😀', 'あ\nい\t😀', undefined],
    ['_x0041_ _X00e9_ _x41_', '_x005F_x0041_ _x005F_x00e9_ _x41_', undefined],
    [letters(32_001), letters(32_000), undefined],
  ])('stands as it is: %#', (text, value, format) => {
    expect(textCell(text)).toEqual({ type: String, value, ...(format && { format }) });
  });

  it('keeps its look', () => {
    expect(textCell('あ', { wrap: true })).toEqual({ type: String, value: 'あ', wrap: true });
  });
});

describe('the cells of a bar', () => {
  it.each([
    ['preparation', 'mediumDashed', '#0055ad', '#ffffff', undefined],
    ['trial', 'thin', '#00428c', '#0066be', undefined],
    ['operation', 'thin', '#4979f5', '#d9e6ff', undefined],
    ['planPeriod', 'thin', '#666666', '#ffffff', 'lightUp'],
    ['other', 'double', '#4d4d4d', '#ffffff', undefined],
  ] as const)('look as its kind: %s', (kind, style, color, backgroundColor, pattern) => {
    expect(barLook(kind)).toMatchObject({
      ...{ leftBorderStyle: style, rightBorderStyle: style, topBorderStyle: style },
      ...{ bottomBorderStyle: style, leftBorderColor: color, rightBorderColor: color },
      ...{ topBorderColor: color, bottomBorderColor: color, backgroundColor },
      ...{ alignVertical: 'center', wrap: true },
    });
    expect(barLook(kind).fillPatternStyle).toBe(pattern);
    expect(barLook(kind).fillPatternColor).toBe(pattern && '#cccccc');
  });
});

/** The rows of a lane: each thing's text, first column, columns, columns beside it, and lines. */
const rows = (
  bars: readonly Bar[],
  marks: readonly Milestone[] = [],
  today: string | null = null,
) => {
  const roadmap = drawnRoadmap(bars, marks);
  const at = today === null ? null : day(today);
  return tracksOf(roadmap, roadmap.lanes[0] as Lane, scaleOf(roadmap, 'month'), at).map((track) =>
    track.map(({ text, from, columns, beside, lines }) => [text, from, columns, beside, lines]),
  );
};

describe('a bar in the columns of a worksheet', () => {
  it.each([
    ['its name fits', 6, '2022-06', '2022-08', [2, 3, 0, 1]],
    ['its name takes two lines', 7, '2022-06', '2022-08', [2, 3, 0, 2]],
    ['its name takes four', 7, '2022-06', '2022-06', [2, 1, 0, 4]],
    ['a longer one stands beside it', 8, '2022-06', '2022-06', [2, 1, 4, 1]],
    ['up to the last column', 8, '2023-11', '2023-11', [19, 1, 4, 1]],
    ['but not behind it', 8, '2023-12', '2023-12', [20, 1, 0, 5]],
    ['it began before', 3, '2022-01', '2022-05', [0, 2, 0, 1]],
    ['it goes on', 3, '2024-02', '2024-06', [22, 2, 0, 1]],
    ['it lasts longer on both sides', 3, '2022-01', '2024-06', [0, 24, 0, 1]],
    ['it takes a third', 1, '2022-06-T3', '2022-06-T3', [2, 1, 0, 1]],
  ])('stands in its months: %s', (_, count, start, end, expected) => {
    const text = letters(count);
    expect(rows([drawnBar(text, start, end)])).toEqual([[[text, ...expected]]]);
  });

  it.each([
    ['before the period', '2022-02', '2022-03'],
    ['behind it', '2024-04', '2024-05'],
  ])('is left out %s', (_, start, end) => {
    expect(rows([drawnBar('帯', start, end)])).toEqual([[]]);
  });

  it.each([
    ['a bar without months', [{ ...drawnBar('帯', '2022-06', '2022-06'), span: null }], []],
    ['a milestone without a date', [], [drawnMark('回', '')]],
    ['a milestone before the period', [], [drawnMark('回', '2022-03')]],
    ['a milestone behind it', [], [drawnMark('回', '2024-04')]],
  ])('is left out, too: %s', (_, bars, marks) => {
    expect(rows(bars, marks)).toEqual([[]]);
  });

  it('says what it needs to say before its name', () => {
    const late = drawnBar('帯', '2022-06', '2022-12');
    const text = (bar: Bar, today: string | null) => rows([bar], [], today)[0]?.[0]?.[0];
    expect(text(late, '2023-01-01')).toBe('！遅れ 帯');
    expect(text(late, '2022-12-31')).toBe('帯');
    expect(text(late, null)).toBe('帯');
    expect(text({ ...late, label: '' }, null)).toBe('（名前なし）');
    expect(text({ ...late, state: 'done' }, null)).toBe('✓ 帯');
  });

  it.each([
    ['short', 1, '2022-06', [2, 1, 0, 1]],
    ['long', 3, '2022-06', [2, 1, 1, 1]],
    ['long at the last column', 3, '2024-03', [23, 1, 0, 2]],
    ['long before the last column', 6, '2024-02', [22, 1, 1, 2]],
  ])('is a milestone with a %s name', (_, count, date, expected) => {
    const text = letters(count);
    expect(rows([], [drawnMark(text, date)])).toEqual([[[`◆${text}`, ...expected]]]);
  });

  it('shares no cell with another', () => {
    const bars = [
      drawnBar('丙', '2022-08', '2022-09'),
      drawnBar('甲', '2022-04', '2022-05'),
      drawnBar('乙', '2022-06', '2022-08'),
    ];
    const texts = rows(bars, [drawnMark('長い節目', '2022-10'), drawnMark('次', '2022-11')]).map(
      (track) => track.map(([text]) => text),
    );
    expect(texts).toEqual([
      ['甲', '乙', '◆長い節目'],
      ['丙', '◆次'],
    ]);
  });
});

const OPTIONS: SheetOptions = {
  ...{ municipality: '益城町', versionName: '', date: day('2023-01-18'), today: null },
  ...{ withSources: true, outgoing: FOR_OFFICE },
};
const valuesOf = (row: SheetRow | undefined) => row?.map((cell) => cell?.value ?? null);
const SMALL: Roadmap = roadmapOfWords(
  {
    支援: [
      [
        '国',
        [['試行', '2022-04', '2022-05', 'trial', { progress: 40, source: '計画書' }]],
        [['第1回', '2022-05-10']],
      ],
      ['県', [['中断', '2022-04', '2022-06', 'other', { state: 'cancelled' }]]],
    ],
    計画: [],
  },
  { title: '取組み', firstMonth: month('2022-04'), lastMonth: month('2022-06') },
);

describe('the chart as a worksheet', () => {
  const small = () => chartSheet(SMALL, OPTIONS);

  it('holds what is drawn, row by row', () => {
    const sheet = small();
    expect(sheet.rows.map(valuesOf)).toEqual([
      ['益城町の取組み ロードマップ'],
      ['令和5年1月18日現在　【内部用】'],
      ['分野', '取組み', '令和4年度', null, null],
      [null, null, '4月', '5月', '6月'],
      ['支援', '国', '試行', null, null],
      [null, null, null, '◆第1回 5/10', null],
      [null, '県', '中止 中断', null, null],
      ['計画', '', null, null, null],
      [],
      ['凡例', null, '試行', null, null, null, 'その他', null, null, null, '◆ 節目'],
      ['出典：計画書'],
    ]);
    expect(sheet).toMatchObject({ name: 'ロードマップ', frozenRows: 4, frozenColumns: 2 });
    expect(sheet.headingRow).toBe(3);
    expect(sheet.widths).toEqual([9 * 2.15, 13 * 2.15, ...Array(3).fill(2.2 * 2.15)]);
  });

  it('merges what belongs together', () => {
    const sheet = small();
    const spans = sheet.rows.map((row) =>
      row.map((cell) => [cell?.rowSpan ?? 0, cell?.columnSpan ?? 0].join('×')),
    );
    expect(spans.slice(2, 8)).toEqual([
      ['2×0', '2×0', '0×3', '0×0', '0×0'],
      ['0×0', '0×0', '0×0', '0×0', '0×0'],
      ['3×0', '2×0', '0×2', '0×0', '0×0'],
      ['0×0', '0×0', '0×0', '0×0', '0×0'],
      ['0×0', '1×0', '0×3', '0×0', '0×0'],
      ['1×0', '1×0', '0×0', '0×0', '0×0'],
    ]);
    expect(spans[9]?.[2]).toBe('0×3');
  });

  it('looks as the drawn chart', () => {
    const sheet = small();
    const [group, lane, trial] = sheet.rows[4] ?? [];
    expect(group).toMatchObject({ fontWeight: 'bold', backgroundColor: '#f6f8fb', height: 22 });
    expect(lane).toMatchObject({ backgroundColor: '#f6f8fb', height: 22, wrap: true });
    expect(lane?.fontWeight).toBeUndefined();
    expect(trial).toMatchObject({ ...barLook('trial'), height: 22 });
    expect(sheet.rows[5]?.[3]).toMatchObject({ textColor: '#00118f', alignVertical: 'center' });
    expect(sheet.rows[6]?.[2]).toMatchObject({
      ...{ backgroundColor: '#ffffff', textColor: '#4d4d4d', leftBorderStyle: 'double' },
    });
    expect(sheet.rows[0]?.[0]).toMatchObject({ fontWeight: 'bold', fontSize: 16, height: 26 });
    expect(sheet.rows[2]?.[2]).toMatchObject({ fontWeight: 'bold', fontSize: 11 });
    expect(sheet.rows[3]?.[2]).toMatchObject({ fontSize: 9, align: 'center' });
    expect(sheet.rows[10]?.[0]).toMatchObject({ textColor: '#4d4d4d', fontSize: 9 });
  });

  it('has a rule where a year begins and below each lane', () => {
    const roadmap = { ...SMALL, firstMonth: month('2022-02') };
    const row = chartSheet(roadmap, OPTIONS).rows[7];
    // 2月 and 4月 begin the period and a year.
    expect(row?.map((cell) => cell?.leftBorderStyle)).toEqual([
      ...['thin', 'thin', 'thin', 'hair', 'thin', 'hair', 'hair'],
    ]);
    expect(row?.[2]).toMatchObject({ leftBorderColor: '#7f7f7f', bottomBorderStyle: 'thin' });
    expect(row?.[3]).toMatchObject({ leftBorderColor: '#b3b3b3', rightBorderStyle: 'hair' });
    const first = chartSheet(roadmap, OPTIONS).rows[4];
    expect(first?.[2]?.bottomBorderStyle).toBeUndefined();
  });

  it.each([
    ['令和4年度 over a month', { lastMonth: month('2022-04') }, 51.2],
    ['over three', {}, 20.4],
    ['over a folded one', { foldedYears: [fiscalYear(2022)] }, 20.4],
  ])('has its years in as many lines as they take: %s', (_, values, height) => {
    const { rows: all } = chartSheet({ ...SMALL, ...values }, OPTIONS);
    expect(all[2]?.[2]?.height).toBeCloseTo(height);
  });

  it('has a wider column for a folded year', () => {
    const folded = chartSheet({ ...SMALL, foldedYears: [fiscalYear(2022)] }, OPTIONS);
    expect(folded.widths).toEqual([9 * 2.15, 13 * 2.15, 5.6 * 2.15]);
    expect(valuesOf(folded.rows[9])).toEqual([
      '凡例',
      null,
      '試行',
      null,
      'その他',
      null,
      '◆ 節目',
    ]);
  });

  it.each([
    [12, 22],
    [13, 36],
    [400, 400],
  ])('has rows as high as a lane’s name of %i letters', (count, height) => {
    const roadmap = roadmapOfWords(
      { 支援: [[letters(count), []]] },
      { lastMonth: month('2023-03') },
    );
    expect(chartSheet(roadmap, OPTIONS).rows[4]?.[1]?.height).toBe(height);
  });

  it.each([
    [8, 22],
    [9, 36],
    [300, 400],
  ])('has rows as high as a field’s name of %i letters', (count, height) => {
    const roadmap = roadmapOfWords({ [letters(count)]: [['国', []]] });
    expect(chartSheet(roadmap, OPTIONS).rows[4]?.[0]?.height).toBe(height);
  });

  it('tells its version, that it is provisional, and the prefecture’s line', () => {
    const sheet = small();
    const roadmap = { ...SMALL, provisional: true, caption: '熊本県' };
    const { rows: all, frozenRows } = chartSheet(roadmap, { ...OPTIONS, versionName: '3月版' });
    expect(all.slice(1, 3).map(valuesOf)).toEqual([
      ['熊本県'],
      ['令和5年1月18日　「3月版」　【暫定版】　【内部用】'],
    ]);
    expect(all[2]?.[0]?.fontWeight).toBe('bold');
    expect(sheet.rows[1]?.[0]?.fontWeight).toBeUndefined();
    expect(frozenRows).toBe(5);
  });

  it('has no legend where nothing is drawn', () => {
    const empty = roadmapOfWords({ 支援: [['国', []]] });
    expect(valuesOf(chartSheet(empty, OPTIONS).rows[6])).toEqual([null, null]);
  });
});

describe('the lists of a workbook', () => {
  it('have a row for each bar, lane by lane', () => {
    const { rows: all, name, frozenRows, frozenColumns, headingRow } = barsSheet(SMALL);
    expect(all.map(valuesOf)).toEqual([
      [
        ...['分野', '取組み', '名前', '開始', '終了', '種類', '状態', '進み', '担当'],
        ...['実績開始', '実績終了', '備考', '出典'],
      ],
      [
        ...['支援', '国', '試行', '令和4年4月', '令和4年5月', '試行', '予定', 40, ''],
        ...['', '', '', '計画書'],
      ],
      [
        ...['支援', '県', '中断', '令和4年4月', '令和4年6月', 'その他', '中止', '', ''],
        ...['', '', '', ''],
      ],
    ]);
    expect([name, frozenRows, frozenColumns, headingRow]).toEqual(['帯の一覧', 1, 3, 1]);
    expect(all[1]?.[7]?.type).toBe(Number);
    expect(all[0]?.[0]).toMatchObject({ fontWeight: 'bold', alignVertical: 'center' });
    expect(all[1]?.[0]).toMatchObject({ alignVertical: 'top', wrap: true, topBorderStyle: 'thin' });
  });

  it('have a row for each milestone', () => {
    const { rows: all, name } = milestonesSheet(SMALL);
    expect(name).toBe('節目の一覧');
    expect(all.map(valuesOf)).toEqual([
      ['分野', '取組み', '名前', '日', '備考', '出典'],
      ['支援', '国', '第1回', '令和4年5月10日(火)', '', ''],
    ]);
  });

  it('have milestones only where there are some', () => {
    const names = (roadmap: Roadmap) => roadmapSheets(roadmap, OPTIONS).map(({ name }) => name);
    expect(names(SMALL)).toEqual(['ロードマップ', '帯の一覧', '節目の一覧']);
    expect(names({ ...SMALL, milestones: [] })).toEqual(['ロードマップ', '帯の一覧']);
  });
});
