import { describe, expect, it } from 'vitest';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import type { ImportContext } from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise, recogniseAs } from '#shared/domain/import/recognise.ts';

const YEAR = fiscalYear(2022);
const context: ImportContext = {
  ...{ fiscalYear: YEAR, meetings: [], rounds: [], organizations: [] },
  ...{ prefectureName: '熊本県', municipalityName: '益城町', today: day('2023-04-10') },
};
type Texts = readonly (readonly string[])[];

describe('rounds side by side', () => {
  const read = (texts: Texts) => {
    const grid = gridOf(texts);
    return propose(grid, recognise(grid, YEAR), context);
  };
  const one = (label: string, text: string, heading = '1回目支援') =>
    read([
      ['', heading, '2回目支援'],
      ['日時', '8/24', '12/22'],
      [label, text, ''],
    ]).filter(({ meeting }) => meeting.round === 1);
  const reasons = (row: ReturnType<typeof read>[number] | undefined) =>
    [...(row?.doubts ?? []), ...(row?.problems ?? [])].map(({ reason }) => reason);

  it.each([
    ['場所', '町役場', { place: '町役場' }],
    ['場所・方法', '町役場（対面）', { place: '町役場', modes: ['onsite'] }],
    ['備考', '現地', { modes: ['onsite'] }],
    ['備考', '長い\n話', { modes: [], remarks: '長い\n話' }],
    [
      '支援者',
      '県、AD',
      {
        supporters: [
          { name: '熊本県', role: 'prefecture' },
          { name: 'AD', role: 'adviser' },
        ],
      },
    ],
    ['参加者', '38人（町）', { headCount: 38, attendanceText: '38人（町）' }],
    ['内容', '開会・説明', { programme: ['開会', '説明'] }],
    ['支援のまとめ', '統合', { roundSummary: '統合', summary: '' }],
    ['ねらい', '甲', { aim: '甲' }],
  ])('%s: %s', (label, text, meeting) => {
    const [row, ...more] = one(label, text);
    expect([row?.meeting.kind, row?.meeting.date, more]).toEqual(['session', '2022-08-24', []]);
    expect(row?.meeting).toMatchObject(meeting);
    expect(reasons(row)).toEqual([]);
  });

  it.each([
    [
      '午前:8/24／午後:8/25',
      [
        ['午前の部', '2022-08-24'],
        ['午後の部', '2022-08-25'],
      ],
      [],
    ],
    ['8/24 午後（予定）', [['', '2022-08-24']], []],
    ['8/24(木)', [['', '2022-08-24']], ['(木)とありますが、8/24は(水)です。']],
    ['', [['', '']], ['日付が空です。日付未定として取り込みます。']],
    ['来月', [['', '']], ['「来月」は日付として読み取れません。']],
    ['2/30', [['', '']], [expect.stringContaining('2月は28日まで')]],
    ['8月上旬', [['', '2022-08']], ['「上旬」は日付として取り込めません。備考に残します。']],
  ])('on %j', (text, parts, told) => {
    const rows = read([
      ['', '1回目支援', '2回目支援'],
      ['日時', text, '12/22'],
      ['内容', '甲', '乙'],
    ]);
    const first = rows.filter(({ meeting }) => meeting.round === 1);
    expect(first.map(({ meeting }) => [meeting.partLabel, meeting.date])).toEqual(parts);
    expect(reasons(first[0]).filter((reason) => !reason.includes('すべての部'))).toEqual(told);
  });

  it.each([
    ['1回目支援(8/24)', '', '2022-08-24', []],
    [
      '1回目支援(8/25)',
      '',
      '2022-08-24',
      ['見出しの「8/25」と日時が違います。日時の方を取り込みます。'],
    ],
    ['1回目支援（オンライン）', '', '2022-08-24', []],
    ['1回目支援（町民）', '町民', '2022-08-24', ['見出しの言葉を備考に残します。']],
  ])('headed %s', (heading, remarks, date, told) => {
    const [row] = one('内容', '甲', heading);
    expect([row?.meeting.remarks, row?.meeting.date, reasons(row)]).toEqual([remarks, date, told]);
    if (heading.includes('オンライン')) expect(row?.meeting.modes).toEqual(['online']);
  });

  it('tell parts apart wherever a cell does, and say of the whole what it says of all', () => {
    const rows = read([
      ['', '1回目支援', '2回目支援'],
      ['日時', '8/24', '12/22'],
      ['参加者', '午前:20人／午後:30人', ''],
      ['内容', '開会', ''],
      ['支援のまとめ', '午前:甲／午後:乙', '丙'],
      ['場所', '役場', ''],
    ]);
    expect(
      rows.map(({ meeting }) => [
        meeting.partLabel,
        meeting.headCount,
        meeting.summary,
        meeting.roundSummary,
        meeting.place,
      ]),
    ).toEqual([
      ['午前の部', 20, '甲', '', '役場'],
      ['午後の部', 30, '乙', '', '役場'],
      ['', null, '', '丙', ''],
    ]);
    expect(reasons(rows[0])).toEqual(['内容は部ごとに分かれていないため、すべての部に入れます。']);
    expect(reasons(rows[1])).toEqual([]);
    expect(rows[0]?.source).toEqual([
      '1回目支援',
      '8/24',
      '午前:20人／午後:30人',
      '開会',
      '午前:甲／午後:乙',
      '役場',
    ]);
  });

  const HEADS = ['', '1回目支援', '2回目支援'];
  it.each([
    // [the rows below the headings, of each session its round, date, place and programme]
    [
      [
        ['日時', '8/24', '12/22'],
        ['場所', '役場', '〃'],
      ],
      ['1 2022-08-24 役場 ', '2 2022-12-22 役場 '],
    ],
    [
      [
        ['日時', '8/24', '12/22'],
        ['場所', '〃', '役場'],
      ],
      ['1 2022-08-24  ', '2 2022-12-22 役場 '],
    ],
    [
      [
        ['日時', '8/24', '12/22'],
        ['場所', '－', 'なし'],
      ],
      ['1 2022-08-24  ', '2 2022-12-22  '],
    ],
    [
      [
        ['日時', '8/24', ''],
        ['内容', '甲', ''],
      ],
      ['1 2022-08-24  甲'],
    ],
    [
      [
        ['日時', '8/24', ''],
        ['内容', '甲', '乙'],
      ],
      ['1 2022-08-24  甲', '2   乙'],
    ],
    [
      [
        ['日時', '8/24', '12/22'],
        ['内容', '甲', ''],
        ['次第', '乙', ''],
      ],
      ['1 2022-08-24  甲 乙', '2 2022-12-22  '],
    ],
    [
      [
        ['日時', '8/24', '12/22'],
        ['天候', '晴', '雨'],
      ],
      ['1 2022-08-24  ', '2 2022-12-22  '],
    ],
  ])('%j', (below, sessions) => {
    expect(
      read([HEADS, ...below]).map(({ meeting }) =>
        [meeting.round, meeting.date, meeting.place, meeting.programme.join(' ')].join(' '),
      ),
    ).toEqual(sessions);
  });

  it('say that 〃 has nothing to its left that it could repeat', () => {
    const rows = read([HEADS, ['日時', '8/24', '12/22'], ['場所', '〃', '役場']]);
    expect(rows.map((row) => reasons(row))).toEqual([
      ['「〃」の左に値がありません。空のまま取り込みます。'],
      [],
    ]);
  });

  it('take the day behind a heading where no cell says one', () => {
    const rows = read([
      ['', '1回目支援(8/24)', '2回目支援'],
      ['日時', '', '12/22'],
      ['内容', '甲', '乙'],
    ]);
    expect([rows[0]?.meeting.date, reasons(rows[0])]).toEqual(['2022-08-24', []]);
  });

  it('that a merged heading only covers say nothing new', () => {
    const merge = (row: number) => ({ from: { row, column: 1 }, to: { row, column: 2 } });
    const texts = [HEADS, ['日時', '8/24', ''], ['内容', '甲', '乙']];
    const rounds = (rows: readonly number[]) => {
      const grid = gridOf(texts, rows.map(merge));
      return propose(grid, recognise(grid, YEAR), context).map(({ at, meeting }) => [
        at.column,
        meeting.round,
        meeting.programme[0],
      ]);
    };
    expect(rounds([0, 1])).toEqual([
      [1, 1, '甲'],
      [2, 1, '乙'],
    ]);
    expect(rounds([0, 1, 2])).toEqual([[1, 1, '甲']]);
  });

  it('tell where what is asked about stands', () => {
    const rows = read([HEADS, ['日時', '8/24(木)', '来月'], ['参加者', '', '20人、県30人']]);
    expect(
      rows.map(({ at, doubts, problems }) => [
        at,
        ...[...doubts, ...problems].map(({ cell }) => cell),
      ]),
    ).toEqual([
      [
        { row: 0, column: 1 },
        { row: 1, column: 1 },
      ],
      [
        { row: 0, column: 2 },
        { row: 2, column: 2 },
        { row: 1, column: 2 },
      ],
    ]);
  });

  it('may be guessed where staff say that a table is one of rounds, and are told as that', () => {
    const grid = gridOf([
      ['', '甲', '乙'],
      ['日時', '8/24', '12/22'],
      ['内容', '説明', '演習'],
    ]);
    const rows = propose(grid, recogniseAs(grid, 'rounds', YEAR), context);
    expect(rows.map(({ meeting }) => [meeting.round, meeting.date, meeting.remarks])).toEqual([
      [1, '2022-08-24', '甲'],
      [2, '2022-12-22', '乙'],
    ]);
    expect(reasons(rows[1])).toEqual([
      '第2回として取り込みます。',
      '見出しの言葉を備考に残します。',
    ]);
    const none = read([
      ['', '0回目支援', '2回目支援'],
      ['日時', '8/24', '12/22'],
    ]);
    expect(reasons(none[0])).toEqual(['第0回という支援の回はありません。']);
  });
});
