import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { bookOf, draftsOf } from '#shared/domain/handover/book.ts';
import { bookTable } from '#shared/domain/handover/book-table.ts';
import { wordsIn } from '#shared/domain/handover/glossary.ts';
import {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
} from '#shared/domain/handover/handover.ts';
import type { BookRows } from '#shared/domain/handover/rows.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { leftOutKinds } from '#shared/domain/record/outgoing.ts';
import {
  actionRow,
  attendanceRow,
  builder,
  caseRow,
  caseSupporterRow,
  findingRow,
  firstRounds,
  knowHowRow,
  meetingRow,
  members,
  organizationRow,
  personRow,
  postRow,
  session,
} from '../support/rows.ts';

const partRow = builder(handoverParts);
const officePartRow = builder(officeHandoverParts);
const signRow = builder(handoverSigns);
const fileRow = builder(attachments);
const TODAY = day('2023-03-31');

const ROWS: BookRows = {
  cases: [
    caseRow('c1', {
      ...{ fiscalYear: 2022, municipalityName: '益城町', programme: 'national', section: '推進班' },
      ...{ entry: 'push', situation: '\n総合事業の利用が増えた\n二行目', themes: members('通所C') },
      ...{ unsaid: '前の計画のこと' },
    }),
  ],
  caseSupporters: [
    caseSupporterRow('s1', { name: '見本 花子', person: 'p1', role: '全体への助言' }),
    caseSupporterRow('s2', { name: '県AD', organizationId: 'o1' }),
  ],
  rounds: firstRounds(2),
  meetings: [
    session(1, { date: '2022-08-24' }),
    session(2, { date: '2022-11', state: 'postponed', stateReason: '災害対応のため' }),
    meetingRow('m1', { kind: 'internal', state: 'held', date: '2022-09-01' }),
    meetingRow('m2', { kind: 'briefing', state: 'planned', date: '2023-03-02' }),
  ],
  findings: [
    findingRow('f1', {
      ...{ kind: 'decision', text: '通所Cから始める', meeting: 's1', order: 'a1' },
      reason: '町の職員だけで始められる',
    }),
    findingRow('f2', { kind: 'care', text: '先に係長へ', meeting: 's1', order: 'a2' }),
    findingRow('f3', { kind: 'issue', text: '周知不足', meeting: 's1', order: 'a3' }),
  ],
  actions: [
    actionRow('a1', { text: '手引きを渡す', owner: '県', promisedTo: '町の課長', due: '2023-06' }),
    actionRow('a2', { text: '事業所を選ぶ', owner: '町', meeting: 's1' }),
    actionRow('a3', { text: '終わったこと', state: 'done', promisedTo: '町' }),
  ],
  attendances: [
    attendanceRow('t1', { meeting: 's1', person: 'p2', name: '見本 太郎' }),
    attendanceRow('t2', { meeting: 'm2', person: 'p2', name: '見本 太郎' }),
    attendanceRow('t3', { meeting: 's1', person: 'p1', name: '見本 花子' }),
    attendanceRow('t4', { meeting: 's1', name: '民生委員', count: 49 }),
  ],
  attachments: [],
  handoverParts: [],
  handoverSigns: [],
  people: [
    personRow('p1', { name: '見本 花子', role: 'adviser', phone: '090-1' }),
    personRow('p2', { name: '見本 太郎' }),
  ],
  organizations: [organizationRow('o1', { name: '県AD', role: 'prefecturalAdviser' })],
  posts: [
    postRow('o1', { person: 'p2', organizationName: '福祉課', post: '主事', to: '2022-03' }),
    postRow('o2', { person: 'p2', organizationName: '長寿課', post: '係長', from: '2022-04' }),
  ],
  knowHows: [
    knowHowRow('k1', { title: '実績を見せる', themes: members('通所C'), order: 'a1' }),
    knowHowRow('k2', { title: '係長から', sourceCase: 'c1', order: 'a2' }),
    knowHowRow('k3', { title: '別のこと', order: 'a3' }),
  ],
  officeAttachments: [],
  officeHandoverParts: [],
  officeHandoverSigns: [],
};

