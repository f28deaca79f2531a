import { describe, expect, it } from 'vitest';
import { signBook, writePart } from '#data/operations/handover/book-parts.ts';
import { setPromises } from '#data/operations/handover/promises.ts';
import { importOrders } from '#data/operations/import/import-orders.ts';
import {
  addKnowHowTheme,
  keepAsKnowHow,
  setKnowHowMembers,
} from '#data/operations/knowhow/know-how.ts';
import {
  addTheme,
  mergeThemes,
  removeTheme,
  renameTheme,
} from '#data/operations/knowhow/themes.ts';
import { keepApart, mergeWho } from '#data/operations/office/merge-who.ts';
import { setTableOptions } from '#data/operations/tables/table-options.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { handoverParts, handoverSigns, SIGN_ID } from '#shared/domain/handover/handover.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { knowHows } from '#shared/domain/office/know-how.ts';
import { organizations, people, posts, themes } from '#shared/domain/office/office.ts';
import { peerSupports } from '#shared/domain/office/peer-support.ts';
import { tableOptions } from '#shared/domain/tables/material.ts';
import { optionsOf } from '#shared/domain/tables/options.ts';
import { CASE, CASE_ID, type DraftDesk, draftDesk } from '#tests/support/drafts.ts';
import { meetingRow } from '#tests/support/rows.ts';

const T1 = { id: 't1', name: '移動支援' };
const T2 = { id: 't2', name: '通い' };
const names = (rows: readonly { readonly name: string }[] = []) =>
  rows.map(({ name }) => name).join(' ');

describe('a theme', () => {
  const desk = () => {
    const of = draftDesk();
    of.write((draft) => {
      for (const { id, name } of [T1, T2]) draft.create(OFFICE, themes, { name }, id);
      draft.create(CASE, cases, { fiscalYear: 2022 }, CASE_ID);
      draft.create(CASE, findings, { text: '課題' }, 'f1');
      draft.create(OFFICE, knowHows, { title: '知恵' }, 'k1');
      draft.setMembers(CASE, cases, CASE_ID, 'themes', [T1, T2]);
      draft.setMembers(CASE, findings, 'f1', 'themes', [T1]);
      draft.setMembers(OFFICE, knowHows, 'k1', 'themes', [T2, T1]);
      for (const [id, theme] of [
        ['s1', T1],
        ['s2', T2],
      ] as const) {
        draft.create(OFFICE, peerSupports, { theme: theme.id, themeName: theme.name } as never, id);
      }
    });
    return of;
  };
  const carried = (of: DraftDesk) => [
    names(of.row(cases, CASE_ID)?.themes),
    names(of.row(findings, 'f1')?.themes),
    names(of.row(knowHows, 'k1')?.themes),
    ...['s1', 's2'].map(
      (id) => `${of.row(peerSupports, id)?.theme} ${of.row(peerSupports, id)?.themeName}`,
    ),
  ];
  const ALL = [OFFICE, CASE] as const;

  it('is renamed wherever it stands, in its place', () => {
    const of = desk();
    const rename = (name: string, id = 't1') =>
      of.refused((draft) => renameTheme(draft, ALL, id, name));
    expect(rename(' 足 ')).toBe('');
    expect(names(of.rows(themes))).toBe('足 通い');
    expect(carried(of)).toEqual(['足 通い', '足', '通い 足', 't1 足', 't2 通い']);
    expect(rename('足')).toBe('');
    expect(rename('通い')).toBe('「通い」というテーマがすでにあります。');
    expect(rename('')).toBe('テーマが入っていません。');
    expect(rename('x', 'gone')).toBe('このテーマは見つかりません。');
  });

  it('becomes another, once where that stands already', () => {
    const of = desk();
    const merge = (id: string, into: string) =>
      of.refused((draft) => mergeThemes(draft, ALL, id, into));
    for (const [id, into] of [
      ['t1', 't1'],
      ['t1', 'gone'],
      ['gone', 't2'],
    ] as const) {
      expect(merge(id, into)).toBe('このテーマは見つかりません。');
    }
    expect(merge('t1', 't2')).toBe('');
    expect(carried(of)).toEqual(['通い', '通い', '通い', 't2 通い', 't2 通い']);
    expect(of.row(themes, 't1')).toMatchObject({ mergedInto: 't2' });
    expect(names(of.rows(themes))).toBe('通い');
  });

  it('goes from all that carry it; what somebody can help with stays readable', () => {
    const of = desk();
    of.done((draft) => removeTheme(draft, ALL, 't1'));
    expect(carried(of)).toEqual(['通い', '', '通い', ' 移動支援', 't2 通い']);
    expect(of.refused((draft) => removeTheme(draft, ALL, 't1'))).toBe(
      'このテーマは見つかりません。',
    );
  });

  it('is made once, whatever the width', () => {
    const of = desk();
    of.done((draft) => addTheme(draft, 'ICT'));
    expect(of.refused((draft) => addTheme(draft, 'ＩＣＴ'))).toBe(
      '「ICT」というテーマがすでにあります。',
    );
  });
});

