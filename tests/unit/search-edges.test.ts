import { describe, expect, it } from 'vitest';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { organizations, people, posts, themes } from '#shared/domain/office/office.ts';
import { milestones } from '#shared/domain/roadmap/collections.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { partsOf, searchedFields, titleField } from '#shared/domain/search/parts.ts';
import { parseQuery, typedFilters, withFilter } from '#shared/domain/search/query.ts';
import { type DocumentRows, parentOf, recordsOf } from '#shared/domain/search/records.ts';
import { idAt, keysOn, recordKey, shelfOf } from '#shared/domain/search/shelf.ts';
import {
  CASE,
  CASE_ROW,
  DOCUMENT,
  documentOf,
  look,
  of,
  shelvesOf,
  words,
} from '../support/searched.ts';

describe('filters as they are typed', () => {
  it.each([
    ['期間:R4.4〜R4.9', '2022-04', '2022-09'],
    ['期間:R4.4~R4.9', '2022-04', '2022-09'],
    ['期間:2022/4/1..2022/9/30', '2022-04-01', '2022-09-30'],
    ['期間:2022/4…2022/9', '2022-04', '2022-09'],
    ['期間:2022/4～', '2022-04', ''],
    ['期間:～2022/9/30', '', '2022-09-30'],
    ['期間:R4.8', '2022-08', '2022-08'],
    ['期間:R4.8〜　〜', null, null],
  ])('%s', (typed, from, to) => {
    const { filters, unread } = parseQuery(typed);
    expect([filters.from, filters.to, unread]).toEqual([from ?? '2022-08', to ?? '', unread]);
  });

  it.each(['期間:〜', '期間:R4.4〜R4.5〜R4.6', '期間:いつか〜R4.4', '期間:R4.4〜いつか'])(
    '%s cannot be read',
    (typed) => {
      expect(parseQuery(typed)).toMatchObject({ unread: [typed], filters: { from: '', to: '' } });
    },
  );

  it.each([
    ['年度:R4 移動', [{ key: '年度', value: 'R4' }]],
    ['"年度:R4" 年度:', []],
    ['x年度:R4', []],
    ['種別：会合 テーマ:', [{ key: '種別', value: '会合' }]],
  ])('%s: %j', (typed, filters) => {
    expect(typedFilters(typed)).toEqual(filters);
  });

  it.each([
    ['年度:R3 移動', '年度', 'R 4', '移動 年度:R4'],
    ['年度:R3 移動', '年度', null, '移動'],
    ['種別:会合 移動', '年度', '"R4"', '種別:会合 移動 年度:R4'],
    ['"年度:R3"', '年度', 'R4', '"年度:R3" 年度:R4'],
    ['', '年度', null, ''],
  ] as const)('%j with %s %j', (typed, key, value, expected) => {
    expect(withFilter(typed, key, value)).toBe(expected);
  });

  it('the longest word is looked for first, and each once', () => {
    expect(words('町 移動支援 通所 移動支援').map(({ forms }) => forms[0])).toEqual([
      ...['移動支援', '通所', '町'],
    ]);
  });

  it.each([
    // Two places may be long at most: more would double the forms again and again.
    ['ユーザ表サーバ表メモリ表', 4],
    ['ユーザ表', 2],
    ['ゆーざ表', 1],
    ['ゆーざー表', 2],
    ['キー表', 1],
    ['キリ表', 1],
    ['メモリ表', 2],
  ])('%s has %i forms', (typed, count) => {
    expect(words(typed)[0]?.marked).toHaveLength(count);
  });
});

