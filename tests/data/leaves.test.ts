import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#data/database.ts';
import { binnedRows, type StoredRow } from '#data/rows.ts';

const database = new Database('leaves');
beforeEach(() => database.leaves.clear());
afterAll(() => database.delete());

const BINNED = '2026-01-01T00:00:00Z';
const row = (document: string, id: string, person: string, deletedAt: string): StoredRow => ({
  ...{ document, id, person, deletedAt, organization: '' },
});

const anyDocument = fc.constantFrom('case:a', 'case:ab', 'case:b');
const anyId = fc.integer({ min: 0, max: 120 }).map((number) => `i${number}`);
const anyRow = fc
  .tuple(anyDocument, anyId, fc.constantFrom('p1', 'p2', ''), fc.constantFrom('', BINNED))
  .map((values) => row(...values));
const anyStep = fc.oneof(
  fc.array(anyRow, { maxLength: 150 }).map((rows) => ({ kind: 'put', rows }) as const),
  fc.array(anyRow, { maxLength: 5 }).map((rows) => ({ kind: 'put', rows }) as const),
  fc.array(anyRow, { maxLength: 100 }).map((rows) => ({ kind: 'delete', rows }) as const),
);

const keyOf = ({ document, id }: StoredRow): string => `${document} ${id}`;
const byKey = (a: StoredRow, b: StoredRow): number =>
  a.document === b.document ? (a.id < b.id ? -1 : 1) : a.document < b.document ? -1 : 1;

describe('rows in leaves', () => {
  it('are those of a table with a row for each, whatever is put and taken away', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 8 }), async (steps) => {
        await database.leaves.clear();
        const rows = database.rowsOf('attendances');
        await database.rowsOf('actions').put(row('case:a', 'other', 'p1', BINNED));
        const model = new Map<string, StoredRow>();
        for (const step of steps) {
          if (step.kind === 'put') {
            await rows.bulkPut(step.rows);
            for (const each of step.rows) model.set(keyOf(each), each);
          } else {
            await rows.bulkDelete(step.rows.map(({ document, id }) => [document, id]));
            for (const each of step.rows) model.delete(keyOf(each));
          }
        }
        const all = [...model.values()].toSorted(byKey);
        expect(await rows.toArray()).toEqual(all);
        expect(await rows.count()).toBe(all.length);
        const of = (document: string) => all.filter((each) => each.document === document);
        expect(await rows.of('case:a')).toEqual(of('case:a'));
        expect(await rows.between('case:a', 'case:ab')).toEqual([
          ...of('case:a'),
          ...of('case:ab'),
        ]);
        const keys = [...Array(121).keys()].map((at): [string, string] => ['case:b', `i${at}`]);
        expect(await rows.bulkGet(keys)).toEqual(
          keys.map(([document, id]) => model.get(`${document} ${id}`)),
        );
        expect(await rows.get(['case:a', 'i7'])).toEqual(model.get('case:a i7'));
        for (const person of ['p1', '']) {
          const found = await rows.where('person', person);
          expect(found.toSorted(byKey)).toEqual(all.filter((each) => each.person === person));
        }
        const bin = await binnedRows(database.leaves, { from: '2025', below: ':' });
        const own = bin.filter(({ collection }) => collection === 'attendances');
        expect(bin).toHaveLength(own.length + 1);
        expect(own.map((each) => each.row).toSorted(byKey)).toEqual(
          all.filter(({ deletedAt }) => deletedAt !== ''),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('never grow into one that is long to write: a leaf is split', async () => {
    const rows = database.rowsOf('attendances');
    for (let at = 0; at < 100; at += 1) await rows.put(row('case:a', `i${at}`, 'p1', ''));
    const sizes = (await database.leaves.toArray()).map((leaf) => leaf.rows.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(48);
    expect(sizes.length).toBeLessThan(8);
  });

  it('are looked for by indexed fields alone', async () => {
    await expect(database.rowsOf('attendances').where('name', '山田')).rejects.toThrow('name');
  });
});
