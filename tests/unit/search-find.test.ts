import { describe, expect, it } from 'vitest';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { find } from '#shared/domain/search/find.ts';
import { wantedKind } from '#shared/domain/search/kinds.ts';
import { excerptOf, rangesOf } from '#shared/domain/search/marks.ts';
import { parseQuery } from '#shared/domain/search/query.ts';
import type { DocumentRows } from '#shared/domain/search/records.ts';
import { idAt } from '#shared/domain/search/shelf.ts';
import { createWriterBook } from '#shared/domain/search/writers.ts';
import { look, rowOf, shelvesOf } from '../support/searched.ts';

const document = 'case:c1';
const year: DocumentRows = {
  document,
  rows: new Map([
    ['cases', [rowOf(cases, document, 'c1', { municipalityName: '益城町', fiscalYear: 2022 })]],
    [
      'meetings',
      [
        rowOf(meetings, document, 'm1', { title: '移動支援の打合せ', date: '2022-05-10' }),
        rowOf(meetings, document, 'm2', { title: '報告会', kind: 'briefing', date: '2023-02-01' }),
        rowOf(meetings, document, 'm3', { title: '移動支援の視察', date: '2022-11-01' }),
      ],
    ],
    [
      'findings',
      [
        rowOf(findings, document, 'f1', { text: '移動支援の担い手', meeting: 'm2', kind: 'issue' }),
        rowOf(findings, document, 'f2', {
          text: '移動支援を決めた',
          meeting: 'm1',
          kind: 'decision',
        }),
      ],
    ],
  ]),
  notes: new Map([['m2', '移動支援について話した。\n担い手がいない。']]),
};
const ids = (words: string) => look([year], words).best.map(({ shelf, at }) => idAt(shelf, at));

describe('who wrote', () => {
  it('is carried to the shelf that takes another’s place, and is nobody of shelves not looked at', () => {
    const [before, after] = shelvesOf([year, { ...year, notes: new Map() }]);
    if (before === undefined || after === undefined) throw new Error('no shelves');
    const book = createWriterBook();
    const places = (shelf: typeof before) =>
      find([shelf], parseQuery(''), {
        ...{ isWanted: () => true, weightOf: () => 0, limit: 9 },
        writtenBy: book.writtenBy('生駒'),
      }).best.map(({ at }) => idAt(shelf, at));
    expect(places(before)).toEqual([]);
    book.enter(before, new Map([['meetings m2', ['生駒']]]));
    book.carry(before, after);
    expect(places(after)).toEqual(['m2']);
  });
});

describe('what is found', () => {
  it('stands in the title first, then the latest', () => {
    expect(ids('移動支援')).toEqual(['m3', 'm1', 'm2', 'f1', 'f2']);
  });

  it('may have some of the words around it, but for one', () => {
    expect(ids('益城町 令和4年度 担い手')).toEqual(['m2', 'f1']);
    expect(ids('報告会 担い手')).toEqual(['m2', 'f1']);
    expect(ids('益城町')).toEqual(['c1']);
  });

  it('is narrowed by year, municipality, kind and period', () => {
    expect(ids('移動支援 年度:R5')).toEqual([]);
    expect(ids('移動支援 年度:R4 市町村:益城')).toHaveLength(5);
    expect(ids('移動支援 種別:会合')).toEqual(['m3', 'm1', 'm2']);
    expect(ids('移動支援 種別:決定')).toEqual(['f2']);
    expect(ids('移動支援 種別:報告会')).toEqual(['m2']);
    expect(ids('移動支援 種別:課題')).toEqual(['f1']);
    expect(ids('移動支援 期間:2022/4〜2022/11')).toEqual(['m3', 'm1', 'f2']);
    expect(ids('種別:会合')).toEqual(['m2', 'm3', 'm1']);
  });

  it('is counted by kind, whatever kind is wanted', () => {
    expect(Object.fromEntries(look([year], '移動支援 種別:会合').kinds)).toEqual({
      meetings: 3,
      findings: 2,
    });
  });
});

