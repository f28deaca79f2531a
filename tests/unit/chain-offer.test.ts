import { describe, expect, it } from 'vitest';
import type { CaseRow, cases } from '#shared/domain/case/case.ts';
import {
  countsOf,
  isTakenAlong,
  offerOf,
  roadmapHomeOf,
  TAKEN_KINDS,
  takenFrom,
  type YearRecord,
} from '#shared/domain/chain/offer.ts';
import { actionRow, caseRow, caseSupporterRow, type Loose, members } from '#tests/support/rows.ts';

type CaseValues = Loose<typeof cases>;

const year = (id: string, values: CaseValues = {}, rest: Partial<YearRecord> = {}): YearRecord => ({
  ...{ case: caseRow(id, values), supporters: [], actions: [], lanes: 0, ...rest },
});
const supporter = caseSupporterRow;

describe('of the supporters of the year before', () => {
  it.each([
    ['who is not there yet is offered', {}, {}, 'supporter'],
    ['who is there by body is not', { organizationId: 'o' }, { organizationId: 'o' }, ''],
    ['who is there by person is not', { person: 'p' }, { person: 'p' }, ''],
    ['who is there by name is not, however it is written', {}, { name: '支援者Ａ ' }, ''],
    ['another body is', { organizationId: 'o' }, { organizationId: 'x' }, 'supporter'],
    ['another person is', { person: 'p' }, { person: 'x' }, 'supporter'],
    [
      'who is there without a role is offered theirs',
      { role: '座長' },
      { name: '支援者A' },
      'role',
    ],
    ['who has one there is not', { role: '座長' }, { name: '支援者A', role: '委員' }, ''],
    ['who had none is not', { role: ' ' }, { name: '支援者A' }, ''],
  ] as const)('%s', (_, before, own, expected) => {
    const { supporters, roles } = offerOf(
      year('c1', {}, { supporters: [supporter('b', { name: '支援者A', ...before })] }),
      year('c2', {}, { supporters: [supporter('own', { name: '別の人', ...own })] }),
    );
    expect(supporters.map(({ id }) => id)).toEqual(expected === 'supporter' ? ['b'] : []);
    expect(roles).toEqual(expected === 'role' ? [{ id: 'own', role: '座長' }] : []);
  });
});

describe('of what the year before had written', () => {
  it.each([
    ['a text where there is none', { situation: '経緯' }, {}, { situation: '経緯' }],
    ['none where one stands', { situation: '経緯' }, { situation: '別' }, {}],
    ['none of blanks', { situation: ' ' }, {}, {}],
    [
      'nothing of what that year was like',
      { felt: '意欲', learned: '対話', regretted: '準備' },
      {},
      {},
    ],
  ] as readonly (readonly [string, Partial<CaseRow>, Partial<CaseRow>, object])[])(
    '%s',
    (_, before, own, expected) => {
      expect(offerOf(year('c1', before), year('c2', own)).texts).toEqual(expected);
    },
  );

  it.each([
    ['those that are missing', ['認知症', '移動'], ['移動'], ['認知症']],
    ['none that is there by name', ['ｻﾛﾝ'], ['サロン', '移動'], []],
  ])('of its themes %s', (_, before, own, expected) => {
    const named = (names: readonly string[], mark: string) =>
      members(...names).map((each) => ({ ...each, id: `${mark}${each.name}` }));
    const offer = offerOf(
      year('c1', { themes: named(before, 'b') }),
      year('c2', { themes: named(own, 'o') }),
    );
    expect(offer.themes.map(({ name }) => name)).toEqual(expected);
  });
  it('of its themes none that is there under another name', () => {
    const theme = (name: string) => [{ id: 't', name, order: 'a' }];
    const offer = offerOf(year('c1', { themes: theme('旧') }), year('c2', { themes: theme('新') }));
    expect(offer.themes).toEqual([]);
  });

  it.each([
    [' 地域の足 ', '', '地域の足'],
    ['地域の足', '住まい', ''],
    ['', '', ''],
  ])('of the words for its themes %j beside %j: %j', (before, own, expected) => {
    const offer = offerOf(year('c1', { themeText: before }), year('c2', { themeText: own }));
    expect(offer.themeText).toBe(expected);
  });

  it.each([
    ['open', '資料を送る', ['a']],
    ['going', '資料を送る', ['a']],
    ['done', '資料を送る', []],
    ['dropped', '資料を送る', []],
    ['open', '要綱をつくる', []],
  ] as const)('of its actions one that is %s (%s): %j', (state, text, expected) => {
    const own = [actionRow('x', { text: '要綱をつくる ' }), actionRow('y', { text: '視察' })];
    const before = [actionRow('a', { text, state })];
    const { actions } = offerOf(
      year('c1', {}, { actions: before }),
      year('c2', {}, { actions: own }),
    );
    expect(actions.map(({ id }) => id)).toEqual(expected);
  });
});

