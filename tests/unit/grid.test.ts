import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOf, optionsFor } from '#ui/grid/cell-options.tsx';
import { gridColumns } from '#ui/grid/grid-columns.ts';
import { moveOf, placeAfter } from '#ui/grid/moves.ts';
import { drawnRows } from '#ui/grid/use-window.ts';

const columns = 5;

describe('The cursor of a grid', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });

  test('never leaves the table but by Tab at its ends', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.tuple(keys, fc.boolean())),
        (count, pressed) => {
          let place = { row: 0, column: 0 };
          for (const [key, ctrlKey] of pressed) {
            const move = moveOf(press(key, { ctrlKey }), 20);
            const next = move === null ? null : placeAfter(place, move, { rows: count, columns });
            expect(next).not.toBeNull();
            place = next ?? place;
            expect(place.row).toBeGreaterThanOrEqual(0);
            expect(place.row).toBeLessThan(count);
            expect(place.column).toBeGreaterThanOrEqual(0);
            expect(place.column).toBeLessThan(columns);
          }
        },
      ),
    );
  });

  test('goes through all cells by Tab and back by Shift+Tab', () => {
    let place = { row: 0, column: 0 };
    let steps = 0;
    for (;;) {
      const next = placeAfter(place, 'next', { rows: 3, columns });
      if (next === null) break;
      expect(placeAfter(next, 'previous', { rows: 3, columns })).toEqual(place);
      place = next;
      steps += 1;
    }
    expect(steps).toBe(3 * columns - 1);
    expect(moveOf(press('Tab', { shiftKey: true }), 1)).toBe('previous');
  });
});

describe('The rows of a grid that are drawn', () => {
  test.each([
    ['those in view', { first: 2, end: 5 }, 3, 10, [2, 3, 4]],
    ['the cursor above them too', { first: 2, end: 5 }, 0, 10, [0, 2, 3, 4]],
    ['the cursor below them too', { first: 2, end: 5 }, 5, 10, [2, 3, 4, 5]],
    ['no cursor behind the last row', { first: 0, end: 2 }, 2, 2, [0, 1]],
    ['nothing of an empty grid', { first: 0, end: 0 }, 0, 0, []],
  ])('are %s', (_what, view, cursor, count, drawn) => {
    expect(drawnRows(view, cursor, count)).toEqual(drawn);
  });

  test('have a track for each column, the number and the menu', () => {
    const { template } = gridColumns([
      { id: 'name', label: '名前', width: 'minmax(150px, 2fr)' },
      { id: 'year', label: '年度', width: '80px' },
    ]);
    expect(template).toBe('40px minmax(150px, 2fr) 80px 36px');
  });
});

describe('What a cell of a grid offers', () => {
  const STATES = ['予定', '実施中', '完了'];
  const NAMES = ['県の伴走支援', '県の研修', '町の協議体'];

  test('is every choice of its column, whatever is typed', () => {
    expect(optionsFor({ choices: STATES, suggestions: NAMES }, '完', '予定')).toEqual(STATES);
  });

  test('is what other cells say and holds what is typed, but not that itself', () => {
    const words = { choices: [], suggestions: NAMES };
    expect(optionsFor(words, '県', '')).toEqual(['県の伴走支援', '県の研修']);
    expect(optionsFor(words, ' 県の研修 ', '')).toEqual([]);
    expect(optionsFor(words, '国', '')).toEqual([]);
  });

  test('is all that other cells say, eight at most, while the cell reads as it was stored', () => {
    const many = Array.from({ length: 12 }, (_, n) => `第${n + 1}層`);
    const words = { choices: [], suggestions: many };
    expect(optionsFor(words, '県', '県')).toEqual(many.slice(0, 8));
    expect(optionsFor(words, '層', '県')).toEqual(many.slice(0, 8));
  });

  test.each([
    ['', -1],
    ['  ', -1],
    ['完了', 2],
    ['実', 1],
    ['中', 1],
    ['ﾖﾃｲ', -1],
    ['取組み', -1],
  ])('takes of %j the choice that it most likely means', (typed, index) => {
    expect(bestOf(STATES, typed)).toBe(index);
  });

  test('prefers the very word to one that only begins so', () => {
    expect(bestOf(['完了（一部）', '完了'], '完了')).toBe(1);
    expect(bestOf(['一部完了', '完了（一部）'], '完了')).toBe(1);
  });
});