describe('what is searched of a document', () => {
  const told = (rows: DocumentRows) =>
    recordsOf(COLLECTIONS, rows).records.map(({ id, title, day }) => [id, title, day]);

  it('is nothing of a case in the bin, or of none', () => {
    const binned = { ...CASE_ROW, deletedAt: '2023-01-01T00:00:00Z' };
    const meeting = of(meetings, 'm', { title: '会' });
    for (const all of [[binned], []]) {
      expect(
        recordsOf(
          COLLECTIONS,
          documentOf([
            [cases, all],
            [meetings, [meeting]],
          ]),
        ),
      ).toEqual({
        document: DOCUMENT,
        contexts: [],
        facts: { year: null, municipality: '', themes: [] },
        records: [],
      });
    }
  });

  it('is the case in use, its year by each of its names, its place and its themes', () => {
    const row = of(cases, 'c1', {
      ...CASE,
      prefectureName: '熊本県',
      programmeName: 'モデル',
      themes: [{ id: 't', name: '移動 支援', order: '' }],
    });
    const { contexts, facts } = recordsOf(COLLECTIONS, documentOf([[cases, [row]]]));
    expect(contexts).toEqual([
      {
        words: '益城町（令和4年度）',
        form: ['熊本県', '益城町', 'もでる', '令和4年度', 'r4年度', '2022年度'].join('\n'),
      },
    ]);
    expect(facts).toEqual({ year: 2022, municipality: '熊本県益城町', themes: ['移動支援'] });
  });

  it('is a case without a year or a name, too', () => {
    const row = of(cases, 'c1', { situation: '状況' });
    const { contexts, records } = recordsOf(COLLECTIONS, documentOf([[cases, [row]]]));
    expect(contexts[0]).toEqual({ words: '名前のない市町村', form: '\n\n' });
    expect(records).toMatchObject([{ title: '名前のない市町村', day: 0 }]);
  });

  it.each([
    // [values of a meeting, of a finding at it, the finding's day]
    [{ date: '2022-08-24' }, { meeting: 'm' }, 20220824],
    [{ date: '2022-08' }, { meeting: 'm' }, 20220800],
    [{ date: '' }, { meeting: 'm' }, 20220400],
    [{ date: '春' }, { meeting: 'm' }, 20220400],
    [{ date: 5 }, { meeting: 'm' }, 20220400],
    [{}, {}, 20220400],
    [{ date: '2022-08-24' }, { meeting: 'm', date: '2022-09-01' }, 20220901],
    [{}, { start: '2022-10' }, 20221000],
  ])('with the day of its own, else of what it stands in: %j %j', (meeting, finding, day) => {
    const rows = documentOf([
      [cases, [CASE_ROW]],
      [meetings, [of(meetings, 'm', meeting)]],
      [findings, [of(findings, 'f', { text: '語', ...finding })]],
    ]);
    expect(told(rows).find(([id]) => id === 'f')).toEqual(['f', '', day]);
  });

  it.each([
    ['a meeting in use', { title: '打合せ', kind: 'other' }, 'm', '益城町（令和4年度） ・ 打合せ'],
    [
      'one with a day',
      { title: '打合せ', kind: 'other', date: '2022-08-24' },
      'm',
      '益城町（令和4年度） ・ 打合せ 8/24',
    ],
    [
      'one with a day that is none',
      { title: '打合せ', kind: 'other', date: '春' },
      'm',
      '益城町（令和4年度） ・ 打合せ',
    ],
    ['one in the bin', { title: '打合せ', deletedAt: '2023' }, 'm', null],
    ['one that is gone', {}, 'gone', null],
    ['none', {}, '', '益城町（令和4年度）'],
  ])('and what stands around it: %s', (_, meeting, id, where) => {
    const { records, contexts } = recordsOf(
      COLLECTIONS,
      documentOf([
        [cases, [CASE_ROW]],
        [meetings, [of(meetings, 'm', meeting)]],
        [findings, [of(findings, 'f', { text: '語', meeting: id })]],
      ]),
    );
    const found = records.find((record) => record.id === 'f');
    expect(found === undefined ? null : contexts[found.context]?.words).toBe(where);
  });

  it('names a session by its round, in its own words and around its findings', () => {
    const rows = documentOf([
      [cases, [CASE_ROW]],
      [rounds, [of(rounds, 'r', { number: 2 })]],
      [meetings, [of(meetings, 'm', { kind: 'session', round: 'r' })]],
      [
        findings,
        [
          of(findings, 'f', { text: '語', meeting: 'm' }),
          of(findings, 'g', { text: 'x', meeting: 'm' }),
        ],
      ],
    ]);
    const { records, contexts } = recordsOf(COLLECTIONS, rows);
    expect(records.map(({ id, title }) => `${id} ${title}`)).toContain('m 第2回支援');
    // Those of one meeting share what stands around them.
    expect(contexts).toHaveLength(2);
    expect(contexts[1]?.form).toMatch(/\n第2回支援$/);
    expect(records.filter(({ context }) => context === 1).map(({ id }) => id)).toEqual(['f', 'g']);
  });

  it('is not what is in the bin, or says nothing', () => {
    const rows = documentOf([
      [cases, [CASE_ROW]],
      [findings, [of(findings, 'f'), of(findings, 'g', { text: '語', deletedAt: '2023' })]],
    ]);
    expect(told(rows).map(([id]) => id)).toEqual(['c1']);
  });

  it('is of the office always new, and stands nowhere', () => {
    const rows = documentOf([[people, [of(people, 'p', { name: '例 花子' })]]], {}, 'office');
    const { records, contexts, facts } = recordsOf(COLLECTIONS, rows);
    expect(records).toMatchObject([{ id: 'p', title: '例 花子', day: 99_999_999, parts: [] }]);
    expect(contexts).toEqual([{ words: '', form: '' }]);
    expect(facts.year).toBeNull();
  });

  it.each([
    [findings, { kind: 'decision' }, '決定'],
    [findings, { kind: 'unheard' }, 'unheard'],
    [findings, { kind: 5 }, ''],
    [meetings, { kind: 'internal', title: 'x' }, '課内協議'],
    [actions, { kind: 'decision' }, ''],
  ])('tells its kind: %#', (collection, values, variety) => {
    const rows = documentOf([
      [cases, [CASE_ROW]],
      [collection, [of(collection, 'x', { text: '語', ...values })]],
    ]);
    const record = recordsOf(COLLECTIONS, rows).records.find(({ id }) => id === 'x');
    expect(record?.variety).toBe(variety);
  });

  it.each([
    [findings, { meeting: 'm' }, 'm'],
    [findings, { meeting: 5 }, ''],
    [posts, { person: 'p' }, 'p'],
    [milestones, { meeting: 'm' }, expect.any(String)],
    [people, {}, ''],
  ])('tells what it belongs to: %#', (collection, values, parent) => {
    expect(parentOf(collection, of(collection, 'x', values))).toEqual(parent);
  });
});