/** Another case of the office, of which as much is known. */
const OTHER = caseDocument('c2' as CaseId);
const TWO_CASES: BookRows = {
  ...ROWS,
  cases: [
    ...ROWS.cases,
    caseRow('c2', {
      ...{ fiscalYear: 2022, municipalityName: '氷川町', programme: 'prefectural' },
      ...{ document: OTHER, minded: '電話は午前中\n議会の前は避ける\n' },
    }),
  ],
  findings: [
    ...ROWS.findings,
    findingRow('g1', { kind: 'decision', text: '二つの圏域で進める', document: OTHER }),
    findingRow('g2', { kind: 'care', text: '先に係長へ', document: OTHER }),
  ],
};

const linesOf = (section: string, rows = ROWS, kind: 'case' | 'office' = 'case') =>
  draftsOf(kind, rows).get(section)?.split('\n');

describe('the draft of a 引継書', () => {
  it('tells in ten lines at most where a case stands', () => {
    expect(linesOf('state')).toEqual([
      '益城町（令和4年度・国の伴走支援）　担当：推進班',
      'テーマ：通所C',
      'きっかけ：プッシュ型',
      '現状：総合事業の利用が増えた',
      '段階：第2回に向けて',
      'これまで：会合 2回。最後は R4.9.1 課内協議',
      'これから：R5.3.2 報告会。対応事項 2件',
    ]);
    const full = caseRow('c1', {
      ...{ ...ROWS.cases[0], entryReason: '案内を受けた', issues: '課題', vision: '姿' },
      ...{ reception: '体制' },
    });
    expect(linesOf('state', { ...ROWS, cases: [full] })?.length).toBeLessThanOrEqual(10);
  });

  it('tells what was promised to whom until when apart from what is only to be done', () => {
    expect(linesOf('promises')).toEqual([
      '期限 R5.6　手引きを渡す（だれが：県／だれに：町の課長）',
    ]);
    expect(linesOf('actions')).toEqual(['期限なし　事業所を選ぶ（だれが：町／R4.8.24 第1回支援）']);
  });

  it('tells who is who, with roles, the post of today and where to call', () => {
    expect(linesOf('people')).toEqual([
      '見本 花子（AD）：全体への助言　電話 090-1',
      '県AD',
      '見本 太郎（長寿課 係長）：会合に2回',
    ]);
  });

  it('tells what was decided where and why, and why a meeting was put off', () => {
    expect(linesOf('decisions')).toEqual([
      '通所Cから始める（理由：町の職員だけで始められる／R4.8.24 第1回支援）',
      '延期：R4.11 第2回支援（災害対応のため）',
    ]);
  });

  it('tells what to mind, and its own lessons before those of its themes', () => {
    expect(linesOf('cautions')).toEqual([
      '言ってはいけないこと：前の計画のこと',
      '心掛け：先に係長へ（R4.8.24 第1回支援）',
    ]);
    expect(linesOf('knowhow')).toEqual(['【係長から】', '【実績を見せる】']);
  });

  it('tells what comes when, April first, of what was not cancelled', () => {
    expect(linesOf('calendar')).toEqual([
      '8月　第1回支援（R4.8.24）',
      '9月　課内協議（R4.9.1）',
      '11月　第2回支援（R4.11）',
      '3月　報告会（R5.3.2）',
    ]);
    expect(linesOf('calendar', ROWS, 'office')?.slice(0, 3)).toEqual([
      ...['■ 8月', '・益城町　第1回支援（R4.8.24）', '■ 9月'],
    ]);
  });

  it('tells what may come when in the year that follows, and that it is a guess', () => {
    expect(linesOf('coming')).toEqual([
      '令和5年度の目安（昨年度の日付から）。日は決まっていません。',
      '8月　昨年度は 第1回支援（8/24）',
      '9月　昨年度は 課内協議（9/1）',
      '11月　昨年度は 第2回支援（11月・延期）',
      '3月　昨年度は 報告会（3/2・予定）',
    ]);
    expect(linesOf('coming', ROWS, 'office')?.slice(0, 3)).toEqual([
      '令和5年度の目安（昨年度の日付から）。日は決まっていません。',
      ...['■ 8月', '・益城町　昨年度は 第1回支援（8/24）'],
    ]);
    const unknown = { ...ROWS, cases: [caseRow('c1', { municipalityName: '益城町' })] };
    expect(linesOf('coming', unknown)).toEqual(['']);
  });

  it('explains the short words that stand in it, and no others', () => {
    expect(linesOf('words')?.map((line) => line.split('：')[0])).toEqual([
      ...['AD', '県AD', '総合事業', '通所C', 'プッシュ型'],
    ]);
    const words = (text: string) => wordsIn(text).map(([word]) => word);
    expect(words('県ADとSCと地域包括支援センター')).toEqual(['県AD', 'SC']);
    expect(words('ＡＤ、包括、通所型サービスＣ、1.5次')).toEqual([
      ...['AD', '包括', '通所C', 'N次ミーティング'],
    ]);
    expect(words('ADL、地域包括ケア、第二次')).toEqual([]);
  });

  it('tells of the office where each case is', () => {
    expect(linesOf('cases', ROWS, 'office')).toEqual([
      '益城町（令和4年度・国の伴走支援）：第2回に向けて　次の会合 R5.3.2 報告会　対応事項 2件',
    ]);
  });

  it('tells of the office what was decided and what to mind, case by case', () => {
    expect(linesOf('decisions', TWO_CASES, 'office')).toEqual([
      '■ 益城町',
      '・通所Cから始める（理由：町の職員だけで始められる／R4.8.24 第1回支援）',
      '・延期：R4.11 第2回支援（災害対応のため）',
      '■ 氷川町',
      '・二つの圏域で進める',
    ]);
    expect(linesOf('cautions', TWO_CASES, 'office')).toEqual([
      ...['■ 益城町', '・言ってはいけないこと：前の計画のこと'],
      '・心掛け：先に係長へ（R4.8.24 第1回支援）',
      ...['■ 氷川町', '・この町で気をつけること：電話は午前中　議会の前は避ける'],
      '・心掛け：先に係長へ',
    ]);
  });

  it('tells of the office the latest of each case, and where the rest is', () => {
    const many = Array.from({ length: 7 }, (_, at) =>
      findingRow(`d${at}`, { kind: 'decision', text: `決定${at}`, meeting: 's1', order: `b${at}` }),
    );
    const rows = { ...ROWS, findings: [...ROWS.findings, ...many] };
    expect(linesOf('decisions', rows, 'office')).toEqual([
      '■ 益城町',
      ...[3, 4, 5, 6].map((at) => `・決定${at}（R4.8.24 第1回支援）`),
      '・延期：R4.11 第2回支援（災害対応のため）',
      '・ほか4件は、案件の引継書にあります',
    ]);
    expect(linesOf('decisions', rows)).toHaveLength(9);
  });

  it('tells cases of one name apart', () => {
    const rows = {
      ...TWO_CASES,
      cases: TWO_CASES.cases.map((row) => ({ ...row, municipalityName: '益城町' })),
    };
    expect(linesOf('decisions', rows, 'office')?.filter((line) => line.startsWith('■'))).toEqual([
      ...['■ 益城町（令和4年度・国の伴走支援）', '■ 益城町（令和4年度・県事業）'],
    ]);
  });

  it('is empty of what nobody has written, and breaks at nothing', () => {
    const none = Object.fromEntries(Object.keys(ROWS).map((key) => [key, []])) as never;
    expect([...draftsOf('case', none).values()].join('')).toBe('');
  });
});

