import { describe, expect, it } from 'vitest';
import municipalityFile from '#resources/municipalities.json' with { type: 'json' };
import file from '#resources/sample/mashiki.json' with { type: 'json' };
import { weekdayOf } from '#shared/dates/calendar.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { readMunicipalityList } from '#shared/domain/office/municipality-list.ts';
import { readSample, type SampleCase, type SampleMeeting } from '#shared/domain/sample.ts';

const sample = readSample(file);
const { office, cases } = sample;
const words = JSON.stringify(sample);
const mashiki = cases.find(({ key }) => key === 'mashiki');
const meetings: readonly SampleMeeting[] = mashiki?.meetings ?? [];
const meeting = (key: string) => meetings.find((one) => one.key === key);

const FOUR = 'AD、厚生労働省、九州厚生局、熊本県';
const TWO = '九州厚生局、熊本県';
const NAMES = new Map(office.organizations.map(({ key, name }) => [key, name]));

const lineOf = ({ date, ordinal, title, supporters, modes, modeNote }: SampleMeeting): string =>
  [
    date ?? '',
    ordinal ?? title,
    supporters.map((key) => NAMES.get(key)).join('、'),
    modes.join('+') + (modeNote ?? ''),
  ].join('|');

describe('the sample case 益城町', () => {
  it('has the 16 rows of the prefecture’s table in its order, what is repeated written out', () => {
    const rows = meetings.filter(({ key }) => key !== 'round-3-pm').map(lineOf);
    expect(rows).toEqual([
      `2022-08-03|0.5|${FOUR}|onsite+online`,
      `2022-08|マネジメント指針説明資料の検討、他自治体策定指針の情報提供|${TWO}|mailメール等`,
      `2022-08-19|1回目支援事前ミーティング|${FOUR}|online`,
      `2022-08-24|益城町ケアマネジメント指針の策定に係る意見交換会|${FOUR}|hybrid`,
      '2022-08|他県作成動画の情報提供|熊本県|mail',
      '2022-10-05|意見交換会事前ミーティング|県AD、熊本県|onsite',
      `2022-10-14|第2回…意見交換会|県AD、${TWO}|onsite集合型`,
      `2022-11-02|1.5|${FOUR}|online`,
      `2022-11|マネジメント指針及び今後の方向性に関する打合せ|${TWO}|onsite+online`,
      `2022-12|指針案に関する打合せ|${TWO}|onsite+online`,
      `2022-12|今後の取組みの方向性に係るヒアリング|厚生労働省、${TWO}|online`,
      `2022-12|今後の取組みの方向性に関する打合せ|${TWO}|office+online`,
      `2022-12-08|1.75|${FOUR}|online`,
      `2022-12-22|第3回…意見交換会|${FOUR}|onsite集合型`,
      `2023-02-02|2.5|${FOUR}|online`,
      `2023-02-13|元気な生活を続けるための介護保険とは|${FOUR}|onsite`,
    ]);
    expect(meetings).toHaveLength(17);
  });

  it('counts who came: 38, 46, and 49 and 45 in the two parts of the third round', () => {
    const sessions = meetings.filter(({ kind }) => kind === 'session');
    expect(sessions.map((one) => [one.round, one.partLabel ?? '', one.headCount])).toEqual([
      [1, '', 38],
      [2, '', 46],
      [3, '午前の部', 49],
      [3, '午後の部', 45],
    ]);
  });

  it('keeps the town’s own exchange outside the count of rounds', () => {
    expect(meeting('exchange')).toMatchObject({ kind: 'exchange', independent: true });
    expect(meeting('exchange')?.round).toBeUndefined();
    expect(meetings.filter(({ independent }) => independent)).toHaveLength(1);
  });

  it('keeps what both sources say where they disagree', () => {
    expect(meeting('round-1')?.modes).toEqual(['hybrid']);
    expect(mashiki?.variants).toEqual([
      {
        meeting: 'round-1',
        field: 'modes',
        value: '現地',
        source: expect.stringContaining('熊本県の報告'),
      },
      {
        meeting: 'exchange',
        field: 'title',
        value: '意見交換会',
        source: expect.stringContaining('熊本県の報告'),
      },
    ]);
  });

  it('gives each figure with its own date', () => {
    const figures = office.figures.filter(({ municipality }) => municipality === '434434');
    expect(figures.map(({ label, value, asOf }) => [label, value, asOf ?? ''])).toEqual([
      ['総人口', '33,749人', '2023年1月末'],
      ['65歳以上', '10,108人（30.0%）', '2023年1月末'],
      ['75歳以上', '5,167人（15.3%）', '2023年1月末'],
      ['世帯数', '14,145世帯', '2023年1月末'],
      ['日常生活圏域', '2圏域', ''],
      ['地域包括支援センター', '2か所（委託）', ''],
      ['認定者数', '1,939人', '2022年10月末'],
      ['認定率', '19.3%', '2022年10月末'],
      ['介護保険料基準額（月額）', '6,100円', ''],
    ]);
  });

  it('does not hold the estimate', () => {
    const estimate = ['6,672', '59,852', '235', '53,550', '49,725', '47,940', '3,150', '5,040'];
    const sums = ['56,700', '54,765', '52,980', '3,152', '5,087', '6,872', '3,520', '1,585'];
    const withoutRemark = words.replace(sample.source.remarks ?? '', '');
    for (const absent of [...estimate, ...sums, '△', '試算']) {
      expect(withoutRemark).not.toContain(absent);
    }
  });
});

