import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import {
  areDates,
  bareLine,
  bulletedItems,
  namedItems,
  namesItself,
  namesMeeting,
} from '#shared/domain/import/bullets.ts';
import { countOf, markOf, readMark } from '#shared/domain/import/cell-marks.ts';
import { isNarrow, withoutStruck } from '#shared/domain/import/cell-remarks.ts';
import { fillDitto, isDitto, isNone, isPartDitto } from '#shared/domain/import/ditto.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import { leftOut, unreadColumns } from '#shared/domain/import/left-out.ts';
import { noteOf } from '#shared/domain/import/note-row.ts';
import { isRepeatedHeading, passedOver } from '#shared/domain/import/repeated-headings.ts';
import type { RowShape, Shape } from '#shared/domain/import/shape.ts';

const YEAR = fiscalYear(2022);

describe('what a cell says beside its words', () => {
  it.each([
    ['○', 'yes'],
    [' ✔\ufe0f ', 'yes'],
    ['出席', 'yes'],
    ['×', 'no'],
    ['欠席', 'no'],
    ['△', 'maybe'],
    ['○○', null],
    ['', null],
  ])('%j is the mark %j', (text, mark) => {
    expect(markOf(text)).toBe(mark);
  });
  it.each([
    ['○（オンライン）', 'yes', 'オンライン'],
    ['△(午後)', 'maybe', '午後'],
    ['×', 'no', ''],
    ['×（欠）', null, ''],
  ])('%j is %j with %j', (text, mark, more) => {
    expect(readMark(text)).toEqual({ mark, more });
  });
  it.each([
    [' ２ ', 2],
    ['12', 12],
    ['123', null],
    ['1人', null],
    ['', null],
  ])('%j counts %j', (text, count) => {
    expect(countOf(text)).toBe(count);
  });
  it.each([
    ['###', true],
    ['#####', true],
    ['##', false],
    ['###甲', false],
    ['甲###', false],
  ])('%j is too narrow to be seen: %s', (text, expected) => {
    expect(isNarrow(text)).toBe(expected);
  });
  it.each([
    ['甲', '', '甲', null],
    ['甲', ' ', '甲 ', null],
    [' ', '乙', '乙', '取り消し線が引かれています。'],
    ['甲', '乙', '甲', '取り消し線の引かれた「乙」を除きました。'],
  ])('%j with %j struck out', (kept, struck, text, remark) => {
    expect(withoutStruck({ kept, struck })).toEqual({ text, remark });
  });
  it.each([
    ['〃', true, false, '上'],
    [' （同上） ', true, false, '上'],
    ["''", true, false, '上'],
    ['〃、市社協', false, true, '上、市社協'],
    ['市社協・〃', false, true, '市社協・上'],
    ['〃（町役場）', false, true, '上（町役場）'],
    ['市社協', false, false, '市社協'],
    ['〃町', false, false, '〃町'],
    ['（同じ町の人）', false, false, '（同じ町の人）'],
  ])('%j repeats what stands above: %s, in part: %s', (text, all, part, filled) => {
    expect([isDitto(text), isPartDitto(text), fillDitto(text, '上')]).toEqual([all, part, filled]);
  });
  it.each([
    ['－', true],
    [' なし ', true],
    ['特になし', true],
    ['×', true],
    ['なしとする', false],
    ['-----', false],
    ['', false],
  ])('%j says that there is nothing: %s', (text, expected) => {
    expect(isNone(text)).toBe(expected);
  });
});

