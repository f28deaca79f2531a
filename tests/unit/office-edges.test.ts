import { describe, expect, it } from 'vitest';
import type { PartialDate } from '#shared/dates/types.ts';
import {
  bodyOfName,
  peopleOfName,
  postsByPerson,
  postWords,
} from '#shared/domain/office/bodies.ts';
import { doublesOf } from '#shared/domain/office/doubles.ts';
import { formerNamesOf } from '#shared/domain/office/former-names.ts';
import {
  readMunicipalityList,
  searchMunicipalities,
} from '#shared/domain/office/municipality-list.ts';
import { roleNote } from '#shared/domain/office/office.ts';
import { peerSupports, sideOf } from '#shared/domain/office/peer-support.ts';
import { compareKnown, covers, postOn } from '#shared/domain/office/post-on.ts';
import { prefectureName } from '#shared/domain/office/prefectures.ts';
import { privatePeople } from '#shared/domain/office/private-people.ts';
import { readTypedPerson } from '#shared/domain/office/read-attendee.ts';
import { builder, members, organizationRow, personRow, postRow } from '#tests/support/rows.ts';

const date = (text: string): PartialDate => text as PartialDate;

describe('a body that a name means', () => {
  const bodies = [
    organizationRow('free', { name: '福祉課' }),
    organizationRow('mine', { name: '福祉課', municipality: '434434' }),
    organizationRow('theirs', { name: '福祉課', municipality: '434442' }),
    organizationRow('was', { name: '長寿課', formerNames: '介護課', municipality: '434434' }),
    organizationRow('nameless', { formerNames: '、' }),
  ];
  it.each([
    // [what is typed, of which municipality, which body]
    ['福祉課', '434434', 'mine'],
    ['福祉課', '434442', 'theirs'],
    ['福祉課', '432032', 'free'],
    ['福祉課', '', 'free'],
    ['福祉課', undefined, 'free'],
    ['介護課', '434434', 'was'],
    ['介護課', '', 'was'],
    ['介護課', '434442', undefined],
    ['', '', undefined],
    ['　', '434434', undefined],
    ['総務課', '434434', undefined],
  ])('%j in %j', (name, municipality, expected) => {
    expect(bodyOfName(bodies, { name, municipality })?.id).toBe(expected);
  });
  it('is the first of those that may be meant where none is of the place', () => {
    const two = [bodies[1], bodies[2]].flatMap((body) => body ?? []);
    expect(bodyOfName(two, { name: '福祉課' })?.id).toBe('mine');
    expect(bodyOfName(two.toReversed(), { name: '福祉課' })?.id).toBe('theirs');
  });
});

describe('people of a name', () => {
  const people = [
    personRow('a', { name: '見本 花子' }),
    personRow('b', { name: '例 花子', formerNames: '見本 花子' }),
    personRow('c', { name: '例 太郎', formerNames: '見本 太郎' }),
    personRow('d'),
  ];
  it.each([
    ['見本花子', 'ab'],
    ['例 太郎', 'c'],
    ['見本', ''],
    ['', ''],
    [' ', ''],
  ])('%j: %s', (name, ids) => {
    expect(
      peopleOfName(people, name)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids);
  });
});

describe('a post in words', () => {
  const bodies = new Map([['o', { name: '長寿課' }]]);
  it.each([
    [{ organization: 'o', organizationName: '介護課', post: '係長' }, '長寿課 係長'],
    [{ organization: 'gone', organizationName: '介護課', post: '係長' }, '介護課 係長'],
    [{ organizationName: '介護課' }, '介護課'],
    [{ post: '係長' }, '係長'],
    [{}, ''],
  ])('%j: %s', (values, words) => {
    expect(postWords(postRow('p', values), bodies)).toBe(words);
  });
  it('is nothing where somebody has none', () => {
    expect(postWords(undefined, bodies)).toBe('');
  });
  it('stands with those of the same person, the latest first', () => {
    const found = postsByPerson([
      postRow('old', { person: 'a', from: '2020-04' }),
      postRow('new', { person: 'a', from: '2023-04' }),
      postRow('of-b', { person: 'b' }),
      postRow('binned', { person: 'b', deletedAt: '2023-01-01T00:00:00Z' }),
    ]);
    expect([...found].map(([person, posts]) => [person, ...posts.map(({ id }) => id)])).toEqual([
      ['a', 'new', 'old'],
      ['b', 'of-b'],
    ]);
  });
});

describe('a time of which ends are unknown', () => {
  it.each([
    ['', '', '2023-04-01', true],
    ['2023-04-01', '', '2023-04-01', true],
    ['2023-04-02', '', '2023-04-01', false],
    ['2023-04', '', '2023-04-01', true],
    ['2023-04-15', '', '2023-04', true],
    ['2023-05', '', '2023-04-30', false],
    ['', '2023-04-01', '2023-04-01', true],
    ['', '2023-03-31', '2023-04-01', false],
    ['', '2023-03', '2023-03-31', true],
    ['2023-04', '2023-03', '2023-04', false],
  ])('from %j until %j covers %s: %s', (from, to, day, expected) => {
    expect(covers(date(from), date(to), date(day))).toBe(expected);
  });
  it.each([
    ['2023-04', '2023-04-30', 0],
    ['2023-04-01', '2023-04-02', -1],
    ['2023-05', '2023-04-30', 1],
    ['', '2023-04', 0],
  ])('%j and %j are compared as far as both are known: %i', (a, b, expected) => {
    expect(compareKnown(date(a), date(b))).toBe(expected);
  });
});