describe('the roadmap of 益城町', () => {
  const roadmap = mashiki?.roadmap;
  const lanes = roadmap?.groups.flatMap((group) => group.lanes) ?? [];

  it('has the six groups of the town’s own, over the months from 令和4年度11月 to 令和8年度', () => {
    expect(roadmap?.groups.map(({ name }) => name)).toEqual([
      '支援',
      '介護保険事業計画',
      '自立支援・重度化防止の取組み',
      '支援体制の整備',
      '地域連携',
      '関係機関',
    ]);
    expect([roadmap?.firstMonth, roadmap?.lastMonth]).toEqual(['2022-11', '2027-03']);
  });

  it('holds what the source dates and no bar more', () => {
    const lines = lanes.flatMap(({ name, bars }) =>
      bars.map(({ label, start, end, kind }) => `${name}|${label}|${start}～${end}|${kind}`),
    );
    expect(lines).toEqual([
      '第9期計画|策定|2023-04～2024-03|preparation',
      '第9期計画|第9期計画（令和6～8年度）|2024-04～2027-03|planPeriod',
      '通所型サービスC|試行|2023-02～2023-03|trial',
      '通所型サービスC|試行の継続|2023-04～2024-03|trial',
      '「基本的あり方」|策定|2023-04～2024-03|preparation',
      '効果がわかる動画|作成|2022-11～2023-03|preparation',
    ]);
  });

  it('cites for each bar the fact that dates it', () => {
    const cited = lanes.flatMap(({ bars }) => bars.map(({ source }) => source));
    for (const fact of [
      '第9期計画 策定 令和5年度',
      '第9期計画 期間 令和6～8年度',
      '通所型サービスCの試行実施 令和5年2月から',
      '通所型サービスCの試行実施 令和5年度も継続',
      '「基本的あり方」の策定 令和5年度予定',
      '動画作成 令和4年度',
    ]) {
      expect(cited.filter((source) => source.includes(`（${fact}）`))).toHaveLength(1);
    }
  });
});

