import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAtEnds } from '#shared/text/without-ends.ts';

const isMark = (character: string): boolean => /[・、\s]/u.test(character);

describe('a text without what stands at its ends', () => {
  it.each([
    ['', ''],
    ['・、　', ''],
    ['福祉課', '福祉課'],
    ['・福祉・健康課 、', '福祉・健康課'],
    ['・𠮷', '𠮷'],
  ])('%j: %j', (text, left) => {
    expect(withoutAtEnds(text, isMark)).toBe(left);
  });

  it('is what an expression would leave', () => {
    const piece = fc.constantFrom('・', '、', ' ', '課', '𠮷', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(withoutAtEnds(text, isMark)).toBe(text.replace(/^[・、\s]+|[・、\s]+$/gu, ''));
      }),
    );
  });
});
