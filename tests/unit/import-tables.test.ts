import { describe, expect, it } from 'vitest';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { gridOf } from '#shared/domain/import/grid.ts';
import type { ImportContext, ImportRow } from '#shared/domain/import/proposal.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { recognise } from '#shared/domain/import/recognise.ts';
import { parseTsv } from '#shared/domain/import/tsv.ts';
import { trailOf } from '#shared/domain/record/trail.ts';
import type { Entry } from '#shared/domain/tables/entries.ts';
import { sourcesOf } from '#shared/domain/tables/sources.ts';

const context: ImportContext = {
  fiscalYear: fiscalYear(2022),
  meetings: [],
  rounds: [],
  organizations: [],
  prefectureName: '熊本県',
  municipalityName: '益城町',
  today: day('2023-04-10'),
};

const read = (text: string, change: Partial<ImportContext> = {}): readonly ImportRow[] => {
  const grid = parseTsv(text);
  return propose(grid, recognise(grid, context.fiscalYear), { ...context, ...change });
};
const reasons = (row: ImportRow | undefined): string =>
  [...(row?.doubts ?? []), ...(row?.problems ?? [])].map(({ reason }) => reason).join(' ');

const DETAILS = `時期\t内容\t支援者\t備考
8月\t0.5次ミーティング(8/3)\tAD、厚生労働省、九州厚生局、県\t現地・オンライン
\tマネジメント指針説明資料の検討、他自治体策定指針の情報提供\t九州厚生局、県\tメール等
\t1回目支援事前ミーティング(8/19)\tAD、厚生労働省、九州厚生局、県\tオンライン
\t1回目支援(8/24)\t〃\t現地
\t他県作成動画の情報提供\t県\tメール
10月\t意見交換会事前ミーティング(10/5)\t県AD、県\t現地
\t意見交換会(10/14)\t県AD、九州厚生局、県\t〃
12月\t今後の取組みの方向性に関する打合せ\t九州厚生局、県\t県庁・オンライン
\t1.75次ミーティング(12/8)\tAD、厚生労働省、九州厚生局、県\tオンライン
2月\t3回目支援(2/13)\t〃\t現地`;

const ROUNDS = `\t1回目支援\t2回目支援\t3回目支援
日時\t8月24日(水)午後\t12月22日(木)午後\t2月13日(月)
参加者\t38人（町、地域包括支援センター、SC、居宅介護支援事業所職員等）\t46人（町、地域包括支援センター、SC、居宅介護支援事業所、通所介護事業所職員等）\t午前:49人（住民代表向け）／午後:45人（通所型サービスC実施事業所向け）
内容\t厚生労働省説明（事業趣旨）・町説明（現状・課題）・意見交換\t町説明（方針）・意見交換・アドバイザー講話\t厚生労働省説明（総合事業）・演習
支援のまとめ\t規範的統合\t試行実施\t継続`;

describe('「支援（詳細）」', () => {
  const rows = read(DETAILS);

  it('is known by its headings, and every row of it becomes a meeting', () => {
    expect(recognise(parseTsv(DETAILS), context.fiscalYear)).toMatchObject({
      kind: 'rows',
      form: 'details',
      header: 0,
    });
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(10).fill('ok'));
  });

  it('gives kind, number and date in the fiscal year', () => {
    expect(
      rows.map(({ meeting: { kind, ordinal, round, title, date } }) => [
        kind,
        ordinal || round || title,
        date,
      ]),
    ).toEqual([
      ['preMeeting', '0.5', '2022-08-03'],
      ['information', 'マネジメント指針説明資料の検討、他自治体策定指針の情報提供', '2022-08'],
      ['preMeeting', '1回目支援事前ミーティング', '2022-08-19'],
      ['session', 1, '2022-08-24'],
      ['information', '他県作成動画の情報提供', '2022-08'],
      ['preMeeting', '意見交換会事前ミーティング', '2022-10-05'],
      ['exchange', '意見交換会', '2022-10-14'],
      ['consultation', '今後の取組みの方向性に関する打合せ', '2022-12'],
      ['preMeeting', '1.75', '2022-12-08'],
      ['session', 3, '2023-02-13'],
    ]);
  });

  it('fills 〃 from above and turns 県 into the prefecture', () => {
    const names = ['AD', '厚生労働省', '九州厚生局', '熊本県'];
    expect(rows[3]?.meeting.supporters.map(({ name }) => name)).toEqual(names);
    expect(rows[9]?.meeting.supporters.map(({ name }) => name)).toEqual(names);
    expect(rows[3]?.meeting.supporters.map(({ role }) => role)).toEqual([
      'adviser',
      'ministry',
      'bureau',
      'prefecture',
    ]);
    expect(rows[6]?.meeting).toMatchObject({ modes: ['onsite'], modeNote: '' });
  });

  it('reads modes, and keeps the words that the list of modes lacks', () => {
    expect(
      rows.map(({ meeting }) => [meeting.modes.join(' '), meeting.modeNote]).slice(0, 2),
    ).toEqual([
      ['onsite online', ''],
      ['mail', 'メール等'],
    ]);
    expect(rows[7]?.meeting.modes).toEqual(['office', 'online']);
  });
});

