import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANY_THEME, Database, NO_YEAR, type StoredDigest } from '#data/database.ts';
import { keepDigests } from '#data/digests/keeper.ts';
import { type DigestsOf, isBeingRead, readDigests, readYears } from '#data/digests/read-digests.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { digestOf } from '#tests/support/digests.ts';
import { caseRow, meetingRow, members } from '#tests/support/rows.ts';

let database: Database;
beforeEach(() => {
  database = new Database(`digests-${randomId()}`);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await database.delete();
});

type Facts = {
  readonly year?: number | null;
  readonly themes?: readonly string[];
  readonly isPlanned?: boolean;
};
const rowsOf = (id: string, { year = 2022, themes = [], isPlanned = false }: Facts) => {
  const document = caseDocument(id as CaseId);
  const own = { ...caseRow(id, { fiscalYear: year, themes: members(...themes) }), document };
  const meeting = meetingRow(`m-${id}`, { kind: 'exchange', state: 'planned', date: '2022-08-24' });
  return { document, case: own, meetings: isPlanned ? [{ ...meeting, document }] : [] };
};
/** A case whose digest is as true as its rows. */
const current = async (id: string, facts: Facts = {}) => {
  const { document, case: own, meetings } = rowsOf(id, facts);
  const digest = digestOf({ case: own, meetings });
  const [fiscalYear, hasPlanned] = [own.fiscalYear ?? NO_YEAR, facts.isPlanned ? 1 : 0] as const;
  const themes = own.themes.map((theme) => theme.id);
  await database.digests.put({ document, isStale: 0, fiscalYear, hasPlanned, themes, digest });
};
/** A case that has changed: its rows say this now. */
const stale = async (id: string, facts: Facts = {}, rest: Partial<StoredDigest> = {}) => {
  const { document, case: own, meetings } = rowsOf(id, facts);
  await database.rowsOf('cases').bulkPut([own]);
  await database.rowsOf('meetings').bulkPut(meetings);
  await database.digests.put({
    ...{ document, isStale: 1, hasPlanned: 1, themes: [ANY_THEME] },
    ...{ fiscalYear: own.fiscalYear ?? NO_YEAR, ...rest },
  });
};
const read = async (which: DigestsOf) =>
  (await readDigests(database, which)).map((digest) => digest.case.id).toSorted();
const staleOnes = async () =>
  (await database.digests.where('isStale').equals(1).primaryKeys()).toSorted();

describe('cases that are asked for', () => {
  const some = async () => {
    await current('a', { year: 2022, themes: ['移動'] });
    await current('b', { year: 2022, isPlanned: true, themes: ['移動', '総合'] });
    await current('c', { year: 2023, isPlanned: true });
    await current('d', { year: null, themes: ['総合', '見守り'] });
    await current('e', { year: 2021 });
    await stale('f', { year: 2023, themes: ['移動'] });
    await stale('g', { year: 2021, isPlanned: true });
    await database.digests.put({ document: caseDocument('bin' as CaseId), isStale: 0 });
    await database.digests.put({ document: caseDocument('gone' as CaseId), isStale: 1 });
  };

  it.each<[DigestsOf, string]>([
    ['all', 'a b c d e f g'],
    [{ fiscalYear: 2022 }, 'a b'],
    [{ fiscalYear: 2023 }, 'c f'],
    [{ fiscalYear: null }, 'd'],
    [{ fiscalYear: 2019 }, ''],
    [{ fiscalYear: 2022, orPlanned: false }, 'a b'],
    [{ fiscalYear: 2022, orPlanned: true }, 'a b c g'],
    [{ fiscalYear: 2021, orPlanned: true }, 'b c e g'],
    [{ fiscalYear: null, orPlanned: true }, 'b c d g'],
    [{ fiscalYear: 2019, orPlanned: true }, 'b c g'],
    [{ themes: ['移動'] }, 'a b f'],
    [{ themes: ['総合', '移動'] }, 'a b d f'],
    [{ themes: ['見守り'] }, 'd'],
    [{ themes: ['ほか'] }, ''],
    [{ themes: [] }, ''],
  ])('by %j are %j', async (which, expected) => {
    await some();
    expect((await read(which)).join(' ')).toBe(expected);
  });

  it('are read as they stand, and made of their rows where they are stale', async () => {
    await current('a');
    await database.rowsOf('cases').bulkPut([rowsOf('a', { year: 1999 }).case]);
    await stale('b', { year: 2023 }, { fiscalYear: 2022 });
    const years = (await readDigests(database, 'all')).map((digest) => digest.case.fiscalYear);
    expect(years).toEqual([2022, 2023]);
  });

  it('are none that vanish while they are read', async () => {
    await current('a', { isPlanned: true, year: 2023 });
    vi.spyOn(database.digests, 'bulkGet').mockImplementation((async () => [undefined]) as never);
    expect(await read({ fiscalYear: 2022, orPlanned: true })).toEqual([]);
  });

  it('stand under their years, the latest first, those without one last', async () => {
    await some();
    expect([...(await readYears(database))]).toEqual([
      [2023, 2],
      [2022, 2],
      [2021, 2],
      [null, 1],
    ]);
  });

  it('are being read until the last answer is there', async () => {
    await current('a');
    expect(isBeingRead(database)).toBe(false);
    const [one, two] = [readDigests(database, 'all'), readYears(database)];
    expect(isBeingRead(database)).toBe(true);
    await Promise.all([one, two]);
    expect(isBeingRead(database)).toBe(false);
    database.close();
    const failed = readDigests(database, 'all');
    expect(isBeingRead(database)).toBe(true);
    await expect(failed).rejects.toThrow();
    expect(isBeingRead(database)).toBe(false);
  });
});