describe('the sample', () => {
  it('has the five municipalities that the prefecture supported in 令和4年度', () => {
    const codes = ['434434', '432032', '432121', '434680', '435112'];
    expect(cases.map(({ municipality }) => municipality)).toEqual(codes);
    expect(new Set(cases.map((one) => one.fiscalYear))).toEqual(new Set([2022]));
    expect(cases.filter(({ programme }) => programme === 'national')).toEqual([mashiki]);
  });

  it('names municipalities and their readings as the offline list does', () => {
    const list = readMunicipalityList(municipalityFile);
    for (const { code, name, kana, prefecture } of office.municipalities) {
      if (code === '430005') continue;
      expect(list.municipalities.find((one) => one.code === code)).toMatchObject({
        name,
        kana,
        prefecture,
      });
    }
  });

  it('prints only weekdays that agree with the calendar', () => {
    const printed = words.match(/\d+月\d+日\([日月火水木金土]\)/g) ?? [];
    expect(new Set(printed)).toEqual(new Set(['8月24日(水)', '12月22日(木)', '2月13日(月)']));
    for (const text of printed) {
      const parsed = parsePartialDate(text, { fiscalYear: fiscalYear(2022) });
      expect(parsed).toMatchObject({ ok: true, value: { weekday: { agrees: true } } });
    }
    const sessions = ['round-1', 'round-2', 'round-3-am', 'round-3-pm'].map((key) =>
      weekdayOf(day(meeting(key)?.date ?? '')),
    );
    expect(sessions).toEqual(['水', '木', '月', '月']);
  });

  it('says of every record where it comes from', () => {
    const cited = [
      ...office.organizations,
      ...office.municipalities,
      ...office.figures,
      ...cases,
      ...cases.flatMap((one) => [
        ...one.rounds,
        ...one.meetings,
        ...one.findings,
        ...one.actions,
        ...one.variants,
        ...lanesOf(one).flatMap(({ bars, milestones = [] }) => [...bars, ...milestones]),
      ]),
    ];
    for (const { source } of cited) {
      expect(source).toMatch(/^(益城町・熊本県|益城町|熊本県)の報告（令和5年3月2日）/);
    }
  });

  it('holds no cell that the source left unreadable, and no mark of repetition', () => {
    expect(words).not.toMatch(/[?？〃]/);
  });

  it('refers only to what it holds, each key once', () => {
    const unique = (keys: readonly (string | number)[]): Set<string | number> => {
      expect(new Set(keys).size).toBe(keys.length);
      return new Set(keys);
    };
    const organizations = unique(office.organizations.map(({ key }) => key));
    const themes = unique(office.themes.map(({ key }) => key));
    const municipalities = unique(office.municipalities.map(({ code }) => code));
    unique(cases.map(({ key }) => key));
    for (const { municipality } of [...office.figures, ...cases]) {
      expect(municipalities).toContain(municipality);
    }
    for (const one of cases) {
      const own = unique(one.meetings.map(({ key }) => key));
      const rounds = unique(one.rounds.map(({ number }) => number));
      for (const key of organizationsOf(one)) expect(organizations).toContain(key);
      for (const key of one.themes) expect(themes).toContain(key);
      for (const { round, kind } of one.meetings) {
        if (kind === 'session') expect(rounds).toContain(round);
        else expect(round).toBeUndefined();
      }
      for (const { meeting: key } of [...one.findings, ...one.actions, ...one.variants]) {
        if (key !== undefined) expect(own).toContain(key);
      }
      const bars = unique(lanesOf(one).flatMap((lane) => lane.bars.map((bar) => bar.key)));
      for (const { before, after } of one.roadmap?.dependencies ?? []) {
        expect(bars).toContain(before);
        expect(bars).toContain(after);
      }
      for (const { meeting: key } of lanesOf(one).flatMap(({ milestones = [] }) => milestones)) {
        expect(own).toContain(key);
      }
    }
  });
});

const organizationsOf = (one: SampleCase): readonly string[] => [
  ...one.supporters.map(({ organization }) => organization),
  ...one.meetings.flatMap(({ supporters }) => supporters),
  ...one.meetings.flatMap(({ attendances = [] }) =>
    attendances.flatMap(({ organization = [] }) => organization),
  ),
];

const lanesOf = (one: SampleCase) => one.roadmap?.groups.flatMap(({ lanes }) => lanes) ?? [];