describe('「1〜3回目支援」', () => {
  const rows = read(ROUNDS);

  it('is known by its rounds, and gives a session for each part', () => {
    expect(recognise(parseTsv(ROUNDS), context.fiscalYear).kind).toBe('rounds');
    expect(
      rows.map(({ meeting: { round, partLabel, date, headCount } }) => [
        round,
        partLabel,
        date,
        headCount,
      ]),
    ).toEqual([
      [1, '', '2022-08-24', 38],
      [2, '', '2022-12-22', 46],
      [3, '午前の部', '2023-02-13', 49],
      [3, '午後の部', '2023-02-13', 45],
    ]);
    expect(rows[3]?.meeting.attendanceText).toBe('45人（通所型サービスC実施事業所向け）');
  });

  it('splits the programme at ・, not inside brackets, and keeps the summary with the round', () => {
    expect(rows[0]?.meeting.programme).toEqual([
      '厚生労働省説明（事業趣旨）',
      '町説明（現状・課題）',
      '意見交換',
    ]);
    expect(rows.map(({ meeting }) => meeting.roundSummary)).toEqual([
      '規範的統合',
      '試行実施',
      '継続',
      '',
    ]);
  });

  it('says that what is told of both parts together stands with each', () => {
    expect(rows.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'doubtful', 'ok']);
    expect(reasons(rows[2])).toContain('すべての部に入れます');
  });
});

describe('「支援の流れ」', () => {
  it('reads days, months and what has neither', () => {
    const rows = read(
      '日にち\t内容\n8/3\t0.5次ミーティング\n９月１５日(木)\t庁内協議\n10月\t視察\n\t市町村ヒアリング',
    );
    expect(rows.map(({ meeting: { kind, date } }) => [kind, date])).toEqual([
      ['preMeeting', '2022-08-03'],
      ['internal', '2022-09-15'],
      ['siteVisit', '2022-10'],
      ['consultation', '2022-10'],
    ]);
  });

  it('does not take the day above for a row without one', () => {
    const rows = read('日にち\t内容\n8/3\t0.5次ミーティング\n\t市町村ヒアリング');
    expect(rows[1]).toMatchObject({ meeting: { date: '' }, verdict: 'doubtful' });
    expect(reasons(rows[1])).toBe('日付が空です。日付未定として取り込みます。');
  });
});