describe('stale digests', () => {
  let isBegun: () => void = () => undefined;
  const keep = (pause: () => Promise<void> = async () => undefined) => {
    const begin = new Promise<void>((resolve) => {
      isBegun = resolve;
    });
    return keepDigests({ database, pause, begin });
  };
  const many = async (count: number, year: (at: number) => number) => {
    for (let at = 0; at < count; at += 1) await stale(`c${at}`, { year: year(at) });
  };
  const REST = 2_000;
  const timers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const ticking = () => vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));

  it('are made true of their rows, and told from no case', async () => {
    await stale('a', { year: 2023, themes: ['移動'] }, { fiscalYear: 2022 });
    await database.digests.put({ document: caseDocument('gone' as CaseId), isStale: 1 });
    await keep().settle();
    expect(await staleOnes()).toEqual([]);
    const made = await database.digests.get(caseDocument('a' as CaseId));
    expect(made).toMatchObject({ fiscalYear: 2023, hasPlanned: 0, themes: ['移動'] });
    expect(await database.digests.count()).toBe(2);
  });

  it.each([
    [15, [15]],
    [16, [16, 1]],
    [31, [31, 16, 1]],
  ])('%i are made fifteen at once, each time when the screens are at rest', async (count, left) => {
    await many(count, () => 2022);
    const seen: number[] = [];
    await keep(async () => void seen.push((await staleOnes()).length)).settle();
    expect(seen).toEqual(left);
    expect(await staleOnes()).toEqual([]);
  });

  it('of the latest years come first, those of no year last', async () => {
    await many(14, () => 2022);
    await stale('new', { year: 2023 });
    await stale('none', { year: null });
    await stale('binned', {}, { fiscalYear: undefined });
    await stale('old', { year: 1999 });
    const seen: (readonly string[])[] = [];
    await keep(async () => void seen.push(await staleOnes())).settle();
    expect(seen[1]).toEqual(['case:binned', 'case:none', 'case:old']);
  });

  it('are worked on once, however often that is asked for, and again afterwards', async () => {
    await stale('a');
    let rests = 0;
    const keeper = keep(async () => {
      rests += 1;
    });
    await Promise.all([keeper.settle(), keeper.settle()]);
    expect(rests).toBe(1);
    await stale('b');
    await keeper.settle();
    expect([rests, await staleOnes()]).toEqual([2, []]);
  });

  it('wait while a screen reads, and are left where the app stops meanwhile', async () => {
    await stale('a');
    const read = readDigests(database, 'all');
    const keeper = keep();
    const settled = keeper.settle();
    expect(isBeingRead(database)).toBe(true);
    keeper.stop();
    await Promise.all([read, settled]);
    expect(await staleOnes()).toEqual(['case:a']);
  });

  it.each([
    ['its end', (keeper: ReturnType<typeof keep>) => keeper, 1],
    ['it was stopped', (keeper: ReturnType<typeof keep>) => keeper.stop(), 0],
  ] as const)('are waited for from the beginning, after %s: %#', async (_, act, waiting) => {
    timers();
    await stale('a');
    const keeper = keep();
    expect(vi.getTimerCount()).toBe(0);
    act(keeper);
    isBegun();
    if (waiting === 1) await ticking();
    else await staleOnes();
    expect(vi.getTimerCount()).toBe(waiting);
    keeper.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are made after two seconds of rest, by themselves', async () => {
    timers();
    await stale('a');
    const keeper = keep();
    isBegun();
    await ticking();
    // Waiting has moved the clock on a little.
    vi.advanceTimersByTime(REST - 500);
    expect(await staleOnes()).toEqual(['case:a']);
    vi.advanceTimersByTime(500);
    await vi.waitFor(async () => expect(await staleOnes()).toEqual([]));
    expect(vi.getTimerCount()).toBe(0);
    await stale('b');
    await ticking();
    await stale('c');
    vi.advanceTimersByTime(REST);
    await vi.waitFor(async () => expect(await staleOnes()).toEqual([]));
    keeper.stop();
    await stale('d');
    await staleOnes();
    expect(vi.getTimerCount()).toBe(0);
  });
});
