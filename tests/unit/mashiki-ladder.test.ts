import { describe, expect, it } from 'vitest';
import { formatPartialDate } from '#shared/dates/format.ts';
import { buildLadder, meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import type { MeetingKind, MeetingRow } from '#shared/domain/meeting/meeting.ts';
import {
  caseRow,
  firstRounds,
  meetingRow,
  members,
  reversed,
  roundRow,
} from '#tests/support/rows.ts';
import { asId } from '../support/ids.ts';

type Line = readonly [
  kind: MeetingKind,
  date: string,
  name: string,
  supporters: string,
  modes: string,
  more?: Partial<MeetingRow>,
];

const ALL = 'AD、厚生労働省、九州厚生局、県';

/** 支援（詳細）: what the prefecture prints for 益城町 in 令和4年度, in its order. */
const TABLE: readonly Line[] = [
  ['preMeeting', '2022-08-03', '0.5次', ALL, '現地・オンライン', { ordinal: '0.5' }],
  [
    'information',
    '2022-08',
    'マネジメント指針説明資料の検討、他自治体策定指針の情報提供',
    '九州厚生局、県',
    'メール等',
    { modeNote: 'メール等' },
  ],
  ['preMeeting', '2022-08-19', '1回目支援事前ミーティング', ALL, 'オンライン'],
  ['session', '2022-08-24', '', ALL, '現地', { round: asId('r1'), startTime: '13:30' }],
  ['information', '2022-08', '他県作成動画の情報提供', '県', 'メール'],
  ['preMeeting', '2022-10-05', '意見交換会事前ミーティング', '県AD、県', '現地'],
  [
    'exchange',
    '2022-10-14',
    '第2回意見交換会',
    '県AD、九州厚生局、県',
    '現地',
    { independent: true },
  ],
  ['preMeeting', '2022-11-02', '1.5次', ALL, 'オンライン', { ordinal: '1.5' }],
  [
    'consultation',
    '2022-11',
    'マネジメント指針及び今後の方向性に関する打合せ',
    '九州厚生局、県',
    '現地・オンライン',
  ],
  ['consultation', '2022-12', '指針案に関する打合せ', '九州厚生局、県', '現地・オンライン'],
  [
    'consultation',
    '2022-12',
    '今後の取組みの方向性に係るヒアリング',
    '厚生労働省、九州厚生局、県',
    'オンライン',
  ],
  [
    'consultation',
    '2022-12',
    '今後の取組みの方向性に関する打合せ',
    '九州厚生局、県',
    '県庁・オンライン',
  ],
  ['preMeeting', '2022-12-08', '1.75次', ALL, 'オンライン', { ordinal: '1.75' }],
  ['session', '2022-12-22', '', ALL, '現地', { round: asId('r2'), headCount: 46 }],
  ['preMeeting', '2023-02-02', '2.5次', ALL, 'オンライン', { ordinal: '2.5' }],
  [
    'session',
    '2023-02-13',
    '元気な生活を続けるための介護保険とは',
    ALL,
    '現地',
    { round: asId('r3'), partLabel: '午前の部', headCount: 49 },
  ],
  [
    'session',
    '2023-02-13',
    '通所型サービスC事業を効果的に展開するためには',
    ALL,
    '現地',
    { round: asId('r3'), partLabel: '午後の部', headCount: 45 },
  ],
];

const MODE_IDS: Readonly<Record<string, string>> = {
  現地: 'onsite',
  オンライン: 'online',
  メール: 'mail',
  県庁: 'office',
};

const meetings = TABLE.map(([kind, date, name, supporters, modes, more], index) =>
  meetingRow(`m${index}`, {
    kind,
    date,
    title: more?.ordinal === undefined ? name : '',
    state: 'held',
    supporters: members(...supporters.split('、')),
    modes: more?.modeNote
      ? []
      : members(...modes.split('・')).map((one) => ({ ...one, id: MODE_IDS[one.name] ?? '' })),
    // Ordered as the table is; the ids tell nothing.
    order: `a${String(index).padStart(2, '0')}`,
    ...more,
  }),
);

const rows = {
  case: caseRow('c1', { fiscalYear: 2022 }),
  rounds: firstRounds(3),
  meetings,
  attendances: [],
  findings: [],
  variants: [],
  notes: new Set<string>(),
};

describe("益城町's year (令和4年度)", () => {
  const { rungs } = buildLadder(rows);

  it('stands on the ladder in the order of the prefecture’s own table', () => {
    const lines = rungs.map((rung) => {
      const title = rung.kind === 'round' ? rung.title : rung.meeting.title;
      return `${formatPartialDate(rung.date, 'short')} ${title}`;
    });
    expect(lines).toEqual([
      '8/3 0.5次ミーティング',
      '8月 マネジメント指針説明資料の検討、他自治体策定指針の情報提供',
      '8/19 1回目支援事前ミーティング',
      '8/24 第1回支援',
      '8月 他県作成動画の情報提供',
      '10/5 意見交換会事前ミーティング',
      '10/14 第2回意見交換会',
      '11/2 1.5次ミーティング',
      '11月 マネジメント指針及び今後の方向性に関する打合せ',
      '12月 指針案に関する打合せ',
      '12月 今後の取組みの方向性に係るヒアリング',
      '12月 今後の取組みの方向性に関する打合せ',
      '12/8 1.75次ミーティング',
      '12/22 第2回支援',
      '2/2 2.5次ミーティング',
      '2/13 第3回支援',
    ]);
    expect(rungs.filter(({ kind }) => kind === 'round')).toHaveLength(3);
  });

  it('is the same in whatever order the rows come', () => {
    expect(buildLadder(reversed(rows))).toEqual({ rungs });
  });

  it('has both parts of 2/13 on the third rung, each with its own title and heads', () => {
    const third = rungs.at(-1);
    if (third?.kind !== 'round') return expect.fail('the last rung is no round');
    expect(
      third.sessions.map(({ title, subtitle, headCount }) => [title, subtitle, headCount.shown]),
    ).toEqual([
      ['第3回支援 午前の部', '元気な生活を続けるための介護保険とは', 49],
      ['第3回支援 午後の部', '通所型サービスC事業を効果的に展開するためには', 45],
    ]);
  });

  it('shows who supported and how they met, as the table prints it', () => {
    const shown = rungs
      .flatMap(meetingsOfRung)
      .map(({ supporters, modes }) => [supporters.join('、'), modes.join('・')]);
    expect(shown).toEqual(TABLE.map(([, , , supporters, modes]) => [supporters, modes]));
  });

  it('keeps the second 意見交換会 outside of the count of rounds', () => {
    expect(rungs.find(({ id }) => id === 'm6')).toMatchObject({
      kind: 'contact',
      lostRound: false,
    });
  });

  it('shows an undated fourth round and its pre-meeting behind all that is dated', () => {
    const planned = {
      ...rows,
      rounds: [...rows.rounds, roundRow('r4', { number: 4 })],
      meetings: [...meetings, meetingRow('x', { kind: 'preMeeting', ordinal: '3.5' })],
    };
    expect(
      buildLadder(planned)
        .rungs.slice(-2)
        .map(({ id }) => id),
    ).toEqual(['x', 'r4']);
  });
});