describe('the post on a date that is not known', () => {
  it.each([
    [[{ from: '2024-04', to: '2025-03' }, { from: '2020-04' }], 'p1'],
    [
      [
        { from: '2020-04', to: '2022-03' },
        { from: '2022-04', to: '2024-03' },
      ],
      'p1',
    ],
    [
      [
        { from: '2020-04', to: 'いつか' },
        { from: '2024-04', to: '2025-03' },
      ],
      'p0',
    ],
  ])('of %j', (values, expected) => {
    const posts = values.map((each, index) => postRow(`p${index}`, each));
    expect(postOn(posts, '')?.id).toBe(expected);
  });
});

describe('somebody typed with brackets', () => {
  it.each([
    // Spaces, titles, and what parts a body from a post.
    [' 例 花子 （ 長寿課 ・ 係長 ） ', '例 花子', '長寿課', '係長', false],
    ['例 花子 様（長寿課）', '例 花子', '長寿課', '', false],
    ['様子 花（長寿課）', '様子 花', '長寿課', '', false],
    ['例氏（長寿課）', '例氏', '長寿課', '', false],
    ['見本氏（長寿課）', '見本', '長寿課', '', false],
    ['例 花子（・係長）', '例 花子', '', '係長', false],
    ['例 花子（係長・）', '例 花子', '', '係長', false],
    ['例 花子（、長寿課／）', '例 花子', '長寿課', '', false],
    ['例 花子（長寿課・担当者）', '例 花子', '長寿課', '担当者', false],
    ['例 花子（長寿課 保健師）', '例 花子', '長寿課', '保健師', false],
    ['例 花子（副課長）', '例 花子', '', '副課長', false],
    ['例 花子（健康課長補佐）', '例 花子', '健康課', '課長補佐', false],
    ['例 花子（健康課長代理）', '例 花子', '健康課', '課長代理', false],
    ['例 花子（健康課長寿担当）', '例 花子', '健康課', '長寿担当', false],
    ['例 花子（健康・福祉）', '例 花子', '健康・福祉', '', true],
  ])('%s', (text, name, body, post, isDoubtful) => {
    expect(readTypedPerson(text)).toEqual({ name, body, post, isDoubtful });
  });
  it.each([
    '（長寿課）',
    ' （長寿課）',
    '例 花子（ ）',
    '例 花子（・）',
    '例 花子（課）あと',
    '例（a（b））',
  ])('%s is none', (text) => {
    expect(readTypedPerson(text)).toBeNull();
  });
});

describe('former names typed in one line', () => {
  it.each([
    ['', []],
    [' ', []],
    ['介護課', ['介護課']],
    [' 介護課 、 福祉課，，民生課/厚生課／', ['介護課', '福祉課', '民生課', '厚生課']],
  ])('%j', (formerNames, expected) => {
    expect(formerNamesOf({ formerNames })).toEqual(expected);
  });
});

describe('likely doubles', () => {
  const told = (rows: Parameters<typeof doublesOf>[0]) =>
    doublesOf(rows).map(({ one, other, reason }) => `${one}${other} ${reason}`);
  const named = { name: '福祉課' };
  it.each([
    ['of one municipality', { municipality: '434434' }, { municipality: '434434' }, ['ab name']],
    ['of two', { municipality: '434434' }, { municipality: '434442' }, []],
    ['one of them of any', {}, { municipality: '434442' }, ['ab name']],
    ['the other of any', { municipality: '434434' }, {}, ['ab name']],
    ['kept apart by the first', { apart: members('b') }, {}, []],
    ['kept apart by the second', {}, { apart: members('a') }, []],
    ['kept apart from another', { apart: members('c') }, { apart: members('c') }, ['ab name']],
  ])('bodies %s', (_, a, b, expected) => {
    const rows = [
      organizationRow('a', { ...named, ...a }),
      organizationRow('b', { ...named, ...b }),
    ];
    expect(told(rows)).toEqual(expected);
  });
  it('are told with the first of their reasons alone', () => {
    const alike = { name: '例 花子', kana: 'れい はなこ', formerNames: '見本 花子' };
    expect(told([personRow('a', alike), personRow('b', alike)])).toEqual(['ab name']);
  });
});