describe('a lesson', () => {
  const desk = () => {
    const of = draftDesk();
    of.write((draft) => {
      draft.create(OFFICE, themes, { name: T1.name }, T1.id);
      draft.create(CASE, cases, { municipalityName: '益城町', fiscalYear: 2022 }, CASE_ID);
      draft.setMembers(CASE, cases, CASE_ID, 'themes', [T1]);
      draft.create(CASE, rounds, { number: 2 }, 'r2');
      const session = { kind: 'session', round: 'r2', date: '2022-08-24' };
      draft.create(CASE, meetings, session as never, 'm1');
      draft.create(CASE, meetings, { kind: 'exchange', title: '意見交換会' }, 'm2');
      for (const [id, meeting] of [
        ['f1', 'm1'],
        ['f2', 'm2'],
        ['f3', 'm1'],
      ]) {
        draft.create(CASE, findings, { text: `${id}の文`, meeting } as never, id);
      }
      draft.setMembers(CASE, findings, 'f2', 'themes', [T2]);
    });
    return of;
  };
  const keep = (of: DraftDesk, ...ids: readonly string[]) =>
    of.row(
      knowHows,
      of.done((draft) => keepAsKnowHow(draft, CASE_ID, ids, '2023-01-19' as never)),
    );

  it('is made of what was found, with where and about what', () => {
    const one = keep(desk(), 'f1');
    expect(one).toMatchObject({
      ...{ title: 'f1の文', what: 'f1の文', confirmedOn: '2023-01-19', sourceCase: CASE_ID },
      sourceCaseName: '益城町（令和4年度）',
    });
    expect([names(one?.themes), names(one?.sourceMeetings), names(one?.sourceFindings)]).toEqual([
      ...['移動支援', '第2回支援 R4.8.24', 'f1の文'],
    ]);
    const two = keep(desk(), 'f2', 'f1');
    expect(two).toMatchObject({ title: 'f1の文', what: '・f1の文\n・f2の文' });
    expect([names(two?.themes), names(two?.sourceMeetings)]).toEqual([
      '通い',
      '第2回支援 R4.8.24 意見交換会',
    ]);
  });

  it('needs the case, and something that was found', () => {
    const of = desk();
    of.write((draft) => draft.set(CASE, cases, CASE_ID, { fiscalYear: null }));
    expect(keep(of, 'f1')?.sourceCaseName).toBe('益城町');
    const none = (ids: readonly string[]) =>
      of.refused((draft) => keepAsKnowHow(draft, CASE_ID, ids, '2023-01-19' as never));
    expect(none(['gone'])).toBe('この課題・気づきは見つかりません。');
    of.write((draft) => draft.remove(CASE, cases, CASE_ID));
    expect(none(['f1'])).toBe('この案件は見つかりません。');
  });

  it('is filed under themes, each once, and for whom it is', () => {
    const of = desk();
    const { id = '' } = keep(of, 'f1') ?? {};
    const file = (pick: { readonly name: string; readonly id?: string }, at: string = id) =>
      of.refused((draft) => addKnowHowTheme(draft, at, pick as never));
    for (const pick of [T2, { name: '移動支援' }, T2, { name: '新' }]) expect(file(pick)).toBe('');
    expect(names(of.row(knowHows, id)?.themes)).toBe('移動支援 通い 新');
    expect([file({ name: '' }), file(T2, 'gone')]).toEqual([
      'テーマが入っていません。',
      'このノウハウは見つかりません。',
    ]);
    of.done((draft) => setKnowHowMembers(draft, id, 'themes', [T2]));
    expect(names(of.row(knowHows, id)?.themes)).toBe('通い');
    expect(of.refused((draft) => setKnowHowMembers(draft, 'gone', 'sizes', []))).toBe(
      'このノウハウは見つかりません。',
    );
  });
});

