import { describe, expect, it } from 'vitest';
import { entryLines, filterLines, NO_FILTER } from '#features/history/model.ts';
import { isUnseen, lookedAt, restoreLooked, sinceChoices } from '#features/history/since.ts';
import { day } from '#shared/dates/types.ts';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';

const HERE = 'here' as DeviceId;
const THERE = 'there' as DeviceId;

const entryOf = (id: string, device: DeviceId, at: string): HistoryEntry => ({
  id,
  document: 'office',
  kind: 'edit',
  from: Date.parse(at),
  to: Date.parse(at),
  author: { id: 'a', name: '山田' },
  device,
  label: id,
  moment: id,
  isErased: false,
  records: [
    {
      collection: 'people',
      record: id,
      name: id,
      parent: '',
      parentName: '',
      fate: 'made',
      fields: [],
    },
  ],
});
const MARCH = entryOf('march', THERE, '2023-03-20T01:00:00Z');
const APRIL = entryOf('april', HERE, '2023-04-03T01:00:00Z');
const LATE = entryOf('late', THERE, '2023-03-28T01:00:00Z');

describe('What was changed since somebody looked', () => {
  it('is what has come in since, whenever it was done', () => {
    const looked = lookedAt([MARCH, APRIL]);
    expect([MARCH, LATE, APRIL].filter((entry) => isUnseen(entry, looked))).toEqual([LATE]);
    expect(lookedAt([LATE], looked)).toEqual({ here: APRIL.to, there: LATE.to });
    const lines = entryLines([MARCH, LATE, APRIL], HERE, undefined);
    const filter = { ...NO_FILTER, period: 'looked' as const };
    const shown = filterLines(lines, filter, day('2023-04-10'), { charge: null, looked });
    expect(shown.map(({ id }) => id)).toEqual(['late']);
  });

  it('is everything where nobody has looked, or nothing readable was kept', () => {
    for (const kept of [undefined, null, 'x', [], {}, { here: 'x' }]) {
      expect(restoreLooked(kept)).toBeUndefined();
    }
    expect(restoreLooked({ here: 3, there: 'x' })).toEqual({ here: 3 });
  });
});

describe('What was changed since somebody took over', () => {
  it('begins with their first day', () => {
    const lines = entryLines([MARCH, LATE, APRIL], HERE, undefined);
    const filter = { ...NO_FILTER, period: 'charge' as const };
    const since = { charge: day('2023-03-28'), looked: undefined };
    const shown = filterLines(lines, filter, day('2023-04-10'), since);
    expect(shown.map(({ id }) => id)).toEqual(['april', 'late']);
    expect(sinceChoices(since)).toEqual([{ id: 'charge', label: '担当になってから' }]);
  });
});
