import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import { cases } from '#shared/domain/case/case.ts';
import { findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import {
  BIN_DAYS,
  type BinnedRow,
  binRange,
  dayOfDeletion,
  daysLeft,
  deletionsOf,
  emptiedAt,
} from '#shared/domain/record/bin.ts';
import type { Collection } from '#shared/domain/record/collection.ts';

const TODAY = day('2023-07-01');

describe('a deleted record', () => {
  it.each([
    // [deleted at (UTC), its day in Japan, days left on 1 July]
    ['2023-07-01T00:00:00.000Z', '2023-07-01', 180],
    ['2023-06-30T15:00:00.000Z', '2023-07-01', 180],
    ['2023-06-30T14:59:59.999Z', '2023-06-30', 179],
    ['2023-01-02T00:00:00.000Z', '2023-01-02', 0],
    ['2023-01-01T15:00:00.000Z', '2023-01-02', 0],
    ['2023-01-03T00:00:00.000Z', '2023-01-03', 1],
    ['2022-01-01T00:00:00.000Z', '2022-01-01', 0],
    // A clock that was ahead.
    ['2030-01-01T00:00:00.000Z', '2030-01-01', 180],
    ['9999-12-31T00:00:00.000Z', '9999-12-31', 180],
    // Whatever an edit from elsewhere may hold, the page of the bin is shown.
    ['9999-12-31T15:00:00.000Z', null, 0],
    ['+275760-09-13T00:00:00.000Z', null, 0],
    ['1872-12-31T00:00:00.000Z', null, 0],
    ['', null, 0],
    ['emptied 2023-06-01T00:00:00.000Z', null, 0],
  ])('of %j', (deletedAt, on, left) => {
    expect(dayOfDeletion(deletedAt)).toBe(on);
    expect(daysLeft(deletedAt, TODAY)).toBe(left);
  });

  it.each([
    ['2023-01-01T14:59:59.999Z', false],
    ['2023-01-01T15:00:00.000Z', true],
    ['2023-07-01T00:00:00.000Z', true],
    ['9999-12-31T00:00:00.000Z', true],
    [emptiedAt('2023-06-30T00:00:00.000Z'), false],
    ['', false],
  ])('at %j is in the bin on 1 July: %s', (deletedAt, isIn) => {
    const { from, below } = binRange(TODAY);
    expect(deletedAt >= from && deletedAt < below).toBe(isIn);
    // Whoever sees it there is told that days are left, or that it is the last.
    if (isIn) expect(daysLeft(deletedAt, TODAY)).toBeLessThanOrEqual(BIN_DAYS);
  });
});

describe('what one command deleted', () => {
  const row = (
    collection: Collection,
    id: string,
    deletedAt: string,
    document = 'case:c1',
  ): BinnedRow => ({ collection, row: { id, document, deletedAt } });

  it('is told by what was meant, and what went with it as it comes', () => {
    const [deletion] = deletionsOf([
      row(findings, 'f', '2023'),
      row(rounds, 'r', '2023'),
      row(meetings, 'm', '2023'),
      row(findings, 'g', '2023'),
    ]);
    expect(deletion?.head.row.id).toBe('m');
    const [ofCase] = deletionsOf([row(meetings, 'm', '2023'), row(cases, 'c', '2023')]);
    expect(ofCase?.head.row.id).toBe('c');
    expect(deletion?.others.map(({ row: { id } }) => id)).toEqual(['f', 'r', 'g']);
  });

  it('is one for each time and document, the latest first, those of one time as they come', () => {
    const all = deletionsOf([
      row(meetings, 'a', '2023-01'),
      row(meetings, 'b', '2023-02', 'case:c2'),
      row(meetings, 'c', '2023-02'),
      row(meetings, 'd', '2023-03'),
      row(meetings, 'e', '2023-02', 'case:c0'),
    ]);
    expect(all.map(({ head }) => head.row.id)).toEqual(['d', 'b', 'c', 'e', 'a']);
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect(all[1]).toMatchObject({ document: 'case:c2', deletedAt: '2023-02', others: [] });
    expect(deletionsOf([])).toEqual([]);
  });
});
