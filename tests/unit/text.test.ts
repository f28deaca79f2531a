import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount } from '#shared/text/count.ts';
import { fold, sameText } from '#shared/text/fold.ts';
import { checkName, clip, lengthOf, NAME_LIMIT } from '#shared/text/limits.ts';

describe('searching', () => {
  it.each([
    ['ミーティング', 'みーてぃんぐ'],
    ['ﾐｰﾃｨﾝｸﾞ', 'ミーティング'],
    ['ＡＤ', 'ad'],
    ['通所型サービスＣ', '通所型サービスc'],
    ['鶴ヶ丘', '鶴ケ丘'],
    ['㈱益城', '(株)益城'],
    ['第1部　②', '第１部 2'],
    ['か\u3099', 'が'],
  ])('finds %s for %s', (a, b) => {
    expect(sameText(a, b)).toBe(true);
  });

  it('keeps apart what differs', () => {
    expect(sameText('ハート', 'バート')).toBe(false);
    expect(sameText('びょういん', 'びよういん')).toBe(false);
  });

  it('folds a folded text into itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name', () => {
  it('is kept as one clean line', () => {
    expect(checkName(' 益城町\u0000役場\n別館\u202e ')).toEqual({
      ok: true,
      value: '益城町役場 別館',
    });
    expect(checkName('\u{20bb7}野家')).toEqual({ ok: true, value: '\u{20bb7}野家' });
  });

  it('of 10,000 characters is refused with a message that says how long it may be', () => {
    expect(checkName('あ'.repeat(10_000), '会場')).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        happened: '会場が長すぎます（10,000文字）。',
        safe: 'ほかの入力はそのまま残っています。',
        todo: '200文字までにしてください。くわしい内容は記録の本文に書けます。',
      },
    });
    expect(checkName('\u{20bb7}'.repeat(NAME_LIMIT)).ok).toBe(true);
  });

  it('is not empty, nor made of what cannot be seen', () => {
    for (const text of ['', '　', '\u200b\u0007']) {
      expect(checkName(text)).toMatchObject({
        ok: false,
        error: { happened: '名前が入っていません。' },
      });
    }
  });

  it('is clipped between characters, never within one', () => {
    expect(clip('益城町', 3)).toBe('益城町');
    expect(clip('益城町役場', 3)).toBe('益城…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const clipped = clip(text, limit);
        expect(lengthOf(clipped)).toBe(Math.min(limit, lengthOf(text)));
        expect(clipped).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('a head count', () => {
  it.each([
    ['49', 49],
    ['49人', 49],
    ['４９', 49],
    ['４９ 名', 49],
    ['計46名', 46],
    ['合計46人', 46],
    ['約30人', 30],
    ['約30人程度', 30],
    ['1,234人', 1234],
    ['33,749人', 33_749],
    ['0', 0],
    ['007', 7],
  ])('may be %s', (text, count) => {
    expect(parseCount(text)).toEqual({ ok: true, value: count });
  });

  it.each(['たくさん', '-1', '3.5', '1,23', '49人45人', '１２三', 'NaN', '1e3', '0x10'])(
    'is not %s',
    (text) => {
      expect(parseCount(text)).toEqual({
        ok: false,
        error: {
          code: 'invalid-input',
          happened: `「${text}」は人数として読み取れません。`,
          safe: 'ほかの入力はそのまま残っています。',
          todo: '「49」「49人」のように、0以上の整数で入力してください。',
        },
      });
    },
  );

  it('is neither empty nor larger than the country', () => {
    expect(parseCount(' ')).toMatchObject({
      ok: false,
      error: { happened: '人数が入っていません。' },
    });
    expect(parseCount('9'.repeat(10_000))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });
});
