import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, typedFilters, withFilter } from '#shared/domain/search/query.ts';

const forms = (typed: string) => parseQuery(typed).words.map((word) => [...word.forms]);

describe('what is typed into the search', () => {
  it.each([
    ['移動支援　通所', [['移動支援'], ['通所']]],
    ['"第2回 支援"', [['第2回支援']]],
    ['“第2回 支援', [['第2回支援']]],
    ['＂＂ "', []],
    ['.* \\', [['.*'], ['\\']]],
    ['高橋 髙橋', [['高橋']]],
    ['゛', [['\u3099']]],
    [' 　\n', []],
  ])('%j is the words %j', (typed, words) => {
    expect(forms(typed)).toEqual(words);
  });

  it.each([
    ['サーバー', [['さ-ば']]],
    ['サーバ', [['さ-ば']]],
    ['ユーザ登録', [['ゆ-ざ登録', 'ゆ-ざ-登録']]],
    ['ﾕｰｻﾞｰ登録', [['ゆ-ざ-登録', 'ゆ-ざ登録']]],
    // Nobody means キ by キー, or さびす by さーびす.
    ['キー', [['き-']]],
    ['さーびす', [['さ-びす']]],
    ['サービスC', [['さ-びすc']]],
    ['メモリ不足', [['めもり不足', 'めもり-不足']]],
  ])('%j may lack the long mark, or have it: %j', (typed, words) => {
    expect(forms(typed)).toEqual(words.map((word) => expect.arrayContaining(word)));
    expect(forms(typed).flat()).toHaveLength(words.flat().length);
  });

  it('holds filters beside the words', () => {
    const typed =
      '支援 年度:R4 市町村：益城 種別:課題・気づき テーマ:移動 期間:R4.4〜2022/9/30 書いた人:生駒';
    expect(parseQuery(typed)).toMatchObject({
      words: [{ forms: ['支援'] }],
      filters: {
        ...{ year: 2022, municipality: '益城', kind: '課題・気づき', theme: '移動' },
        ...{ from: '2022-04', to: '2022-09-30', writer: '生駒' },
      },
      unread: [],
    });
  });

  it('says which filters it could not read', () => {
    expect(parseQuery('年度:来年 期間:いつか 年度: 支援')).toMatchObject({
      words: [{ forms: ['支援'] }],
      unread: ['年度:来年', '期間:いつか'],
    });
  });

  it('takes a word in quotes for a word', () => {
    expect(forms('"年度:R4"')).toEqual([['年度:r4']]);
  });

  it('takes another value of a filter in place of the one before', () => {
    const once = withFilter('"第2回 支援" 移動', '年度', '令和4年度');
    expect(once).toBe('"第2回 支援" 移動 年度:令和4年度');
    expect(withFilter(once, '年度', '令和 5年度')).toBe('"第2回 支援" 移動 年度:令和5年度');
    expect(typedFilters(once)).toEqual([{ key: '年度', value: '令和4年度' }]);
    expect(withFilter(once, '年度', null)).toBe('"第2回 支援" 移動');
  });

  it('never fails, and asks for nothing that no text can have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        for (const { forms: all, marked } of parseQuery(typed).words) {
          for (const form of [...all, ...marked]) {
            expect(form).not.toBe('');
            expect(form).not.toMatch(/[\s\0]/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
