import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { type Finds, find, type Trail } from '#shared/domain/search/find.ts';
import { wantedKind } from '#shared/domain/search/kinds.ts';
import { excerptOf, rangesOf } from '#shared/domain/search/marks.ts';
import { parseQuery, type SearchQuery } from '#shared/domain/search/query.ts';
import { type DocumentRows, recordsOf } from '#shared/domain/search/records.ts';
import { idAt, keysOn, shelfOf } from '#shared/domain/search/shelf.ts';
import { createWriterBook } from '#shared/domain/search/writers.ts';
import { searchForm } from '#shared/text/search-form.ts';
import { anyCase, anyOffice, anyText, rowOf } from '../support/searched.ts';

const shelvesOf = (documents: readonly DocumentRows[]) =>
  documents.map((rows) => shelfOf(recordsOf(COLLECTIONS, rows)));

const look = (documents: readonly DocumentRows[], typed: string, limit = 1000): Finds => {
  const query = parseQuery(typed);
  return find(shelvesOf(documents), query, {
    isWanted: wantedKind(COLLECTIONS, query.filters.kind),
    weightOf: (collection) => (collection === 'findings' || collection === 'actions' ? 0 : 1),
    limit,
  });
};

const idsOf = ({ best }: Finds): readonly string[] => best.map(({ shelf, at }) => idAt(shelf, at));

/** Every record is looked at, field by field, without a shelf. */
const naive = (documents: readonly DocumentRows[], { words }: SearchQuery): readonly string[] =>
  documents.flatMap((document) => {
    const { records, contexts } = recordsOf(COLLECTIONS, document);
    return records
      .filter(({ title, parts, context }) => {
        const own = [title, ...parts.map(({ text }) => text)].map(searchForm);
        const around = contexts[context]?.form ?? '';
        const has = (texts: readonly string[]) =>
          words.map(({ forms }) => forms.some((form) => texts.some((text) => text.includes(form))));
        return (
          has([...own, around]).every(Boolean) && (words.length === 0 || has(own).includes(true))
        );
      })
      .map(({ id }) => id);
  });

const documents = fc.tuple(anyCase('a'), anyCase('b'), anyOffice).map((all) => [...all]);
const typed = fc.array(anyText, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

describe('searching', () => {
  it('finds what a look at every record finds, and nothing else', () => {
    let found = 0;
    fc.assert(
      fc.property(documents, typed, (all, words) => {
        const finds = look(all, words);
        const expected = naive(all, parseQuery(words));
        expect([...idsOf(finds)].sort()).toEqual([...expected].sort());
        expect(finds.total).toBe(expected.length);
        found += expected.length > 0 ? 1 : 0;
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(30);
  });

  it('finds the same when it goes on from an earlier question', () => {
    let narrowed = 0;
    fc.assert(
      fc.property(documents, typed, typed, (all, words, more) => {
        const shelves = shelvesOf(all);
        const wanted = { isWanted: () => true, weightOf: () => 0, limit: 1000 };
        const seen = ({ best, total }: Finds) => [
          total,
          ...best.map(({ shelf, at }) => idAt(shelf, at)),
        ];
        let trail: Trail | undefined;
        for (const text of [
          words.slice(0, 2),
          words,
          `${words}${more}`,
          `${words} ${more}`,
          more,
        ]) {
          const query = parseQuery(text);
          const found = find(shelves, query, wanted, trail);
          expect(seen(found)).toEqual(seen(find(shelves, query, wanted)));
          if (trail !== undefined && found.total > 0) narrowed += 1;
          trail = found.trail;
        }
      }),
      { numRuns: 300 },
    );
    expect(narrowed).toBeGreaterThan(50);
  });

  it('shows the best first, the same at each limit', () => {
    fc.assert(
      fc.property(documents, typed, fc.integer({ min: 1, max: 6 }), (all, words, limit) => {
        expect(idsOf(look(all, words, limit))).toEqual(idsOf(look(all, words)).slice(0, limit));
      }),
      { numRuns: 150 },
    );
  });
});

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
const ids = (words: string) => idsOf(look([year], words));

describe('who wrote', () => {
  const NAMES = ['生駒 花子', '山本 太郎', '髙橋'] as const;
  const typedName = fc.constantFrom('生駒', '太郎', '高橋', '子', '佐藤');

  it('leaves what they wrote of what is found otherwise, and says how much is nobody’s', () => {
    let [kept, unknown] = [0, 0];
    fc.assert(
      fc.property(documents, typed, typedName, fc.integer(), (all, words, name, seed) => {
        const shelves = shelvesOf(all);
        const book = createWriterBook();
        const of = (key: string): readonly string[] =>
          NAMES.filter((_, at) => ((seed ^ key.charCodeAt(key.length - 1)) >> at) % 2 === 1);
        for (const shelf of shelves) {
          book.enter(shelf, new Map(keysOn(shelf).map((key) => [key, of(key)])));
        }
        // One letter is found in several records.
        const query = parseQuery(words.slice(0, 1));
        const wanted = { isWanted: () => true, weightOf: () => 0, limit: 1000 };
        const keyOf = ({ shelf, at }: Finds['best'][number]) => keysOn(shelf)[at] ?? '';
        const without = find(shelves, query, wanted).best.map(keyOf);
        const form = searchForm(name);
        const by = find(shelves, query, { ...wanted, writtenBy: book.writtenBy(form) });
        expect(by.best.map(keyOf)).toEqual(
          without.filter((key) => of(key).some((each) => searchForm(each).includes(form))),
        );
        expect(by.total).toBe(by.best.length);
        expect(by.unknown).toBe(without.filter((key) => of(key).length === 0).length);
        for (const each of by.best)
          expect(book.writersAt(each.shelf, each.at)).toEqual([...of(keyOf(each))].sort());
        kept += by.total > 0 && by.total < without.length ? 1 : 0;
        unknown += by.unknown > 0 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect([kept > 10, unknown > 10]).toEqual([true, true]);
  });

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

  it('is marked wherever it stands, and nothing else is', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, word) => {
        const { words } = parseQuery(word);
        const ranges = rangesOf(text, words);
        // Letters of several parts may have become one: then nothing is marked.
        const forms = words.flatMap((each) => each.marked);
        for (const { from, to } of ranges) {
          const part = searchForm(text.slice(from, to));
          expect(forms.some((form) => part.includes(form))).toBe(true);
        }
        const rest = ranges.reduceRight(
          (left, { from, to }) => `${left.slice(0, from)}\u{f8ff}${left.slice(to)}`,
          text,
        );
        if (ranges.length > 0) {
          for (const form of forms) expect(searchForm(rest)).not.toContain(form);
        }
      }),
      { numRuns: 2000 },
    );
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