describe('what somebody wrote over a draft', () => {
  const promised = draftsOf('case', ROWS).get('promises') ?? '';
  const written = (basis: string): BookRows => ({
    ...ROWS,
    handoverParts: [partRow('promises', { name: '約束したこと', text: '電話で伝えた', basis })],
  });
  const part = (rows: BookRows) => bookOf('case', rows).find(({ id }) => id === 'promises');

  it('stands in its place', () => {
    expect(part(ROWS)).toMatchObject({ text: promised, isEdited: false, since: null });
    expect(part(written(promised))).toMatchObject({
      ...{ text: '電話で伝えた', isEdited: true, since: null },
    });
  });

  it('has to be looked at when its records say something else, until somebody did', () => {
    const other = {
      ...written(promised),
      actions: [actionRow('a4', { text: '次', promisedTo: '町' })],
    };
    expect(part(other)?.since).toEqual({
      added: ['期限なし　次（だれに：町）'],
      gone: ['期限 R5.6　手引きを渡す（だれが：県／だれに：町の課長）'],
    });
  });

  it('says of which case it is what came and went in the 引継書 of the office', () => {
    const basis = draftsOf('office', ROWS).get('cautions') ?? '';
    const rows = {
      ...TWO_CASES,
      officeHandoverParts: [officePartRow('cautions', { text: '係長から話す', basis })],
    };
    const found = bookOf('office', rows).find(({ id }) => id === 'cautions');
    expect(found?.since).toEqual({
      added: [
        '氷川町　この町で気をつけること：電話は午前中　議会の前は避ける',
        '氷川町　心掛け：先に係長へ',
      ],
      gone: [],
    });
  });

  it('has not when they say the same in another order', () => {
    const two = [
      ...ROWS.actions,
      actionRow('a4', { text: '次', promisedTo: '町', due: '2023-07' }),
    ];
    const draft = draftsOf('case', { ...ROWS, actions: two }).get('promises') ?? '';
    const turned = draft.split('\n').toReversed().join('\n');
    expect(turned).not.toBe(draft);
    expect(part({ ...written(turned), actions: two })?.since).toBeNull();
  });
});

