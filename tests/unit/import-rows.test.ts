import { describe, expect, it } from 'vitest';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { chooseShape, exampleBelow, linesOf } from '#shared/domain/import/choose-shape.ts';
import { indexDoubles, rowKey } from '#shared/domain/import/doubles.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import type { Mapping } from '#shared/domain/import/import-field.ts';
import { readPlain } from '#shared/domain/import/plain-columns.ts';
import {
  EMPTY_MEETING,
  type ImportContext,
  type ImportRow,
  type ProposedMeeting,
} from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise } from '#shared/domain/import/recognise.ts';
import { splitRow } from '#shared/domain/import/split-row.ts';
import { meetingRow, roundRow } from '../support/rows.ts';

const YEAR = fiscalYear(2022);
const context: ImportContext = {
  ...{ fiscalYear: YEAR, meetings: [], rounds: [], organizations: [] },
  ...{ prefectureName: '熊本県', municipalityName: '益城町', today: day('2022-12-10') },
};
const HEADS = ['時期', '内容', '支援者', '備考'];
const read = (
  rows: readonly (readonly string[])[],
  change: Partial<ImportContext> = {},
): readonly ImportRow[] => {
  const grid = gridOf(rows);
  return propose(grid, recognise(grid, YEAR), { ...context, ...change });
};
const one = (cells: readonly string[], heads = HEADS): ImportRow | undefined =>
  read([heads, cells])[0];
const told = (row: ImportRow | undefined): readonly string[] =>
  [...(row?.doubts ?? []), ...(row?.problems ?? [])].map(({ reason }) => reason);

describe('a row that tells of several meetings', () => {
  const mapping: Mapping = ['when', 'content', 'supporters'];
  const split = (cells: readonly string[], fields = mapping) =>
    splitRow(new Map(cells.map((text, column) => [column, text])), fields, YEAR).map(
      ({ texts, doubts }) =>
        [...cells.map((_, column) => texts.get(column)), doubts.length].join('|'),
    );
  it.each([
    // [its cells, each meeting as its cells and how much is asked of it]
    [['8月', '視察', '県'], ['8月|視察|県|0']],
    [
      ['8月', '・視察\n・説明会', '県\n町'],
      ['8月|視察|県|0', '8月|説明会|町|0'],
    ],
    [
      ['8月', '・視察\n続き\n・説明会', '県\n\n町'],
      ['8月|視察\n続き|県|0', '8月|説明会|町|0'],
    ],
    [
      ['8月', '・視察\n・説明会', '・県\n・町'],
      ['8月|視察|県|0', '8月|説明会|町|0'],
    ],
    [
      ['8月', '・視察\n・説明会', '県'],
      ['8月|視察|県|1', '8月|説明会|県|1'],
    ],
    [
      ['8月', '・視察\n・説明会', '県\n\n\n町'],
      ['8月|視察|県|0', '8月|説明会|町|0'],
    ],
    [
      ['8/3\n8/4', '視察\n説明会', ''],
      ['8/3|視察||0', '8/4|説明会||0'],
    ],
    [
      ['8/3\n', '・視察\n・説明会', ''],
      ['8/3|視察||0', '8/3|説明会||0'],
    ],
    [['8/3\n8/4', '視察だけ', '県'], ['8/3\n8/4|視察だけ|県|0']],
    [['8/3', '・視察\n・説明会', '県'], ['8/3|視察\n・説明会|県|1']],
    [
      ['8/3', '・1回目支援\n・2回目支援', '県'],
      ['8/3|1回目支援|県|1', '8/3|2回目支援|県|1'],
    ],
    [
      ['8月', '1回目支援(8/3)\n目的\n2回目支援(8/4)', '県'],
      ['8月|1回目支援(8/3)\n目的|県|2', '8月|2回目支援(8/4)|県|2'],
    ],
    [
      ['8月', '0.5次ミーティング(8/3)、1回目支援(8/24)', '県'],
      ['8月|0.5次ミーティング(8/3)|県|2', '8月|1回目支援(8/24)|県|2'],
    ],
    [['8月', '0.5次と説明、意見', '県'], ['8月|0.5次と説明、意見|県|0']],
    [['8月', '視察\n目的1\n目的2', '県'], ['8月|視察\n目的1\n目的2|県|0']],
    [['8月', '', '県\n町'], ['8月||県\n町|0']],
  ])('%j', (cells, parts) => {
    expect(split(cells)).toEqual(parts);
  });

  it.each(['year', 'month', 'ignore'] as const)('%s goes for all of it', (field) => {
    const parts = split(['8月', '・視察\n・説明会', '4\n5\n6'], ['when', 'content', field]);
    expect(parts).toEqual(['8月|視察|4\n5\n6|0', '8月|説明会|4\n5\n6|0']);
  });

  it('that lists more than anybody holds in a month is a text', () => {
    const many = (count: number) =>
      split(['8月', Array.from({ length: count }, (_, at) => `・視察${at}`).join('\n'), '']);
    expect([many(100).length, many(101).length]).toEqual([100, 1]);
  });
});

