import { describe, expect, it } from 'vitest';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { organizations, people } from '#shared/domain/office/office.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { find, type Wanted } from '#shared/domain/search/find.ts';
import { hitOf } from '#shared/domain/search/hit.ts';
import { wantedKind } from '#shared/domain/search/kinds.ts';
import { excerptOf, marked, rangesOf } from '#shared/domain/search/marks.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { parseQuery } from '#shared/domain/search/query.ts';
import type { DocumentRows } from '#shared/domain/search/records.ts';
import { idAt } from '#shared/domain/search/shelf.ts';
import { createWriterBook } from '#shared/domain/search/writers.ts';
import {
  CASE,
  CASE_ROW,
  DOCUMENT,
  documentOf,
  of,
  shelvesOf,
  shown,
  type Values,
  words,
} from '../support/searched.ts';

describe('what is found', () => {
  const at = (id: string, date: string, text = '語', kind = 'issue') => [
    of(meetings, `m${id}`, { kind: 'other', date, title: `会${id}` }),
    of(findings, id, { text, kind, meeting: `m${id}` }),
  ];
  const rowsOf = (...all: readonly (readonly AnyRow[])[]) =>
    documentOf([
      [cases, [CASE_ROW]],
      [meetings, all.map(([meeting]) => meeting as AnyRow)],
      [findings, all.map(([, finding]) => finding as AnyRow)],
    ]);
  const ids = (rows: DocumentRows, typed: string, wanted: Partial<Wanted> = {}) => {
    const query = parseQuery(typed);
    return find(shelvesOf([rows]), query, {
      isWanted: wantedKind(COLLECTIONS, query.filters.kind),
      weightOf: () => 0,
      limit: 99,
      ...wanted,
    }).best.map(({ shelf, at: place }) => idAt(shelf, place));
  };
  const three = rowsOf(at('a', '2022-07-31'), at('b', '2022-08'), at('c', '2022-08-31'));

  it.each([
    // A month is all of its days: it is in a period that has one of them at its end.
    ['期間:2022/8', ['c', 'b']],
    ['期間:2022/7/31', ['a']],
    ['期間:2022/8/1〜', ['c']],
    ['期間:2022/8/31〜', ['c']],
    ['期間:〜2022/7/31', ['a']],
    ['期間:〜2022/7', ['a']],
    ['期間:〜2022/8/30', ['b', 'a']],
    ['期間:2022/9〜', []],
    ['', ['c', 'b', 'a']],
  ])('in %s', (period, found) => {
    expect(ids(three, `語 ${period}`)).toEqual(found);
  });

  it('of the office has no day: it is in no period', () => {
    const office = documentOf([[people, [of(people, 'p', { name: '語' })]]], {}, 'office');
    expect(ids(office, '語 期間:2022/4〜')).toEqual([]);
    expect(ids(office, '語 期間:〜2022/4')).toEqual([]);
    expect(ids(office, '語')).toEqual(['p']);
  });

  it('without a day is in no period either', () => {
    const bare = documentOf([
      [cases, [of(cases, 'c1', { municipalityName: '益城町', situation: '語' })]],
    ]);
    expect(ids(bare, '語 期間:〜2022/4')).toEqual([]);
    expect(ids(bare, '語 期間:2022/4〜')).toEqual([]);
  });

  it.each([
    ['語 年度:R4', 3],
    ['語 年度:R5', 0],
    ['語 市町村:益城', 3],
    ['語 市町村:氷川', 0],
    ['語 テーマ:移動', 0],
  ])('%s: %i', (typed, total) => {
    expect(ids(three, typed)).toHaveLength(total);
  });

  it('of a theme is what is of a case with one of that name', () => {
    const themed = of(cases, 'c1', {
      ...CASE,
      themes: [
        { id: 'x', name: '通所', order: '' },
        { id: 'y', name: '移動支援', order: '' },
      ],
      situation: '語',
    });
    expect(ids(documentOf([[cases, [themed]]]), '語 テーマ:移動')).toEqual(['c1']);
  });

  it('comes with all words in its title before some of them, these before none, and then by weight', () => {
    const rows = documentOf(
      [
        [
          people,
          [
            of(people, 'none', { name: '例', remarks: '移動 支援' }),
            of(people, 'some', { name: '移動', remarks: '支援' }),
            of(people, 'all', { name: '支援の移動' }),
          ],
        ],
        [organizations, [of(organizations, 'body', { name: '移動', remarks: '支援' })]],
      ],
      {},
      'office',
    );
    expect(ids(rows, '移動 支援')).toEqual(['all', 'some', 'body', 'none']);
    const weightOf: Wanted['weightOf'] = (name) => (name === 'organizations' ? 3 : 0);
    expect(ids(rows, '移動 支援', { weightOf })).toEqual(['all', 'body', 'some', 'none']);
  });

  it('is of each kind no more than asked for, the kind with the best first', () => {
    const rows = documentOf([
      [cases, [CASE_ROW]],
      [
        meetings,
        ['1', '2', '3'].map((id) =>
          of(meetings, `m${id}`, { aim: '語', kind: 'other', title: '会', date: `2022-0${id}-01` }),
        ),
      ],
      [findings, [of(findings, 'f', { text: '語' })]],
      [attachments, [of(attachments, 'x', { name: '語' })]],
    ]);
    expect(ids(rows, '語', { perKind: 2 })).toEqual(['x', 'f', 'm3', 'm2']);
    expect(ids(rows, '語', { perKind: 1, limit: 2 })).toEqual(['x', 'f']);
    expect(ids(rows, '語', { limit: 2 })).toEqual(['x', 'f']);
  });

  it('of a word in other letters counts once, in its title or not', () => {
    const rows = documentOf(
      [
        [
          people,
          [
            of(people, 'both', { name: 'サーバーとサーバ', remarks: 'サーバー登録' }),
            of(people, 'one', { name: 'サーバ', remarks: 'x' }),
            of(people, 'other', { name: 'メモリ' }),
          ],
        ],
      ],
      {},
      'office',
    );
    expect(ids(rows, 'サーバー')).toEqual(['both', 'one']);
    expect(ids(rows, 'ユーザー登録')).toEqual([]);
    expect(ids(rows, 'サーバー登録')).toEqual(['both']);
  });

  it.each([
    ['人', ['people', ''], true],
    ['人', ['organizations', ''], false],
    ['決定', ['findings', '決定'], true],
    ['決定', ['findings', '課題'], false],
    ['課', ['findings', '課題'], true],
    ['課', ['people', ''], false],
    ['', ['people', ''], true],
    ['会', ['meetings', ''], true],
  ] as const)('of the kind %s: %j %s', (kind, [name, variety], expected) => {
    expect(wantedKind(COLLECTIONS, kind)(name, variety)).toBe(expected);
  });
});