describe('lines of a cell', () => {
  it.each([
    [
      ['①甲', '②乙'],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      ['①甲', '続き', '②乙'],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      ['1.甲', '2.乙'],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      ['(1)甲', '（2）乙'],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      ['- 甲', '- 乙'],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      ['・甲', '・乙', '①丙'],
      [
        [0, 1],
        [1, 3],
      ],
    ],
    [['①甲', '続き'], null],
    [['甲', '①乙', '②丙'], null],
    [['8.3 甲', '8.4 乙'], null],
    [['－２', '－３'], null],
    [[], null],
  ])('%j are items: %j', (lines, items) => {
    expect(bulletedItems(lines)?.map(({ from, end }) => [from, end]) ?? null).toEqual(items);
  });
  it.each([
    ['①1.75次', '1.75次'],
    ['1. 甲', '甲'],
    ['（2）甲', '甲'],
    ['- 甲', '甲'],
    ['・甲', '甲'],
    ['－２', '－２'],
    ['甲', '甲'],
  ])('%j without its sign is %j', (line, bare) => {
    expect(bareLine(line)).toBe(bare);
  });
  it.each([
    ['0.5次ミーティング', true, true],
    ['第1回支援', true, true],
    ['意見交換会(10/14)', true, true],
    ['説明(3日)', true, false],
    ['午前の部（2/13）', true, false],
    ['意見交換会', false, false],
    ['意見交換会(8月)', false, false],
  ])('%j names a meeting of its own: %s, of a kind: %s', (line, itself, meeting) => {
    expect([namesItself(line, YEAR), namesMeeting(line, YEAR)]).toEqual([itself, meeting]);
  });
  it.each([
    [
      ['第1回支援(8/24)', '説明', '第2回支援(12/22)'],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      ['0.5次ミーティング', '1.5次ミーティング'],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [['説明', '第1回支援(8/24)', '第2回支援(12/22)'], null],
    [['第1回支援(8/24)', '第2回支援に向けた方針'], null],
    [['第1回支援(8/24)'], null],
    [[], null],
  ])('%j tell of meetings one by one: %j', (lines, items) => {
    expect(namedItems(lines, YEAR)?.map(({ from, end }) => [from, end]) ?? null).toEqual(items);
  });
  it.each([
    [['8/3', '8月'], true],
    [['8/3', '未定'], false],
    [['8/3', '説明1'], false],
  ])('%j are dates: %s', (lines, expected) => {
    expect(areDates(lines, YEAR)).toBe(expected);
  });
});

describe('what of a table is told as passed over', () => {
  const rows = (header: number | null, lastHeader = header) => ({ header, lastHeader });
  const HEADS = ['時期', '内容'];
  it.each([
    [[HEADS, ['8月', '甲']], rows(0), [], []],
    [
      [['表題'], HEADS, ['8月', '甲']],
      rows(1),
      ['見出しより上の1行（「表題」）は取り込みません。'],
      [],
    ],
    [
      [['', '表\n題'], ['副題'], [''], HEADS],
      rows(3),
      ['見出しより上の2行（「表 題」など）は取り込みません。'],
      [],
    ],
    [
      [['字'.repeat(21)], HEADS],
      rows(1),
      [`見出しより上の1行（「${'字'.repeat(20)}…」）は取り込みません。`],
      [],
    ],
    [
      [['字'.repeat(20)], HEADS],
      rows(1),
      [`見出しより上の1行（「${'字'.repeat(20)}」）は取り込みません。`],
      [],
    ],
    [
      [HEADS, ['8月', '甲'], HEADS],
      rows(0),
      ['3行目にまた見出しがあるので、読みとばしました。'],
      [2],
    ],
    [
      [HEADS, ['時期', '甲'], ['時 期', '内容']],
      rows(0),
      ['3行目にまた見出しがあるので、読みとばしました。'],
      [2],
    ],
    [
      [HEADS, ...Array.from({ length: 6 }, () => HEADS)],
      rows(0),
      ['2・3・4・5・6行目などにまた見出しがあるので、読みとばしました。'],
      [1, 2, 3, 4, 5, 6],
    ],
    [
      [HEADS, ['年', '月'], ['8', '甲'], HEADS, ['年', '月']],
      rows(0, 1),
      ['4・5行目にまた見出しがあるので、読みとばしました。'],
      [3, 4],
    ],
    [[HEADS, ['年', '月'], ['8', '甲'], ['年', '月']], rows(0, 1), [], []],
    [[HEADS, HEADS], rows(null), [], []],
  ])('%#: headings', (texts, shape, told, again) => {
    const grid = gridOf(texts);
    expect(passedOver(grid, shape)).toEqual(told);
    expect(grid.flatMap((_, row) => (isRepeatedHeading(grid, shape, row) ? [row] : []))).toEqual(
      again,
    );
  });

  const shape = (mapping: readonly string[], names: readonly string[]): Shape =>
    ({ kind: 'rows', header: 0, lastHeader: 0, mapping, names }) as unknown as Shape;
  it.each([
    [
      ['when', 'ignore'],
      [
        ['時期', '番号'],
        ['8月', '1'],
      ],
      ['「番号」の列は取り込みません。'],
    ],
    [
      ['when', 'ignore'],
      [
        ['時期', '番号'],
        ['8月', ''],
      ],
      [],
    ],
    [
      ['when'],
      [
        ['時期', ''],
        ['8月', '1'],
      ],
      ['「2列目」の列は取り込みません。'],
    ],
    [
      ['when', 'ignore', 'ignore'],
      [
        ['時期', 'イ', 'ロ'],
        ['8月', '1', '2'],
      ],
      ['「イ」「ロ」の列は取り込みません。'],
    ],
    [
      ['when', ...Array.from({ length: 6 }, () => 'ignore')],
      [
        ['時期', ...'イロハニホヘ'],
        ['8月', ...'123456'],
      ],
      ['「イ」「ロ」「ハ」「ニ」「ホ」など6つの列は取り込みません。'],
    ],
  ])('%#: columns', (mapping, texts, told) => {
    const grid = gridOf(texts);
    expect(leftOut(grid, shape(mapping, grid[0]?.map(({ text }) => text) ?? []))).toEqual(told);
  });
  it('columns: not those that a merged cell only covers, and all where there are no headings', () => {
    const merges = [{ from: { row: 0, column: 0 }, to: { row: 0, column: 1 } }];
    const read = { below: null, names: [], isRead: (column: number) => column === 0 };
    expect(unreadColumns(gridOf([['甲', '']], merges), read)).toEqual([]);
    expect(unreadColumns(gridOf([['甲', '乙']]), read)).toEqual([
      '「2列目」の列は取り込みません。',
    ]);
  });
  it('rows, below rounds', () => {
    const grid = gridOf([
      ['', '1回目'],
      ['日時', '8/24'],
      ['天候', '晴'],
      ['', '他'],
      ['空', ''],
    ]);
    const rounds = {
      ...{ kind: 'rounds', header: 0, columns: [{ column: 1 }] },
      rows: new Map([[1, 'when']]),
    } as unknown as Shape;
    expect(leftOut(grid, rounds)).toEqual(['「天候」「4行目」の行は取り込みません。']);
  });

  it.each([
    [['', '1回目', '備考'], ['「備考」の列は取り込みません。']],
    [['', '1回目', ''], ['「3列目」の列は取り込みません。']],
    [['', '1回目', '2回目'], []],
  ])('columns beside the rounds that are none: %j', (heads, told) => {
    const grid = gridOf([heads, ['日時', '8/24', '暑い']]);
    const columns = heads.flatMap((head, column) => (head.endsWith('回目') ? [{ column }] : []));
    const rows = new Map([[1, 'when']]);
    const rounds = { kind: 'rounds', header: 0, columns, rows } as unknown as Shape;
    expect(leftOut(grid, rounds)).toEqual(told);
  });

  const mapping = { mapping: ['when', 'content', 'remarks'] } as unknown as RowShape;
  it.each([
    // [the row, whether meetings stand above, the cells that it is read as]
    [
      ['※市町村ヒアリング（オンライン）', '', ''],
      true,
      { content: '市町村ヒアリング', modes: 'オンライン' },
    ],
    [['※市町村ヒアリング（町）', '', ''], true, { content: '市町村ヒアリング（町）' }],
    [['※ヒアリング（中止）', '', ''], true, { content: 'ヒアリング（中止）' }],
    [['', '※ヒアリング', ''], true, { content: 'ヒアリング' }],
    [['※視察「町の取組」', '', ''], true, { content: '視察\n「町の取組」' }],
    [['市町村ヒアリング', '', ''], true, { content: '市町村ヒアリング' }],
    [['ヒアリング（オンライン）', '', ''], true, { content: 'ヒアリング', modes: 'オンライン' }],
    [['市町村ヒアリング', '', ''], false, null],
    [['', '市町村ヒアリング', ''], true, null],
    [['8月', '', ''], true, null],
    [['令和4年', '', ''], true, null],
    [['#REF!', '', ''], true, null],
    [['※甲', '乙', ''], true, null],
    [['', '', ''], true, null],
  ])('%j alone in its row', (texts, isBelow, cells) => {
    expect(noteOf(gridOf([texts])[0] ?? [], mapping, YEAR, isBelow)).toEqual(cells);
  });
});
