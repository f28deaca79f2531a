import { describe, expect, it } from 'vitest';
import { documentsOfTaking, type TakeAlong, takeAlong } from '#data/operations/chain/take-along.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import { TAKEN_KINDS } from '#shared/domain/chain/offer.ts';
import { actions, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  laneGroups,
  lanes,
  milestones,
  ROADMAP_ID,
  roadmaps,
  roadmapVersions,
} from '#shared/domain/roadmap/collections.ts';
import { readSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { type DraftDesk, draftDesk } from '#tests/support/drafts.ts';

const R3 = 'r3' as CaseId;
const R4 = 'r4' as CaseId;
const R5 = 'r5' as CaseId;
const of = { r3: caseDocument(R3), r4: caseDocument(R4), r5: caseDocument(R5) };
const TODAY = day('2023-04-10');

/** Makes a record of a case, whatever ids it names. */
const put = (desk: DraftDesk, at: keyof typeof of, to: Collection, id: string, given: Loose) =>
  desk.write((draft) => draft.create(of[at], to, given as never, id));
const themes = (desk: DraftDesk, at: keyof typeof of, ...names: readonly string[]) =>
  desk.write((draft) =>
    draft.setMembers(
      of[at],
      cases,
      at,
      'themes',
      names.map((name) => ({ id: name, name })),
    ),
  );

const session = (desk: DraftDesk, at: keyof typeof of, date: string) => {
  put(desk, at, rounds, 'one', { number: 1 });
  put(desk, at, meetings, `of-${at}`, { kind: 'session', round: 'one', date });
};

/** 令和4年度 with all that can be taken along, and 令和5年度 that has this. */
const years = (own: Loose = {}, before: Loose = {}) => {
  const desk = draftDesk();
  const said = { situation: '高齢化率30%', vision: '通いの場', themeText: ' 移動 ' };
  put(desk, 'r4', cases, R4, { fiscalYear: 2022, ...said, ...before });
  put(desk, 'r5', cases, R5, { fiscalYear: 2023, ...own });
  themes(desk, 'r4', '総合事業', '移動支援');
  const ad = { organizationId: 'o1', person: 'p1', name: 'AD', role: '助言' };
  put(desk, 'r4', caseSupporters, 's1', ad);
  put(desk, 'r4', caseSupporters, 's2', { name: '厚生局', role: '調整' });
  const open = { text: '動画', owner: '町', due: '2023-05', waitingFor: '県', meeting: 'm1' };
  put(desk, 'r4', actions, 'open', { ...open, state: 'going', source: '議事録' });
  put(desk, 'r4', actions, 'done', { text: '名簿', state: 'done' });
  desk.write((draft) =>
    draft.setMembers(of.r4, actions, 'open', 'roadmapItems', [{ id: 'b1', name: '試行' }]),
  );
  put(desk, 'r4', laneGroups, 'g1', { name: '支援' });
  put(desk, 'r4', lanes, 'l1', { name: '伴走', group: 'g1', follows: 'rounds' });
  put(desk, 'r4', roadmaps, ROADMAP_ID, { firstMonth: '2022-04', lastMonth: '2023-03' });
  session(desk, 'r4', '2022-08-24');
  return desk;
};
const taking = (change: Partial<TakeAlong> = {}): TakeAlong => ({
  ...{ from: R4, kinds: TAKEN_KINDS, fate: 'keep', today: TODAY },
  ...{ roadmap: { home: R4, shownBy: [R4, R5] } },
  ...change,
});
const take = (desk: DraftDesk, change: Partial<TakeAlong> = {}) =>
  desk.done((draft) => takeAlong(draft, R5, taking(change)));
const head = (desk: DraftDesk, at: keyof typeof of = 'r5') =>
  desk.row(cases, at, of[at]) ?? expect.fail('no case');
const themesOf = (desk: DraftDesk) => head(desk).themes.map(({ name }) => name);

describe('the documents of taking along', () => {
  it('are those of both cases, of the roadmap and of all that show it, each once', () => {
    expect(documentsOfTaking(R5, taking())).toEqual([of.r5, of.r4]);
    const third = taking({ roadmap: { home: R3, shownBy: [R3, R4] } });
    expect(documentsOfTaking(R5, third)).toEqual([of.r5, of.r4, of.r3]);
  });
});

describe('a case that goes on', () => {
  it('takes along all that is chosen', () => {
    const desk = years();
    take(desk);
    expect(head(desk)).toMatchObject({
      ...{ situation: '高齢化率30%', vision: '通いの場', themeText: '移動', roadmapCase: R4 },
    });
    expect(themesOf(desk)).toEqual(['総合事業', '移動支援']);
    expect(desk.rows(caseSupporters, of.r5)).toMatchObject([
      { organizationId: 'o1', person: 'p1', name: 'AD', role: '助言' },
      { organizationId: '', person: '', name: '厚生局', role: '調整' },
    ]);
    expect(desk.rows(actions, of.r5)).toMatchObject([
      {
        ...{ text: '動画', owner: '町', due: '2023-05', waitingFor: '県', state: 'going' },
        ...{ meeting: '', source: '令和4年度の案件から引き継ぎ（議事録）' },
        roadmapItems: [{ id: 'b1', name: '試行' }],
      },
    ]);
  });

  it.each([
    ['supporters', [2, '', '', 0, 0, '']],
    ['texts', [0, '高齢化率30%', '', 0, 0, '']],
    ['themes', [0, '', '移動', 2, 0, '']],
    ['actions', [0, '', '', 0, 1, '']],
    ['roadmap', [0, '', '', 0, 0, R4]],
  ] as const)('takes along %s alone where nothing else is chosen', (kind, expected) => {
    const desk = years();
    take(desk, { kinds: [kind] });
    const { situation, themeText, roadmapCase } = head(desk);
    expect([
      desk.rows(caseSupporters, of.r5).length,
      situation,
      themeText,
      themesOf(desk).length,
      desk.rows(actions, of.r5).length,
      roadmapCase,
    ]).toEqual(expected);
    expect(desk.rows(roadmapVersions, of.r4)).toHaveLength(kind === 'roadmap' ? 1 : 0);
  });

  it('keeps what it says itself, and fills roles that it has not', () => {
    const desk = years({ situation: '自分', themeText: '自分の言葉' });
    themes(desk, 'r5', '自分のテーマ', '移動支援');
    put(desk, 'r5', caseSupporters, 'own', { name: 'ＡＤ', role: '' });
    put(desk, 'r5', actions, 'own', { text: '動画', owner: '県' });
    take(desk);
    expect(head(desk)).toMatchObject({
      ...{ situation: '自分', vision: '通いの場', themeText: '自分の言葉' },
    });
    expect(themesOf(desk)).toEqual(['自分のテーマ', '移動支援', '総合事業']);
    const supporters = desk.rows(caseSupporters, of.r5).map(({ name, role }) => [name, role]);
    expect(supporters.toSorted()).toEqual([
      ['厚生局', '調整'],
      ['ＡＤ', '助言'],
    ]);
    expect(desk.rows(actions, of.r5).map(({ owner }) => owner)).toEqual(['県']);
  });

  it.each([
    ['keep', 'going'],
    ['done', 'done'],
    ['dropped', 'dropped'],
  ] as const)('lets the promises of the year before be: %s', (fate, state) => {
    const desk = years();
    take(desk, { fate });
    expect(desk.row(actions, 'open', of.r4)?.state).toBe(state);
    expect(desk.rows(actions, of.r5).map((row) => row.state)).toEqual(['going']);
  });

  it('takes a promise that no bar stands for without one', () => {
    const desk = years();
    put(desk, 'r4', actions, 'plain', { text: '講師', state: 'open' });
    take(desk);
    const plain = desk.rows(actions, of.r5).find(({ text }) => text === '講師');
    expect(plain).toMatchObject({ roadmapItems: [], source: '令和4年度の案件から引き継ぎ' });
  });

  it.each<[string, Partial<TakeAlong>, CaseId]>([
    ['the case before', { from: R3 }, R5],
    ['the case', {}, R3],
  ])('is refused where %s is gone', (_, change, id) => {
    const desk = years();
    expect(desk.refused((draft) => takeAlong(draft, id, taking(change)))).toBe(
      'この案件は見つかりません。',
    );
  });

  it('is refused where the roadmap went elsewhere meanwhile, and takes nothing', () => {
    const desk = years({}, { roadmapCase: R3 });
    const told = desk.run((draft) => takeAlong(draft, R5, taking()));
    expect(told.ok ? '' : told.error).toEqual({
      code: 'taken',
      happened: '前年度の案件のロードマップが、ほかで変わりました。',
      safe: '何も引き継いでいません。',
      todo: 'もう一度お試しください。',
    });
    expect(desk.rows(actions, of.r5)).toEqual([]);
  });
});

describe('the roadmap that a case goes on with', () => {
  const period = (desk: DraftDesk, at: keyof typeof of = 'r4') => {
    const row = desk.row(roadmaps, ROADMAP_ID, of[at]);
    return [row?.firstMonth, row?.lastMonth];
  };
  const versions = (desk: DraftDesk, at: keyof typeof of = 'r4') =>
    desk.rows(roadmapVersions, of[at]).map(({ name, date }) => [name, date]);

  it.each([
    [2023, '令和5年度のはじめ', '2024-03'],
    [2024, '令和6年度のはじめ', '2025-03'],
    [null, '次の年度のはじめ', '2023-03'],
    [1, '次の年度のはじめ', '2023-03'],
  ])('in the fiscal year %j is kept as %s, and reaches to %s', (fiscalYear, name, last) => {
    const desk = years({ fiscalYear });
    take(desk);
    expect(versions(desk)).toEqual([[name, TODAY]]);
    expect(period(desk)).toEqual(['2022-04', last]);
    expect(head(desk).roadmapCase).toBe(R4);
  });

  it('begins with the year where that is earlier than all of it', () => {
    const desk = years({ fiscalYear: 2021 });
    take(desk);
    expect(period(desk)).toEqual(['2021-04', '2023-03']);
  });

  it('stands open in the year that begins; other years stay folded', () => {
    const desk = years();
    const folded = () => desk.row(roadmaps, ROADMAP_ID, of.r4)?.foldedYears.map(({ id }) => id);
    desk.write((draft) =>
      draft.setMembers(
        of.r4,
        roadmaps,
        ROADMAP_ID,
        'foldedYears',
        ['2022', '2023'].map((id) => ({ id, name: id })),
      ),
    );
    take(desk);
    expect(folded()).toEqual(['2022']);
  });

  it('is kept with the meetings of all cases that show it', () => {
    const desk = years();
    session(desk, 'r5', '2023-03-20');
    for (const meeting of ['of-r4', 'of-r5']) {
      put(desk, 'r4', milestones, `at-${meeting}`, { lane: 'l1', meeting });
    }
    take(desk);
    const [version] = desk.rows(roadmapVersions, of.r4);
    const kept = readSnapshot(version?.snapshot ?? '');
    const dates = kept.ok ? kept.value.milestones.map(({ date }) => date) : [];
    expect(new Set(dates)).toEqual(new Set(['2022-08-24', '2023-03-20']));
  });

  it('is that of an earlier year where the case before shows that one', () => {
    const desk = years({}, { roadmapCase: R3 });
    put(desk, 'r3', laneGroups, 'g1', { name: '支援' });
    put(desk, 'r3', lanes, 'l1', { name: '伴走', group: 'g1' });
    put(desk, 'r3', roadmaps, ROADMAP_ID, { firstMonth: '2021-04', lastMonth: '2023-03' });
    take(desk, { roadmap: { home: R3, shownBy: [R3, R4] } });
    expect(head(desk).roadmapCase).toBe(R3);
    expect(period(desk, 'r3')).toEqual(['2021-04', '2024-03']);
    expect([versions(desk, 'r3').length, versions(desk).length]).toEqual([1, 0]);
  });

  it('is kept once under a name, where two cases of a year go on with it', () => {
    const desk = years();
    put(desk, 'r4', roadmapVersions, 'v1', { name: '令和5年度のはじめ', date: '2023-04-01' });
    take(desk);
    expect(versions(desk)).toEqual([['令和5年度のはじめ', '2023-04-01']]);
    expect(head(desk).roadmapCase).toBe(R4);
  });

  it('is not taken where the case has one of its own, or there is none', () => {
    const desk = years();
    put(desk, 'r5', lanes, 'own', { name: '自分' });
    take(desk);
    expect([head(desk).roadmapCase, versions(desk)]).toEqual(['', []]);
    const empty = years();
    empty.write((draft) => draft.remove(of.r4, lanes, 'l1'));
    take(empty);
    expect([head(empty).roadmapCase, versions(empty)]).toEqual(['', []]);
  });
});
