import { describe, expect, it } from 'vitest';
import {
  badRowsText,
  type Choice,
  cellName,
  choicesOf,
  columnOfCell,
  countRows,
  dateText,
  type Filter,
  isIn,
  meetingTitle,
  modesText,
  moreOf,
  stateText,
  usualChoice,
} from '#features/import/model.ts';
import type { ImportField } from '#shared/domain/import/import-field.ts';
import {
  EMPTY_MEETING,
  type ImportRow,
  type ProposedMeeting,
} from '#shared/domain/import/proposal.ts';
import type { Shape } from '#shared/domain/import/shape.ts';
import { asId } from '../support/ids.ts';

const row = (change: Partial<ImportRow> = {}): ImportRow => ({
  id: '0',
  at: { row: 0, column: 0 },
  source: [],
  meeting: EMPTY_MEETING,
  isAside: false,
  doubts: [],
  problems: [],
  double: null,
  verdict: 'ok',
  ...change,
});
const meeting = (change: Partial<ProposedMeeting>): ProposedMeeting => ({
  ...EMPTY_MEETING,
  ...change,
});

const DOUBLE = { ids: [asId('m')], name: '0.5次ミーティング', isTaken: false };
const TAKEN = { ...DOUBLE, isTaken: true };

describe('what staff may choose for a row, the usual first', () => {
  it.each([
    ['a new one', {}, ['add', 'skip']],
    ['a doubtful one', { verdict: 'doubtful' }, ['add', 'skip']],
    ['one that is there', { double: DOUBLE }, ['skip', 'fill', 'add']],
    ['one whose number is taken', { double: TAKEN }, ['skip', 'fill']],
    ['one that cannot be taken in', { verdict: 'bad' }, []],
    ['one that is there and cannot be taken in', { verdict: 'bad', double: DOUBLE }, []],
  ] as const)('%s', (_, change, choices) => {
    expect(choicesOf(row(change))).toEqual(choices);
    expect(usualChoice(row(change))).toBe(choices[0] ?? 'skip');
  });
});

describe('the filters and their counts', () => {
  const rows = [
    row({ id: 'ok' }),
    row({ id: 'doubtful', verdict: 'doubtful' }),
    row({ id: 'double', double: DOUBLE }),
    row({ id: 'bad', verdict: 'bad' }),
    row({ id: 'doubtful double', verdict: 'doubtful', double: DOUBLE }),
  ];
  it.each([
    ['all', ['ok', 'doubtful', 'double', 'bad', 'doubtful double']],
    ['doubtful', ['doubtful', 'doubtful double']],
    ['double', ['double', 'doubtful double']],
    ['bad', ['bad']],
  ] as readonly (readonly [Filter, readonly string[]])[])('%s', (filter, ids) => {
    expect(rows.filter((each) => isIn(each, filter)).map(({ id }) => id)).toEqual(ids);
    expect(countRows(rows, usualChoice)[filter]).toBe(ids.length);
  });

  it('count what becomes of the rows, but not of those that cannot be taken in', () => {
    expect(countRows(rows, usualChoice)).toMatchObject({ add: 2, fill: 0, skip: 2 });
    const fill = (): Choice => 'fill';
    expect(countRows(rows, fill)).toMatchObject({ add: 0, fill: 4, skip: 0 });
  });
});

describe('where the preview shows what a cell says', () => {
  it.each([
    ['when', 'date'],
    ['time', 'date'],
    ['content', 'title'],
    ['part', 'title'],
    ['place', 'modes'],
    ['supporters', 'supporters'],
    ['remarks', 'more'],
    ['ignore', 'more'],
  ] as readonly (readonly [ImportField, string])[])('%s stands under %s', (field, column) => {
    const mapping = ['ignore', field] as const;
    const byColumn = { kind: 'rows', mapping } as unknown as Shape;
    expect(columnOfCell(byColumn, { row: 5, column: 1 })).toBe(column);
    const byRow = { kind: 'rounds', rows: new Map([[5, field]]) } as unknown as Shape;
    expect(columnOfCell(byRow, { row: 5, column: 1 })).toBe(column);
    expect(columnOfCell(byRow, { row: 6, column: 1 })).toBe('title');
  });
});