describe('a 引継書 on paper', () => {
  const table = (rows: BookRows, audience: 'office' | 'municipalities' | 'public' = 'office') =>
    bookTable('case', rows, { audience, hidden: ['words'], today: TODAY });
  const text = (rows: BookRows, audience?: 'office' | 'municipalities' | 'public') =>
    JSON.stringify(table(rows, audience).body);

  it('has a row for each section that says something, and one to sign at the end', () => {
    const { body, caption } = table({
      ...ROWS,
      handoverSigns: [signRow('sign', { from: '山田 花子', date: '2023-04-03' })],
    });
    expect(caption).toBe('引継書　益城町（令和4年度・国の伴走支援）　R5.3.31現在');
    expect(body.map((row) => row[0]?.lines[0])).toEqual([
      ...['いまの状況', '約束したこと', '残っている対応事項', '関係者と連絡先', '気をつけること'],
      ...['決まったことと、その理由', '一年の流れ', '次の年度の目安', 'ノウハウ'],
      '引継ぎの確認',
    ]);
    expect(body.at(-1)?.[1]?.lines).toEqual([
      ...['引き継いだ日　令和5年4月3日(月)', '前任　山田 花子'],
      ...['後任　＿＿＿＿＿＿＿＿＿＿', '確認者　＿＿＿＿＿＿＿＿＿＿'],
    ]);
  });

  it('has what was written over a draft for the office, and for others the draft of what they may read', () => {
    const rows = {
      ...ROWS,
      handoverParts: [partRow('promises', { text: '課内の話', basis: '' })],
    };
    expect(text(rows)).toContain('課内の話');
    const shown = text(rows, 'municipalities');
    expect(shown).not.toContain('課内の話');
    expect(shown).toContain('手引きを渡す');
    expect(shown).not.toMatch(/前の計画|先に係長へ|課内協議|090-1/);
    expect(leftOutKinds(table(rows, 'municipalities').outgoing)).toContain('引継書の本文 1件');
  });

  it('has of the office what others may read of each case, and counts the rest', () => {
    const made = (audience: 'office' | 'municipalities') =>
      bookTable('office', TWO_CASES, { audience, hidden: [], today: TODAY });
    expect(JSON.stringify(made('office').body)).toMatch(/前の計画.*二つの圏域/);
    const shown = made('municipalities');
    expect(JSON.stringify(shown.body)).toContain('二つの圏域');
    expect(JSON.stringify(shown.body)).not.toMatch(/前の計画|先に係長へ|電話は午前中/);
    const kinds = leftOutKinds(shown.outgoing);
    expect(kinds).toContain('心掛け 2件');
    expect(kinds).toContain('言ってはいけないこと 1件');
  });

  it('names no file that is internal to others, and counts it among what stays behind', () => {
    const rows = {
      ...ROWS,
      attachments: [
        fileRow('x1', { name: '次第.pdf', meeting: 's1' }),
        fileRow('x2', { name: '県のメモ.pdf', meeting: 's1', audience: 'internal' }),
      ],
    };
    expect(text(rows)).toContain('県のメモ.pdf');
    expect(text(rows, 'municipalities')).toContain('次第.pdf');
    expect(text(rows, 'municipalities')).not.toContain('県のメモ.pdf');
    expect(leftOutKinds(table(rows, 'municipalities').outgoing)).toContain(
      '内部の添付ファイル 1件',
    );
  });

  it('tells those who decided together why, and the public what was decided alone', () => {
    expect(text(ROWS, 'municipalities')).toContain('町の職員だけで始められる');
    expect(text(ROWS, 'public')).toContain('通所Cから始める');
    expect(text(ROWS, 'public')).not.toContain('町の職員だけで始められる');
    expect(leftOutKinds(table(ROWS, 'public').outgoing)).toContain('理由 1件');
  });
});