describe('what a record says', () => {
  it.each([
    [people, 'name'],
    [organizations, 'name'],
    [themes, 'name'],
    [attachments, 'name'],
    [findings, ''],
    [actions, ''],
    [meetings, ''],
    [cases, ''],
    [rounds, ''],
  ])('is called by a name: %#', (collection, field) => {
    expect(titleField(collection)).toBe(field);
    // As it was told before.
    expect(titleField(collection)).toBe(field);
  });

  it('stands in its words, not in ids, what the app keeps for itself, or a source', () => {
    const fields = searchedFields(organizations).map(([name]) => name);
    expect(fields).toEqual(expect.arrayContaining(['name', 'kana', 'remarks', 'parentName']));
    for (const field of ['parent', 'mergedInto', 'apart', 'source', 'role']) {
      expect(fields).not.toContain(field);
    }
    expect(searchedFields(organizations)).toBe(searchedFields(organizations));
  });

  it.each([
    [{ place: '役場' }, '', [['place', '役場']]],
    [{ place: 5 }, '', []],
    [{ date: '2022-08' }, '', [['date', '令和4年8月']]],
    [{ date: 5 }, '', []],
    [{ date: '春' }, '', [['date', '春']]],
    [{}, '本文', [['note', '本文']]],
    [
      {
        supporters: [
          { id: 'a', name: '県', order: '' },
          { id: 'b', name: 'AD', order: '' },
        ],
      },
      '',
      [['supporters', '県、AD']],
    ],
    [{ supporters: 'x' }, '', []],
  ])('field by field: %j %j', (values, note, parts) => {
    const found = partsOf(meetings, of(meetings, 'm', values), note);
    expect(found.map(({ field, text }) => [field, text])).toEqual(parts);
  });
});

describe('a shelf', () => {
  it('knows its records by their places', () => {
    const [shelf] = shelvesOf([
      documentOf([
        [cases, [CASE_ROW]],
        [meetings, [of(meetings, 'm', { kind: 'internal' }), of(meetings, 'n', { title: 'x' })]],
        [findings, [of(findings, 'f', { text: '語' })]],
      ]),
    ]);
    if (shelf === undefined) throw new Error('no shelf');
    expect(shelf.kinds).toEqual([
      { collection: 'cases', until: 1 },
      { collection: 'meetings', until: 3 },
      { collection: 'findings', until: 4 },
    ]);
    expect(keysOn(shelf)).toEqual(['cases c1', 'meetings m', 'meetings n', 'findings f']);
    expect([idAt(shelf, 2), idAt(shelf, 9), recordKey('cases', 'c1')]).toEqual([
      ...['n', '', 'cases c1'],
    ]);
    expect(shelf.text.slice(shelf.starts[1], shelf.titleEnds[1])).toBe('課内協議');
    expect(shelf.starts[4]).toBe(shelf.text.length);
    expect(shelf.contextWords[0]).toBe('益城町（令和4年度）');
  });

  it('of nothing has no keys', () => {
    expect(keysOn(shelfOf(recordsOf(COLLECTIONS, documentOf([]))))).toEqual([]);
  });

  it('keeps a title that holds what parts fields', () => {
    const row = of(people, 'p', { name: '甲\u0001乙\u0000丙', remarks: '丁' });
    const rows = documentOf([[people, [row, of(people, 'q', { name: '戊' })]]], {}, 'office');
    expect(look([rows], '甲乙丙').total).toBe(1);
    expect(look([rows], '乙丙丁').total).toBe(0);
    expect(look([rows], '丁戊').total).toBe(0);
  });
});
