import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIELD_END,
  joinedForm,
  mapForm,
  RECORD_END,
  searchForm,
  withoutEnds,
} from '#shared/text/search-form.ts';

/** Letters that folding changes, joins, or takes away, beside whatever else there is. */
const letters = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...'かカｶがガｶﾞ゛ﾞ゙¨´ςσΣİßﬁ①㈱㍿髙高﨑𠮷吉辻󠄀ー-–−〜~ 　\n\t\u0000\u0001\u200b👨‍👩‍👧é',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const texts = fc.array(letters, { maxLength: 30 }).map((parts) => parts.join(''));

describe('the form in which texts are searched', () => {
  it.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['齋藤', '斉藤'],
    ['𠮷野家', '吉野家'],
    ['辻\u{e0100}', '辻'],
    ['生駒　花子', '生駒花子'],
    ['地域包括支\n援センター', '地域包括支援センター'],
    ['サ−ビス', 'サービス'],
    ['サ―ビスＣ', 'さーびすc'],
    ['ｻｰﾋﾞｽ', 'サービス'],
    ['1－2', '1-2'],
    ['4月〜9月', '4月～9月'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['か゛', 'が'],
    ['か ゛', 'が'],
    ['e´', 'é'],
    ['a ¨ b', 'äb'],
  ])('%s and %s are one', (a, b) => {
    expect(searchForm(a)).toBe(searchForm(b));
  });

  it.each([
    ['サーバ', 'さば'],
    ['高', '商'],
    ['か', 'が'],
  ])('%s and %s are two', (a, b) => {
    expect(searchForm(a)).not.toBe(searchForm(b));
  });

  it('is its own form', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(searchForm(searchForm(text))).toBe(searchForm(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same for texts that are folded together', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (all) => {
        const joined = joinedForm(
          all.map((text) => withoutEnds(text) + FIELD_END).join('') + RECORD_END,
        );
        expect(joined).toBe(all.map((text) => searchForm(text) + FIELD_END).join('') + RECORD_END);
      }),
      { numRuns: 2000 },
    );
  });

  it('leads back to letters of the text that have that form', () => {
    let told = 0;
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const { form, original } = mapForm(text);
        const [from, to] = [a % (form.length + 1), b % (form.length + 1)].sort((x, y) => x - y);
        const range = original(from ?? 0, to ?? 0);
        if (range === null) return;
        told += 1;
        const part = searchForm(text.slice(range.from, range.to));
        expect(part).toContain(form.slice(from, to));
        expect(form).toContain(part);
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(1500);
  });

  it('tells no place where letters of several parts have become one', () => {
    // Two letters of a syllable that NFKC makes one.
    const { form, original } = mapForm('ᄀ\u1161 이 지원');
    expect(form.startsWith('가')).toBe(true);
    expect(original(0, 1)).toBeNull();
  });
});