describe('a 引継書', () => {
  it('has sections and one signature, made with the first word', () => {
    const of = draftDesk();
    const PART = { id: 'x', name: '経緯', draft: '案' };
    of.done((draft) => writePart(draft, CASE, handoverParts, PART));
    of.write((draft) => draft.set(CASE, handoverParts, 'x', { text: '私の文' }));
    of.done((draft) => writePart(draft, CASE, handoverParts, { ...PART, draft: '新しい案' }));
    expect(of.rows(handoverParts)).toMatchObject([
      { id: 'x', name: '経緯', text: '新しい案', basis: '新しい案' },
    ]);
    const [[field] = ['']] = handoverSigns.values;
    const sign = (name: string) =>
      of.refused((draft) => signBook(draft, CASE, handoverSigns, { [field]: name }));
    expect([sign(' 山田 '), sign('生駒')]).toEqual(['', '']);
    expect(of.rows(handoverSigns)).toMatchObject([{ id: SIGN_ID, [field]: '生駒' }]);
    expect(sign('あ'.repeat(9999))).not.toBe('');
  });

  it('changes promises alike, all or none', () => {
    const of = draftDesk();
    of.write((draft) => {
      for (const id of ['t1', 't2']) draft.create(CASE, actions, { text: id }, id);
    });
    const set = (ids: readonly string[]) =>
      of.refused((draft) =>
        setPromises(
          draft,
          ids.map((id) => ({ document: CASE, id })),
          { owner: '町' },
        ),
      );
    expect(set(['t1', 'gone'])).toBe('この対応事項は見つかりません。');
    expect(of.row(actions, 't1')?.owner).toBe('');
    expect(set(['t1', 't2'])).toBe('');
    expect(of.rows(actions).map(({ owner }) => owner)).toEqual(['町', '町']);
  });
});

describe('how a table looks', () => {
  it('is kept for each table, what is not named as it is', () => {
    const of = draftDesk();
    of.write((draft) => draft.create(CASE, rounds, { number: 2 }, 'r2'));
    const set = (change: object) =>
      of.done((draft) => setTableOptions(draft, CASE, 'detail', change));
    set({ widths: [10, 90], hiddenRounds: ['r2', 'gone'] });
    set({ hiddenKinds: ['other'] });
    expect(optionsOf('detail', of.rows(tableOptions))).toMatchObject({
      ...{ widths: [10, 90], hiddenKinds: ['other'], hiddenRounds: ['r2', 'gone'] },
    });
    const row = of.row(tableOptions, 'detail');
    expect([names(row?.hiddenKinds), row?.hiddenRounds.map(({ name }) => name)]).toEqual([
      'その他',
      ['第2回支援', ''],
    ]);
    expect(of.rows(tableOptions)).toHaveLength(1);
  });
});

