import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { type Finds, find, type Trail } from '#shared/domain/search/find.ts';
import { rangesOf } from '#shared/domain/search/marks.ts';
import { parseQuery, type SearchQuery } from '#shared/domain/search/query.ts';
import { type DocumentRows, recordsOf } from '#shared/domain/search/records.ts';
import { idAt, keysOn } from '#shared/domain/search/shelf.ts';
import { createWriterBook } from '#shared/domain/search/writers.ts';
import { searchForm } from '#shared/text/search-form.ts';
import { anyCase, anyOffice, anyText, look, shelvesOf } from '../support/searched.ts';

/* What holds of any texts; the edges of each rule are tables in `search-find` and `search-edges`. */

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
});

describe('what was looked for', () => {
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
});