describe('the roadmap of the year before', () => {
  it.each([
    ['is gone on with', {}, 3, {}, 0, { home: 'c1', lanes: 3 }],
    ['is gone on with where it lies', { roadmapCase: 'c0' }, 1, {}, 0, { home: 'c0', lanes: 1 }],
    ['is nothing without rows', {}, 0, {}, 0, null],
    ['is not needed beside rows of its own', {}, 3, {}, 1, null],
    ['is not needed where one is gone on with', {}, 3, { roadmapCase: 'c0' }, 0, null],
    ['is its own already', { roadmapCase: 'c2' }, 3, {}, 0, null],
  ] as readonly (readonly [string, CaseValues, number, CaseValues, number, object | null])[])(
    '%s',
    (_, before, beforeLanes, own, ownLanes, expected) => {
      const offer = offerOf(
        year('c1', before, { lanes: beforeLanes }),
        year('c2', own, { lanes: ownLanes }),
      );
      expect(offer.roadmap).toEqual(expected);
    },
  );
  it('lies in the case itself, unless it goes on with that of another', () => {
    expect(roadmapHomeOf(caseRow('c1'))).toBe('c1');
    expect(roadmapHomeOf(caseRow('c1', { roadmapCase: 'c0' }))).toBe('c0');
  });
});

describe('what can be taken along is counted', () => {
  const before = year(
    'c1',
    { situation: '経緯', themes: members('認知症', '移動'), themeText: '地域の足' },
    {
      supporters: [supporter('s', { name: '甲' }), supporter('r', { name: '乙', role: '座長' })],
      actions: [actionRow('a', { text: '視察' })],
      lanes: 4,
    },
  );
  const own = [supporter('own', { name: '乙' })];
  it.each([
    ['all of it', before, year('c2', {}, { supporters: own }), [2, 1, 3, 1, 4]],
    ['themes without words', before, year('c2', { themeText: '住まい' }), [2, 1, 2, 1, 4]],
    ['nothing', year('c1'), year('c2'), [0, 0, 0, 0, 0]],
  ] as const)('%s', (_, from, to, expected) => {
    const counts = countsOf(offerOf(from, to));
    expect(TAKEN_KINDS.map((kind) => counts[kind])).toEqual(expected);
  });
});

describe('a promise that was taken along', () => {
  it.each([
    ['names the year', '', '', true],
    ['names what its record named', ' 第3回支援 ', '（第3回支援）', true],
  ] as const)('%s', (_, source, added, expected) => {
    const words = takenFrom({ fiscalYear: 2022 }, source);
    expect(words).toBe(`令和4年度の案件から引き継ぎ${added}`);
    expect(isTakenAlong(actionRow('a', { source: words }))).toBe(expected);
  });
  it('is none that a meeting made, nor one from elsewhere', () => {
    const source = takenFrom({ fiscalYear: null }, '');
    expect(source).toBe('年度未入力の案件から引き継ぎ');
    expect(isTakenAlong(actionRow('a', { source, meeting: 'm' }))).toBe(false);
    expect(isTakenAlong(actionRow('a', { source: '県の報告' }))).toBe(false);
  });
});