describe('who wrote what is found', () => {
  it('is told of each record, and nobody of what was not looked at', () => {
    const [shelf, other] = shelvesOf([
      documentOf(
        [[people, [of(people, 'p', { name: '甲' }), of(people, 'q', { name: '乙' })]]],
        {},
        'office',
      ),
      documentOf([[people, [of(people, 'q', { name: '乙' })]]], {}, 'office'),
    ]);
    if (shelf === undefined || other === undefined) throw new Error('no shelf');
    const book = createWriterBook();
    book.carry(shelf, other);
    expect(book.writersAt(other, 0)).toEqual([]);
    book.enter(shelf, new Map([['people q', ['生駒', '山本', '生駒']]]));
    expect([book.writersAt(shelf, 0), book.writersAt(shelf, 1)]).toEqual([[], ['山本', '生駒']]);
    book.carry(shelf, other);
    expect(book.writersAt(other, 0)).toEqual(['山本', '生駒']);
    const { groupsOn, isWanted } = book.writtenBy('山');
    expect([...(groupsOn(shelf) ?? [])].map((group) => isWanted[group])).toEqual([false, true]);
    expect(book.writtenBy('佐藤').isWanted).toEqual([false, false]);
  });
});

describe('what was looked for, marked', () => {
  it.each([
    ['移動支援', '移動', '[移動]支援'],
    ['移動支援', '支援', '移動[支援]'],
    ['移動支援', '移動 支援', '[移動支援]'],
    ['移動と支援', '移動 支援', '[移動]と[支援]'],
    ['移動支援', '動支 移動支援', '[移動支援]'],
    ['移動', '通所', '移動'],
    ['', '移動', ''],
    ['移動', '', '移動'],
  ])('%s for %s', (text, typed, expected) => {
    expect(shown(marked(text, words(typed)))).toBe(expected);
  });

  it.each([
    ['移', 299, 299],
    ['移', 300, 300],
    ['移', 301, 300],
  ])('no more than three hundred times: %s of %i', (letter, count, found) => {
    expect(rangesOf(`${letter}、`.repeat(count), words(letter))).toHaveLength(found);
  });

  const long = (before: number, text: string, after: number) =>
    `${'前'.repeat(before)}${text}${'後'.repeat(after)}`;
  it.each([
    // [letters before, behind, letters shown before, behind; … where it is cut]
    [24, 10, `${'前'.repeat(24)}[移動]${'後'.repeat(10)}`],
    [25, 10, `…${'前'.repeat(24)}[移動]${'後'.repeat(10)}`],
    [0, 82, `[移動]${'後'.repeat(82)}`],
    [0, 83, `[移動]${'後'.repeat(82)}…`],
    [24, 59, `${'前'.repeat(24)}[移動]${'後'.repeat(58)}…`],
  ])('and shown with what stands around it: %i before, %i behind', (before, after, expected) => {
    expect(shown(excerptOf(long(before, '移動', after), words('移動')))).toBe(expected);
  });

  it.each([
    ['the beginning where it is not there', '後'.repeat(90), '移動', `${'後'.repeat(84)}…`],
    ['a text as short as that', '後'.repeat(84), '移動', '後'.repeat(84)],
    ['on one line', '甲\n \n移動\n乙', '移動', '甲 [移動] 乙'],
    [
      'where most of them stand near each other',
      `移動${'前'.repeat(80)}移動と支援`,
      '移動 支援',
      `…${'前'.repeat(24)}[移動]と[支援]`,
    ],
    [
      'at the first of places alike',
      `移動${'前'.repeat(100)}移動`,
      '移動',
      `[移動]${'前'.repeat(82)}…`,
    ],
    [
      'all that is near',
      `移動と${'前'.repeat(56)}支援`,
      '移動 支援',
      `[移動]と${'前'.repeat(56)}[支援]`,
    ],
  ])('%s', (_, text, typed, expected) => {
    expect(shown(excerptOf(text, words(typed)))).toBe(expected);
  });

  it('is never cut within a letter', () => {
    const text = `${'𠮷'.repeat(40)}移動${'か\u3099'.repeat(60)}`;
    const pieces = excerptOf(text, words('移動'))
      .map((piece) => piece.text)
      .join('');
    expect(pieces).toMatch(/^…𠮷+移動(?:か\u3099)+…$/u);
  });
});