describe('cells as people type them', () => {
  const one = (when: string, content: string): ImportRow | undefined =>
    read(`時期\t内容\t支援者\t備考\n${when}\t${content}\t県\t現地`)[0];

  it('may mix full and half width, brackets and words', () => {
    for (const content of [
      '０．５次ミーティング（８／３）',
      '第0.5次ミーティング (R4.8.3)',
      '0.5次MTG（8月3日(水)）',
      '.5次ﾐｰﾃｨﾝｸﾞ(2022/8/3)',
    ]) {
      expect(one('８月', content)?.meeting, content).toMatchObject({
        kind: 'preMeeting',
        ordinal: '0.5',
        date: '2022-08-03',
      });
    }
  });

  it('name a round and its part in several ways', () => {
    for (const [content, round, partLabel] of [
      ['第1回支援(8/24)', 1, ''],
      ['３回目支援 午前の部（2/13）', 3, '午前の部'],
      ['第二回支援', 2, ''],
      ['第3回支援（午後）', 3, '午後の部'],
    ] as const) {
      expect(one('', content)?.meeting, content).toMatchObject({
        kind: 'session',
        round,
        partLabel,
      });
    }
  });

  it('with a time keep it, and with 午後 alone keep the word', () => {
    expect(one('8月24日(水) 13:30～16:00', '意見交換会')?.meeting).toMatchObject({
      date: '2022-08-24',
      startTime: '13:30',
      endTime: '16:00',
    });
    expect(one('8/24午後', '意見交換会')?.meeting.timeNote).toBe('午後');
  });

  it('with a date of another year, a wrong weekday or another month are doubtful', () => {
    expect(reasons(one('8月', '意見交換会(2021/8/3)'))).toContain('令和4年度）の外の日付');
    expect(reasons(one('8月3日(金)', '意見交換会'))).toBe('(金)とありますが、8/3は(水)です。');
    expect(reasons(one('8月', '意見交換会(9/3)'))).toContain('時期（8月）と日付が違います');
    expect(one('8月', '意見交換会(9/3)')?.meeting.date).toBe('2022-09-03');
  });

  it('with a day that does not exist, a whole ordinal or no content are left out and say why', () => {
    for (const [when, content, why] of [
      ['2/30', '意見交換会', '2/30'],
      ['2月', '意見交換会(2/30)', '2/30'],
      ['来月', '意見交換会', '日付として読み取れません'],
      ['8月', '2次ミーティング(8/3)', '整数'],
      ['8/3', '', '内容がありません'],
      ['8月', 'あ'.repeat(300), '長すぎます'],
    ] as const) {
      const row = one(when, content);
      expect(row?.verdict, content).toBe('bad');
      expect(reasons(row), content).toContain(why);
    }
  });

  it('with formulas are text', () => {
    for (const formula of ['=SUM(A1:A9)', '+1+2', '-打合せ', '@SUM(1)', '=cmd|"/c calc"!A1']) {
      expect(one('8月', formula)?.meeting.title).toBe(formula);
    }
  });

  it('with line breaks keep what stands below the first line', () => {
    const [row] = read('時期\t内容\n8月\t"意見交換会(8/3)\n・現状の共有\n\t・方針"');
    expect(row?.meeting).toMatchObject({
      title: '意見交換会',
      date: '2022-08-03',
      aim: '・現状の共有\n・方針',
    });
  });

  it('with a 備考 that names no form of meeting keep its words, and say so', () => {
    const [row] = read('時期\t内容\t備考\n8月\t意見交換会\t電話のあと訪問');
    expect(row?.meeting).toMatchObject({ modes: [], modeNote: '電話のあと訪問' });
    expect(reasons(row)).toContain('形式の補足');
  });

  it('that say 〃 with nothing above are doubtful', () => {
    expect(reasons(read('時期\t内容\t支援者\n8月\t意見交換会\t〃')[0])).toContain(
      '上に値がありません',
    );
  });
});

describe('where an import comes from', () => {
  it('stands on paper only where somebody has said it', () => {
    const entry = (source: string) => ({ meetings: [{ source }] }) as unknown as Entry;
    expect(sourcesOf([entry(trailOf('貼り付けた表')), entry('令和4年度の報告')])).toEqual([
      '令和4年度の報告',
    ]);
  });
});

describe('tables that are not whole', () => {
  it('may lack columns, have captions above and headings again on the next page', () => {
    const rows = read(
      '支援（詳細）\n\n内容\t備考\n0.5次ミーティング(8/3)\t現地\n内容\t備考\n1.5次ミーティング(11/2)\t〃',
    );
    expect(rows.map(({ meeting }) => [meeting.ordinal, meeting.modes])).toEqual([
      ['0.5', ['onsite']],
      ['1.5', ['onsite']],
    ]);
  });

  it('may have no headings at all', () => {
    const rows = read('8月\t0.5次ミーティング(8/3)\tAD\t現地\n\t意見交換会\t県\tオンライン');
    expect(rows.map(({ meeting }) => meeting.kind)).toEqual(['preMeeting', 'exchange']);
  });

  it('may have merged cells, whose month goes for all rows', () => {
    const grid = gridOf(
      [
        ['時期', '内容', '支援者', '備考'],
        ['8月', '意見交換会', '県', '現地'],
        ['', '視察', '', ''],
      ],
      [
        { from: { row: 1, column: 0 }, to: { row: 2, column: 0 } },
        { from: { row: 1, column: 2 }, to: { row: 2, column: 2 } },
      ],
    );
    const rows = propose(grid, recognise(grid, context.fiscalYear), context);
    expect(rows[1]?.meeting).toMatchObject({ date: '2022-08', supporters: [{ name: '熊本県' }] });
    expect(rows[1]?.source).toEqual(['', '視察', '', '']);
  });

  it('tell the same ordinal twice apart, and two parts of a round', () => {
    const rows = read(
      '時期\t内容\n8月\t0.5次ミーティング\n\t0.50次ミーティング\n\t1回目支援\n\t1回目支援',
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['ok', 'bad', 'ok', 'doubtful']);
    expect(rows[3]?.meeting.partLabel).toBe('第2部');
  });
});