describe('the words of a row', () => {
  it('name it by its round, or by its kind', () => {
    expect(meetingTitle(meeting({ kind: 'session', round: 2 }))).toEqual({
      title: '第2回支援',
      kind: '支援',
    });
    expect(meetingTitle(meeting({ kind: 'exchange' })).title).toBe('意見交換会');
  });

  it.each([
    [
      { date: '2022-08-24', startTime: '13:30', endTime: '16:00' },
      '令和4年8月24日(水) 13:30～16:00',
    ],
    [{ date: '2022-08-24', timeNote: '午後' }, '令和4年8月24日(水) 午後'],
    [{ date: '2022-08' }, '令和4年8月'],
    [{}, '日付未定'],
  ])('%j is %s', (change, words) => {
    expect(dateText(meeting(change as Partial<ProposedMeeting>))).toBe(words);
  });

  it.each([
    [null, '予定'],
    ['held', '実施'],
    ['cancelled', '中止'],
  ] as const)('the state %s is %s', (state, words) => {
    expect(stateText(meeting({ state }))).toBe(words);
  });

  it.each([
    [{}, ''],
    [{ modes: ['onsite', 'online'] }, '現地・オンライン'],
    [{ modes: ['mail'], modeNote: 'メール等' }, 'メール等'],
    [{ modes: ['onsite'], modeNote: '集合型', place: '県庁' }, '現地・集合型 県庁'],
    [{ place: '県庁' }, '県庁'],
  ])('how people met, %j, is %j', (change, words) => {
    expect(modesText(meeting(change as Partial<ProposedMeeting>))).toBe(words);
  });

  it('hold all else under its word, and nothing that is not said', () => {
    expect(moreOf(meeting({}))).toEqual([]);
    expect(moreOf(meeting({ kind: 'exchange', title: '第2回意見交換会' }))).toEqual([]);
    expect(
      moreOf(
        meeting({
          ...{ kind: 'session', round: 1, title: '規範的統合', headCount: 46 },
          ...{ programme: ['町説明', '質疑'], aim: 'ねらう', summary: '会合', roundSummary: '回' },
          remarks: '備え',
        }),
      ),
    ).toEqual([
      ['名称', '規範的統合'],
      ['参加', '46人'],
      ['次第', '町説明・質疑'],
      ['支援のまとめ', '回'],
      ['ねらい', 'ねらう'],
      ['まとめ', '会合'],
      ['備考', '備え'],
    ]);
    expect(moreOf(meeting({ headCount: 0 }))).toEqual([['参加', '0人']]);
    expect(moreOf(meeting({ headCount: 46, attendanceText: '町、SC' }))).toEqual([
      ['参加', '町、SC'],
    ]);
  });

  it.each([
    [0, 0, 'A1'],
    [2, 1, 'B3'],
    [0, 25, 'Z1'],
    [0, 26, 'AA1'],
    [9, 51, 'AZ10'],
    [0, 52, 'BA1'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
  ])('the cell of row %i and column %i is %s', (at, column, name) => {
    expect(cellName({ row: at, column })).toBe(name);
  });

  it('give back the rows that cannot be taken in, with why, as a table', () => {
    const why = (reason: string) => ({ cell: { row: 0, column: 0 }, reason });
    const rows = [
      row({ source: ['8/3', '1次'] }),
      row({ source: ['いつか', '2次'], verdict: 'bad', problems: [why('日付'), why('番号')] }),
      row({ source: ['', 'x'], verdict: 'bad', problems: [why('内容')] }),
    ];
    expect(badRowsText(rows)).toBe('いつか\t2次\t日付 番号\r\n\tx\t内容');
    expect(badRowsText([row()])).toBe('');
  });
});