describe('the places of rows of a table among meetings', () => {
  const known = new Map(
    [
      ['m1', 'a1'],
      ['m2', 'a2'],
      ['m3', 'a3'],
      ['none', ''],
    ].map(([id = '', order]) => [id, meetingRow(id, { order: order ?? '' })]),
  );
  it.each<[string, readonly (readonly string[])[], readonly (string | undefined)[]]>([
    ['behind all', [[], []], ['a4', 'a5']],
    ['known alone', [['m1'], ['m2']], [undefined, undefined]],
    ['behind one that is known', [['m3'], []], [undefined, 'a4']],
    ['between two', [['m1'], [], ['m2']], [undefined, 'a1V', undefined]],
    ['before the first', [[], ['m1']], ['a0', undefined]],
    ['before one in the middle', [[], ['m3']], ['a2V', undefined]],
    ['behind the later one of several', [['m1', 'm2'], []], [undefined, 'a2V']],
    ['behind what has no place', [['none'], []], [undefined, 'a4']],
    [
      'between two in the other order',
      [['m3'], [], ['m1'], []],
      [undefined, 'a4', undefined, 'a5'],
    ],
  ])('are %s', (_, rows, orders) => {
    expect(importOrders(rows, known)).toEqual(orders);
  });
});

describe('two records of one person', () => {
  const desk = () => {
    const of = draftDesk();
    of.write((draft) => {
      draft.create(OFFICE, people, { name: '山田 花子' }, 'keep');
      draft.create(OFFICE, people, { name: '山田花子' }, 'gone');
      draft.create(OFFICE, people, { name: '別' }, 'other');
      draft.create(OFFICE, posts, { person: 'gone', post: '係長' } as never, 'x');
      draft.create(OFFICE, posts, { person: 'other', post: '課長' } as never, 'y');
      draft.create(CASE, attendances, { person: 'gone', name: '山田' } as never, 'a1');
      draft.create(OFFICE, organizations, { name: '課' }, 'o1');
    });
    return of;
  };
  const merge = (of: DraftDesk, keep: string, gone: string) =>
    of.refused((draft) => mergeWho(draft, { kind: 'people', keep, gone }, [OFFICE, CASE]));

  it('become one, to which all lead that named the other', () => {
    const of = desk();
    of.write((draft) => draft.remove(OFFICE, posts, 'x'));
    expect(merge(of, 'keep', 'gone')).toBe('');
    expect([of.row(posts, 'x')?.person, of.row(posts, 'y')?.person]).toEqual(['keep', 'other']);
    expect(of.row(attendances, 'a1')).toMatchObject({ person: 'keep', name: '山田' });
    expect(of.row(people, 'gone')).toMatchObject({
      mergedInto: 'keep',
      deletedAt: expect.stringMatching(/./),
    });
    expect(merge(of, 'keep', 'gone')).toBe('この人は見つかりません。');
  });

  it.each([
    ['keep', 'keep'],
    ['keep', 'never'],
    ['never', 'gone'],
  ])('are not %s and %s', (keep, gone) => {
    expect(merge(desk(), keep, gone)).toBe('この人は見つかりません。');
  });

  it('may be told to be two', () => {
    const of = desk();
    const apart = (one: string, other: string) =>
      of.refused((draft) => keepApart(draft, 'people', one, other));
    expect([apart('keep', 'gone'), apart('keep', 'other')]).toEqual(['', '']);
    expect(names(of.row(people, 'keep')?.apart)).toBe('山田花子 別');
    expect([apart('keep', 'never'), apart('never', 'keep')]).toEqual([
      'この人は見つかりません。',
      'この人は見つかりません。',
    ]);
  });

  it('stand once in a set that named both', () => {
    const of = desk();
    of.write((draft) =>
      draft.setMembers(OFFICE, people, 'other', 'apart', [
        { id: 'gone', name: 'x' },
        { id: 'keep', name: 'y' },
      ]),
    );
    merge(of, 'keep', 'gone');
    expect(of.row(people, 'other')?.apart.map(({ id }) => id)).toEqual(['keep']);
  });
});