describe('a row of a table', () => {
  it.each([
    // [its cells, what the meeting is]
    [
      ['8/3', '視察', '県', '現地'],
      { kind: 'siteVisit', date: '2022-08-03', modes: ['onsite'], state: 'held' },
    ],
    [['12/10', '視察', '', ''], { date: '2022-12-10', state: 'planned' }],
    [['12/9', '視察', '', ''], { date: '2022-12-09', state: 'held' }],
    [['12月', '視察', '', ''], { date: '2022-12', state: 'planned' }],
    [['11月', '視察', '', ''], { date: '2022-11', state: 'held' }],
    [['8/3', '視察（中止）', '', ''], { state: 'cancelled' }],
    [['8/3 中止', '視察', '', ''], { state: 'cancelled' }],
    [
      ['8/3', '視察（大雨のため延期）', '', ''],
      { state: 'postponed', stateReason: '大雨のため延期' },
    ],
    [['未定', '視察', '', ''], { date: '', state: 'planned' }],
    [['8月上旬', '視察', '', ''], { date: '2022-08', remarks: '時期：8月上旬' }],
    [['8月', '視察(8/3頃)', '', ''], { date: '2022-08-03', remarks: '日付：頃' }],
    [['8/3', '第1回支援（現地）', '', ''], { round: 1, title: '', modes: ['onsite'] }],
    [['8/3', '－', '県', ''], { title: '' }],
  ])('%j', (cells, meeting) => {
    expect(one(cells)?.meeting).toMatchObject(meeting);
  });

  it.each([
    [
      ['8月', '視察(9/3)', '', ''],
      ['時期（8月）と日付が違います。日付の方を取り込みます。'],
      '2022-09-03',
    ],
    [
      ['8/3', '視察(8/4)', '', ''],
      ['時期（8/3）と日付が違います。日付の方を取り込みます。'],
      '2022-08-04',
    ],
    [['8月', '視察(8/4)', '', ''], [], '2022-08-04'],
    [
      ['8/3', '視察(未定)', '', ''],
      ['日付は未定とありますが、時期の日付を取り込みます。'],
      '2022-08-03',
    ],
    [['', '視察', '', ''], ['日付が空です。日付未定として取り込みます。'], ''],
    [['8/3', '懇談', '', ''], ['会合の種類を読み取れないため「その他」にします。'], '2022-08-03'],
    [
      ['8/3', '視察', '', '町の人'],
      ['形式として読み取れないため、「形式の補足」に入れます。'],
      '2022-08-03',
    ],
    [
      ['8/3', '#REF!', '', ''],
      ['「#REF!」は計算のエラーです。空のまま取り込みます。', '内容がありません。'],
      '2022-08-03',
    ],
    [['8/3', '視察', '###', ''], [expect.stringContaining('列の幅')], '2022-08-03'],
    [['####', '視察', '', ''], [expect.stringContaining('列の幅')], ''],
    [['説明', '視察', '', ''], ['「説明」は日付として読み取れません。'], ''],
    [['8/3', '', '県', ''], ['内容がありません。'], '2022-08-03'],
  ])('%j is asked about', (cells, reasons, date) => {
    const row = one(cells);
    expect(told(row)).toEqual(reasons);
    expect(row?.meeting.date).toBe(date);
    expect(row?.verdict).toBe(
      row?.problems.length ? 'bad' : reasons.length > 0 ? 'doubtful' : 'ok',
    );
  });

  it.each([
    ['時間', '13:30～15:00', { startTime: '13:30', endTime: '15:00', timeNote: '' }, []],
    ['時間', '午後', { startTime: '', timeNote: '午後' }, []],
    ['時間', '昼ごろ', { remarks: '時刻：昼ごろ' }, [expect.stringMatching(/備考に残します。$/)]],
    ['種別', '視察', { kind: 'siteVisit' }, []],
    [
      '種別',
      '懇談',
      { kind: 'other' },
      ['「懇談」という種類はありません。', '会合の種類を読み取れないため「その他」にします。'],
    ],
    ['場所', '町役場', { place: '町役場' }, []],
    ['ねらい', '甲\n乙', { aim: '甲\n乙' }, []],
    ['次第', '開会・説明', { programme: ['開会', '説明'] }, []],
    ['参加者', '38人（町）', { headCount: 38, attendanceText: '38人（町）' }, []],
    ['県', '○', { supporters: [{ name: '熊本県', role: 'prefecture' }] }, []],
    ['県', '×', { supporters: [] }, []],
  ])('with a column %s: %s', (heading, text, meeting, reasons) => {
    const row = one(['8/3', '懇談会の説明', '', text], ['時期', '内容', '支援者', heading]);
    expect(row?.meeting).toMatchObject(meeting);
    if (heading !== '種別') {
      expect(told(row).filter((reason) => !reason.includes('種類'))).toEqual(reasons);
    }
  });

  it.each([
    [['8/3', '視察'], ['〃', '説明会'], '2022-08-03', 0],
    [['8月', '視察'], ['', '説明会'], '2022-08', 0],
    [['8/3', '視察'], ['', '説明会'], '', 1],
    [['未定', '視察'], ['', '説明会'], '', 0],
    [['8月', ''], ['', '説明会'], '2022-08', 0],
  ])('%j and below it %j', (first, second, date, doubts) => {
    const rows = read([['時期', '内容'], first, second]);
    const last = rows.at(-1);
    expect([last?.meeting.date, last?.doubts.length]).toEqual([date, doubts]);
  });

  it.each([
    [['※市町村ヒアリング', ''], false, '表の下の注を、日付未定の会合として取り込みます。'],
    [
      ['※町の予算による', ''],
      true,
      '表の下の注のようです。会合として取り込むときは選んでください。',
    ],
  ])('%j below the table', (cells, isAside, reason) => {
    const row = read([['時期', '内容'], ['8月', '視察'], cells]).at(-1);
    expect([row?.isAside, told(row).at(-1), row?.meeting.date]).toEqual([isAside, reason, '']);
  });

  it.each([
    [
      [['0.5次ミーティング'], ['0.50次ミーティング']],
      ['ok', 'bad'],
      '0.50次ミーティングは、この表の2行目にもあります。',
    ],
    [
      [['1回目支援'], ['1回目支援'], ['1回目支援']],
      ['ok', 'doubtful', 'doubtful'],
      '同じ回がこの表の2行目にもあります。別の部として取り込みます。',
    ],
    [[['視察'], ['視察']], ['ok', 'ok'], undefined],
  ])('%j one below the other', (contents, verdicts, reason) => {
    const rows = read([['時期', '内容'], ...contents.map(([text = '']) => ['8月', text])]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(told(rows.at(-1)).at(0)).toBe(reason);
    if (contents.length === 3) {
      expect(rows.map(({ meeting }) => meeting.partLabel)).toEqual(['', '第2部', '第3部']);
    }
  });

  it('with too long a line is refused by its name', () => {
    const long = '字'.repeat(201);
    expect(told(one(['8/3', '視察', long, '']))).toEqual([
      '支援者の名前が長すぎます。200文字までです。',
    ]);
    expect(one(['8/3', '視察', '字'.repeat(200), ''])?.verdict).toBe('ok');
    expect(told(one(['8/3', '視察', '', long], ['時期', '内容', '支援者', '次第']))).toEqual([
      '次第の項目が長すぎます。200文字までです。',
    ]);
  });

  it('of a year that is over was held, even where its day is not known', () => {
    const state = (today: string) =>
      read(
        [
          ['時期', '内容'],
          ['未定', '視察'],
        ],
        { today: day(today) },
      )[0]?.meeting.state;
    expect([state('2023-03-31'), state('2023-04-01')]).toEqual(['planned', 'held']);
  });
});

describe('a meeting that is there already', () => {
  const rounds = [roundRow('r1', { number: 1 })];
  const meetings = [
    meetingRow('p', { kind: 'preMeeting', ordinal: '0.5', state: 'held' }),
    meetingRow('off', { kind: 'preMeeting', ordinal: '1.5', state: 'cancelled' }),
    meetingRow('am', { kind: 'session', round: 'r1', partLabel: '午前の部', state: 'held' }),
    meetingRow('all', { kind: 'session', round: 'r1', state: 'held' }),
    meetingRow('v', { kind: 'siteVisit', title: '視 察', date: '2022-08', state: 'held' }),
    meetingRow('w', { kind: 'siteVisit', title: '視察', date: '2022-09-01', state: 'held' }),
    meetingRow('loose', { kind: 'session', round: 'gone', state: 'held' }),
  ];
  const doubles = indexDoubles({ ...context, meetings, rounds });
  const of = (values: Partial<ProposedMeeting>) => {
    const found = doubles.of({ ...EMPTY_MEETING, ...values });
    return found === null
      ? null
      : `${found.ids.join(' ')} ${found.name}${found.isTaken ? '!' : ''}`;
  };
  it.each([
    [{ kind: 'preMeeting', ordinal: '0.50' }, 'p 0.5次ミーティング!'],
    [{ kind: 'preMeeting', ordinal: '1.5' }, null],
    [{ kind: 'session', round: 1 }, 'am all 第1回支援 午前の部'],
    [{ kind: 'session', round: 1, partLabel: '午前 の部' }, 'am 第1回支援 午前の部'],
    [{ kind: 'session', round: 1, partLabel: '午後の部' }, 'all 第1回支援'],
    [{ kind: 'session', round: 2 }, null],
    [{ kind: 'siteVisit', title: '視察', date: '2022-08-24' }, 'v 視 察'],
    [{ kind: 'siteVisit', title: '視察', date: '2022-09-01' }, 'w 視察'],
    [{ kind: 'siteVisit', title: '視察', date: '2022-09' }, 'w 視察'],
    [{ kind: 'siteVisit', title: '視察', date: '' }, 'v 視 察'],
    [{ kind: 'siteVisit', title: '視察', date: '2022-10' }, null],
    [{ kind: 'siteVisit', title: '見学', date: '2022-08' }, null],
  ] as const)('%j', (values, expected) => {
    expect(of(values as Partial<ProposedMeeting>)).toBe(expected);
  });

  it.each([
    [{ kind: 'preMeeting', ordinal: '0.50' }, { kind: 'preMeeting', ordinal: '0.5' }, true],
    [
      { kind: 'session', round: 1, partLabel: '午前 の部' },
      { kind: 'session', round: 1, partLabel: '午前の部' },
      true,
    ],
    [{ kind: 'session', round: 1 }, { kind: 'session', round: 2 }, false],
    [{ kind: 'session', round: null }, { kind: 'session', round: null }, false],
    [{ kind: 'siteVisit', title: '視察' }, { kind: 'siteVisit', title: '視察' }, false],
  ] as const)('%j and %j are one in a table: %s', (a, b, expected) => {
    const key = (values: object) => rowKey({ ...EMPTY_MEETING, ...values });
    expect(key(a) !== null && key(a) === key(b)).toBe(expected);
  });
});

describe('how staff have a table read', () => {
  const grid = gridOf([
    ['時期', '天候', ''],
    ['8月', '', '甲'],
    ['9月', '晴', '乙'],
  ]);
  const fields = (
    chosen: Parameters<typeof chooseShape>[1],
    known: Parameters<typeof chooseShape>[2] = [],
  ) => {
    const shape = chooseShape(grid, chosen, known, YEAR);
    return shape.kind === 'rows' ? [shape.form, ...shape.mapping] : [shape.kind];
  };
  it('is as recognised until they say something, and then as they say', () => {
    expect(fields(null).slice(1, 3)).toEqual(['when', 'content']);
    expect(fields({ form: 'rows', fields: [[1, 'remarks']] })).toEqual(
      expect.arrayContaining(['columns', 'when', 'remarks']),
    );
    expect(fields({ form: 'rounds', fields: null })).toEqual(['rounds']);
    const shape = chooseShape(grid, { form: 'rounds', fields: [[1, 'when']] }, [], YEAR);
    expect(shape.kind === 'rounds' && shape.rows.get(1)).toBe('when');
  });

  it('tells each column by its heading and the first that stands below it', () => {
    expect(
      linesOf(grid, chooseShape(grid, null, [], YEAR)).map(({ at, heading, example }) => [
        at,
        heading,
        example,
      ]),
    ).toEqual([
      [0, '時期', '8月'],
      [1, '天候', '晴'],
      [2, '', '甲'],
    ]);
    expect(exampleBelow(grid, 2, 0)).toBe('');
    expect(exampleBelow(gridOf([['字'.repeat(61)]]), -1, 0)).toBe(`${'字'.repeat(59)}…`);
  });

  it('tells each row below rounds by its label', () => {
    const rounds = gridOf([
      ['', '1回目支援', '2回目支援'],
      ['日時', '', '8/24'],
      ['', '', ''],
      ['天候', '', ''],
    ]);
    const lines = linesOf(rounds, chooseShape(rounds, null, [], YEAR));
    expect(lines.map(({ at, heading, example, field }) => [at, heading, example, field])).toEqual([
      [1, '日時', '8/24', 'when'],
      [3, '天候', '', 'ignore'],
    ]);
  });

  it('reads declared fields as their own, and keeps what it cannot read', () => {
    const cells = (place: string, audience: string) =>
      readPlain((id) => (id === 'place' ? place : id === 'audience' ? audience : ''), YEAR);
    expect(cells('町\n役場', '住民\n町')).toEqual({
      values: { place: '町 役場', audience: '住民\n町' },
      unread: [],
    });
  });
});
