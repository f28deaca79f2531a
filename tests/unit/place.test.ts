import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersAt } from '#data/operations/record/place.ts';

/** Keys as merges leave them: equal, missing, or no key at all. */
const key = fc.constantFrom('', 'a0', 'a1', 'a1V', 'a2', 'Zz', 'no key');

describe('placing a record among its siblings', () => {
  it('puts it at the index asked for, whatever order keys its siblings have, and keeps their order', () => {
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 8 }),
        fc.nat(8),
        fc.integer({ min: -2, max: 10 }),
        (keys, which, index) => {
          const siblings = keys
            .map((order, at) => ({ id: `s${at}`, order }))
            .sort((a, b) =>
              a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1,
            );
          const moved = siblings[which % siblings.length]?.id ?? '';
          const orders = ordersAt(siblings, moved, index);
          const after = siblings
            .map(({ id, order }) => ({ id, order: orders.get(id) ?? order }))
            .sort((a, b) =>
              a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1,
            )
            .map(({ id }) => id);
          const others = siblings.map(({ id }) => id).filter((id) => id !== moved);
          const at = Math.min(Math.max(index, 0), others.length);
          expect(after).toEqual(others.toSpliced(at, 0, moved));
        },
      ),
    );
  });

  it('touches one key only where there is room', () => {
    const siblings = ['a0', 'a1', 'a2'].map((order, at) => ({ id: `s${at}`, order }));
    expect([...ordersAt(siblings, 's2', 1).keys()]).toEqual(['s2']);
  });
});
