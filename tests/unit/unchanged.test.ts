import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unchanged } from '#shared/unchanged.ts';

const place = { id: 'm1', place: '県庁', modes: [{ id: 'online' }] };
const other = { id: 'm2', place: '役場', modes: [] };

it.each([
  ['texts', '県庁'],
  ['nothing', null],
  ['a record', place],
  ['a list of records', [place, other]],
  ['a list without ids', [1, [2, 3], { of: 'm1' }]],
  ['an answer of several lists', { rows: [place, other], year: 2026, note: undefined }],
  ['a map', new Map([['m1', place]])],
  ['a set', new Set(['m1', 'm2'])],
])('%s that say the same as before are the same', (_, value) => {
  expect(unchanged(value, structuredClone(value))).toBe(value);
});

it.each([
  ['another text', place, { ...place, place: '役場' }],
  ['a field more', place, { ...place, aim: '' }],
  ['a field less', place, { id: 'm1', place: '県庁' }],
  ['a field of another name', { id: 'm1', from: undefined }, { id: 'm1', until: undefined }],
  ['a record less', [place, other], [place]],
  ['a record more', [place], [place, other]],
  ['another order', [place, other], [other, place]],
  ['a list for an object', [place], { 0: place }],
  ['an object for a list', { 0: place }, [place]],
  ['a record for nothing', null, place],
  ['nothing for a record', place, null],
  ['another value in a map', new Map([['m1', 1]]), new Map([['m1', 2]])],
  ['another key in a map', new Map([['m1', 1]]), new Map([['m2', 1]])],
  [
    'a map in another order',
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
    new Map([
      ['b', 1],
      ['a', 1],
    ]),
  ],
  ['more in a set', new Set(['m1']), new Set(['m1', 'm2'])],
  ['another in a set', new Set(['m1']), new Set(['m2'])],
  ['a set for a map', new Map([['m1', 1]]), new Set(['m1'])],
  ['a map for a set', new Set(['m1']), new Map([['m1', 1]])],
  ['a day for a record', {}, new Date(0)],
  ['a record for a day', new Date(0), {}],
])('With %s it is the new one', (_, before, now) => {
  const kept = unchanged(before, now);
  expect(kept).toEqual(now);
  expect(kept).not.toBe(before);
});

it('What has not changed in what has is the same, wherever it stands in a list now', () => {
  const before = { rows: [place, other], years: new Map([['R8', place]]), title: '第1回' };
  const added = { id: 'm0', place: '', modes: [] };
  const moved = { ...other, place: '公民館' };
  const kept = unchanged(before, structuredClone({ ...before, rows: [added, moved, place] }));
  expect(kept.rows[0]).toEqual(added);
  expect(kept.rows[1]).toEqual(moved);
  expect(kept.rows[1]?.modes).toBe(other.modes);
  expect(kept.rows[2]).toBe(place);
  expect(kept.years).toBe(before.years);
});

it('Frozen values are taken as they are, and nothing is written into them', () => {
  const before = Object.freeze({ rows: Object.freeze([Object.freeze(place)]), title: '第1回' });
  const now = Object.freeze({ rows: Object.freeze([Object.freeze({ ...place })]), title: '第2回' });
  const kept = unchanged(before, now);
  expect(kept).toEqual(now);
  expect(kept.rows).toBe(before.rows);
  expect(now.rows).not.toBe(before.rows);
});

it('Whatever was before, it says what is now', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('', 'a', 0, -0, Number.NaN, null, undefined, true),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('id', 'a', 'b'), tie('any'), { maxKeys: 3 }),
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), tie('any'))).map((all) => new Map(all)),
      fc.array(fc.constantFrom('a', 'b', 'c')).map((all) => new Set(all)),
    ),
  })).any;
  fc.assert(
    fc.property(value, value, (before, now) => {
      const said = structuredClone(now);
      expect(unchanged(before, now)).toEqual(said);
      expect(unchanged(said, now)).toEqual(said);
    }),
  );
});