describe('a find as it is shown', () => {
  const hit = (
    collection: Collection,
    values: Values,
    typed: string,
    more: Partial<Parameters<typeof hitOf>[0]> = {},
  ) =>
    hitOf(
      {
        collection,
        row: of(collection, 'x', values),
        note: '',
        around: '',
        writers: [],
        roundOf: () => null,
        ...more,
      },
      words(typed),
    );

  it('tells what it is, and where to go', () => {
    expect(hit(findings, { text: '移動の担い手', meeting: 'm' }, '移動')).toMatchObject({
      ...{ key: 'case:c1 findings x', document: DOCUMENT, collection: 'findings', id: 'x' },
      ...{ what: findings.what, title: [], field: 'text', parent: 'm' },
    });
  });

  it.each([
    // [a person, what was typed, title, what of it, the field]
    [{ name: '移動 花子' }, '移動', '[移動] 花子', null, 'name'],
    [{ name: '例', remarks: '移動の人' }, '移動', '例', '備考（内部用） [移動]の人', 'remarks'],
    [{ name: '移動', remarks: '支援' }, '移動 支援', '[移動]', '備考（内部用） [支援]', 'remarks'],
    [{ name: '移動' }, '移動 支援', '[移動]', null, 'name'],
    [
      { name: '例', kana: '移動', remarks: '移動と支援' },
      '移動 支援',
      '例',
      '備考（内部用） [移動]と[支援]',
      'remarks',
    ],
    [{ name: '例', kana: 'れい', remarks: 'x' }, '移動', '例', 'よみ れい', 'kana'],
    [{ name: '例' }, '移動', '例', null, ''],
    [{ name: '例', remarks: 'x' }, '', '例', null, ''],
  ])('%j for %s', (values, typed, title, excerpt, field) => {
    const found = hit(people, values, typed);
    expect(shown(found.title)).toBe(title);
    expect(found.excerpt && `${found.excerpt.name} ${shown(found.excerpt.pieces)}`).toBe(excerpt);
    expect(found.field).toBe(field);
  });

  it.each([
    [
      'a case by its themes',
      cases,
      {
        themes: [
          { id: 't', name: '移動', order: '' },
          { id: 'u', name: '通所', order: '' },
        ],
      },
      {},
      '移動、通所',
    ],
    ['a record by what is around it', findings, { text: '語' }, { around: '益城町' }, '益城町'],
    ['with its day', meetings, { date: '2022-08-24' }, { around: '益城町' }, '益城町 ・ 8/24'],
    ['not with one that is none', meetings, { date: '春' }, { around: '益城町' }, '益城町'],
    [
      'a person by what is said of them first',
      people,
      { name: '例', kana: 'れい', phone: '1', email: 'a' },
      {},
      'れい 1',
    ],
    [
      'but nothing long',
      people,
      { name: '例', kana: 'れ'.repeat(41), phone: '1'.repeat(40) },
      {},
      '1'.repeat(40),
    ],
    [
      'and by who wrote it',
      findings,
      { text: '語' },
      { around: '益城町', writers: ['生駒', '山本'] },
      '益城町 ・ 書いた人 生駒、山本',
    ],
  ] as const)('%s', (_, collection, values, more, where) => {
    expect(hit(collection, values, '語', more).where).toBe(where);
  });

  it('names a session by its round', () => {
    const roundOf = () => of(rounds, 'r', { number: 3 }) as never;
    const found = hit(meetings, { kind: 'session', round: 'r' }, '第3回', { roundOf });
    expect(shown(found.title)).toBe('[第3回]支援');
  });
});