describe('what was looked for', () => {
  const marked = (text: string, words: string) =>
    rangesOf(text, parseQuery(words).words).map(({ from, to }) => text.slice(from, to));

  it.each([
    ['髙橋さん、高橋さん', '高橋', ['髙橋', '高橋']],
    ['ﾃﾞｲｻｰﾋﾞｽとデイサービス', 'でいさーびす', ['ﾃﾞｲｻｰﾋﾞｽ', 'デイサービス']],
    ['㈱益城', '株', ['㈱']],
    ['生駒　花子', '生駒花子', ['生駒　花子']],
    ['地域包括支\n援', '支援', ['支\n援']],
    ['サーバーとサーバ', 'サーバー', ['サーバー', 'サーバ']],
    ['👨‍👩‍👧と町', '町', ['町']],
    ['𠮷野家', '吉野', ['𠮷野']],
    ['ああああ', 'ああ', ['ああああ']],
    ['a.*b', '.*', ['.*']],
  ])('in %j for %j is %j', (text, words, found) => {
    expect(marked(text, words)).toEqual(found);
  });

  it('is shown where most of the words stand together', () => {
    const text = `移動の話。${'あ'.repeat(300)}担い手と移動支援を${'い'.repeat(300)}`;
    const pieces = excerptOf(text, parseQuery('移動 担い手').words);
    const words = pieces.map((piece) => piece.text).join('');
    expect(words).toMatch(/^…あ+担い手と移動支援をい+…$/);
    expect(words.length).toBeLessThan(130);
    expect(pieces.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual([
      '担い手',
      '移動',
    ]);
  });
});

describe('who types on', () => {
  const filler = Array.from({ length: 20 }, (_, at) =>
    rowOf(findings, document, `x${at}`, { text: '見学', meeting: 'm3' }),
  );
  const many: DocumentRows = {
    ...year,
    rows: new Map([...year.rows, ['actions', filler]]),
  };
  const shelves = shelvesOf([many, { ...many, document: 'case:c2', rows: new Map() }]);
  const seen = ({ best, total }: ReturnType<typeof find>) =>
    [total, ...best.map(({ shelf, at }) => idAt(shelf, at))].join(' ');

  it.each([
    // [what was asked first, what then; the same is found as if nothing had been asked before]
    ['移動', '移動支援', '5 m3 m1 m2 f1 f2'],
    ['移動支援', '移動支援 担い手', '2 m2 f1'],
    ['移動支援 担い手', '移動支援 担い手 報告', '2 m2 f1'],
    ['担い手', '担い手が', '1 m2'],
    ['担い手', '担い手 益城', '2 m2 f1'],
    ['担い手', '担い手 氷川', '0'],
    ['担い', '移動 担い手', '2 m2 f1'],
    ['打合せ', '打合せ 移動', '2 m1 f2'],
    ['担い手', '移動支援', '5 m3 m1 m2 f1 f2'],
    ['移動支援 年度:R4', '移動支援', '5 m3 m1 m2 f1 f2'],
    ['担い手 市町村:氷川', '担い手', '2 m2 f1'],
    ['担い手 テーマ:通所', '担い手', '2 m2 f1'],
    ['担い手 年度:R5', '担い手 年度:R4', '2 m2 f1'],
    ['担い手 種別:会合', '担い手 種別:課題', '1 f1'],
    ['担い手 期間:2022/4', '担い手', '2 m2 f1'],
    ['氷川', '氷川町', '0'],
    ['氷川', '益城', '1 c1'],
    ['サーバ', 'サーバー登録', '0'],
    ['', '担い手', '2 m2 f1'],
  ])('from %j to %j', (first, then, expected) => {
    const query = parseQuery(then);
    const wanted = {
      isWanted: wantedKind(COLLECTIONS, query.filters.kind),
      weightOf: () => 0,
      limit: 100,
    };
    const { trail } = find(shelves, parseQuery(first), { ...wanted, isWanted: () => true });
    const found = find(shelves, query, wanted, trail);
    expect(seen(found)).toBe(expected);
    // And goes on from there.
    expect(seen(find(shelves, query, wanted, found.trail))).toBe(expected);
    expect(seen(find(shelves, query, wanted))).toBe(expected);
  });

  it('looks only where the words before were, unless they were nearly everywhere', () => {
    const [shelf] = shelves;
    const passed = (typed: string) => {
      const { trail } = find(shelves, parseQuery(typed), {
        ...{ isWanted: () => true, weightOf: () => 0, limit: 1 },
      });
      const places = shelf && trail.passed.get(shelf);
      return places && [...places].map((at) => idAt(shelf, at));
    };
    expect(passed('担い手')).toEqual(['m2', 'f1']);
    expect(passed('氷川')).toBeNull();
    expect(passed('見学')).toBeUndefined();
  });
});