describe('the list of municipalities', () => {
  const file = {
    prefectures: [
      ['430005', '熊本県', 'くまもとけん'],
      ['080004', '茨城県', 'いばらきけん'],
    ],
    municipalities: [
      ['434434', '大町', 'おおまち'],
      ['432032', '大町市', 'おおまちし'],
      ['082015', '新大町', 'しんおおまち'],
      ['083411', '大町村', 'おおまちむら'],
      ['994411', '遠町', 'とおまち'],
    ],
  };
  const { municipalities } = readMunicipalityList(file);
  const found = (query: string, prefecture = '08') =>
    searchMunicipalities(municipalities, query, { prefecture, limit: 9 }).map(({ name }) => name);

  it('knows each by its name, its reading and the name behind its prefecture’s', () => {
    expect(municipalities.map(({ keys }) => keys.length)).toEqual([3, 3, 3, 3, 3]);
    expect(municipalities[4]).toMatchObject({ prefecture: '', keys: ['遠町', 'とおまち', '遠町'] });
  });
  it.each([
    // A whole name first; then one's own prefecture, in it those that begin with it; then by code.
    ['大町', '08', ['大町', '大町村', '新大町', '大町市']],
    ['大町', '43', ['大町', '大町市', '大町村', '新大町']],
    ['まち', '43', ['大町市', '大町', '新大町', '大町村', '遠町']],
    ['43', '08', ['大町市', '大町']],
    ['4344', '08', ['大町']],
    ['43町', '08', []],
    ['町43', '08', []],
  ])('%s, asked in %s', (query, prefecture, expected) => {
    expect(found(query, prefecture)).toEqual(expected);
  });
});

describe('whether somebody is named as a private person', () => {
  const of = privatePeople({
    people: [
      { id: 'adviser', role: 'adviser' },
      { id: 'resident', role: 'residents' },
      { id: 'employed', role: 'unknown' },
      { id: 'by-name', role: 'unknown' },
      { id: 'moved', role: 'unknown' },
      { id: 'strange', role: 'unheard' as 'other' },
    ] as const,
    organizations: [
      { id: 'town', role: 'municipality', name: '例' },
      { id: 'firm', role: 'provider', name: '例町' },
      { id: 'unsaid', role: 'unknown', name: '例町社会福祉協議会' },
      { id: 'silent', role: 'unknown', name: '例' },
    ],
    posts: [
      { person: 'employed', organization: 'unsaid', organizationName: '' },
      { person: 'by-name', organization: 'gone', organizationName: '例町役場' },
      { person: 'moved', organization: 'silent', organizationName: '例町役場' },
      { person: 'moved', organization: 'town', organizationName: '' },
    ],
  } as unknown as Parameters<typeof privatePeople>[0]);
  it.each([
    ['an adviser is not', { person: 'adviser' }, false],
    ['not even when they come for a firm', { person: 'adviser', organization: 'firm' }, false],
    ['a resident is', { person: 'resident' }, true],
    ['one of a body known by its name is not', { person: 'employed' }, false],
    ['one whose body is gone, by the name that is left', { person: 'by-name' }, false],
    ['one whose second post tells it', { person: 'moved' }, false],
    ['by the body that they came for', { person: 'employed', organization: 'firm' }, true],
    ['one of whom nobody has said anything is', { person: 'nobody' }, true],
    ['but for the role noted beside them', { person: 'nobody', role: 'ministry' }, false],
    ['a role that nobody knows tells nothing', { person: 'strange', role: 'bureau' }, false],
    ['nor does one not said', { person: 'nobody', role: 'unknown' }, true],
    ['nor a body that tells nothing', { person: 'nobody', organization: 'silent' }, true],
    ['a lone resident without a record is', { role: 'residents', count: null }, true],
    ['several residents are not', { role: 'residents', count: 3 }, false],
    [
      'nor is a body of residents',
      { role: 'residents', organization: 'silent', count: null },
      false,
    ],
    ['nor is anybody else without a record', { role: 'provider', count: null }, false],
    ['nor one of whom nothing is said', { count: null }, false],
  ])('%s', (_, row, expected) => {
    expect(of(row, 'person')).toBe(expected);
  });
});

describe('the side of a peer support on which a municipality stands', () => {
  const support = builder(peerSupports)('s', {
    helper: '434434',
    helperName: '例町',
    helped: '',
    helpedName: '見本町',
  });
  it.each([
    ['434434', '例町', 'helps'],
    ['434434', '改名町', 'helps'],
    ['', '例町', 'helps'],
    ['434442', '例町', null],
    ['434442', '見本町', 'isHelped'],
    ['', '見本町', 'isHelped'],
    ['434442', '', null],
    ['', '', null],
  ])('%j %j: %s', (code, name, side) => {
    expect(sideOf(support, { code, name })).toBe(side);
  });
  it('is none where neither has a name', () => {
    expect(sideOf({ ...support, helpedName: '' }, { code: '', name: '' })).toBeNull();
  });
});

it('A role that nobody has said is not noted beside a name', () => {
  expect(roleNote('unknown')).toBe('');
  expect(roleNote('adviser')).toBe('AD');
});

it.each([
  ['43', '熊本県'],
  ['434434', '熊本県'],
  ['48', ''],
  ['', ''],
])('The prefecture of the code %j is %j', (code, name) => {
  expect(prefectureName(code)).toBe(name);
});
