import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffPart, diffTexts } from '#shared/text/diff-texts.ts';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

const texts = fc
  .array(fc.constantFrom('住民', '市民', 'の', '声', 'を聞く', '。', '\n', '𠮷', 'a '), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

describe('two texts laid over each other', () => {
  test('hold the one without what was added, and the other without what was removed', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = diffTexts(before, after);
        expect(without(parts, 'added')).toBe(before);
        expect(without(parts, 'removed')).toBe(after);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('mark the words that differ and leave the sentence around them', () => {
    expect(diffTexts('住民の声を聞く。\n次へ進む。', '市民の声を聞く。\n次へ進む。')).toEqual([
      { kind: 'removed', text: '住民' },
      { kind: 'added', text: '市民' },
      { kind: 'same', text: 'の声を聞く。\n次へ進む。' },
    ]);
  });

  test('mark a line that came as a whole', () => {
    expect(diffTexts('一行目\n三行目', '一行目\n二行目\n三行目')).toEqual([
      { kind: 'same', text: '一行目\n' },
      { kind: 'added', text: '二行目\n' },
      { kind: 'same', text: '三行目' },
    ]);
  });

  test('of which one is a whole other text are removed and added, however long they are', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `前の行${index}`).join('\n');
    const after = Array.from({ length: 3000 }, (_, index) => `後の行${index}`).join('\n');
    const parts = diffTexts(before, after);
    expect(without(parts, 'added')).toBe(before);
    expect(without(parts, 'removed')).toBe(after);
  });
});
