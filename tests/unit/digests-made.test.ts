import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANY_THEME, Database, NO_YEAR, type StoredDigest } from '#data/database.ts';
import {
  concernsDigest,
  digestTables,
  madeAnew,
  markStale,
  storedDigest,
} from '#data/digests/digests.ts';
import type { StoredRow } from '#data/rows.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId, CollectionName } from '#shared/domain/record/ids.ts';
import { randomId } from '#shared/domain/record/ids.ts';
import type { Loose } from '#tests/support/case-desk.ts';
import { actionRow, caseRow, meetingRow, members } from '#tests/support/rows.ts';

const CASE = caseDocument('c1' as CaseId);
const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
type RowsOf = Partial<Record<CollectionName, readonly object[]>>;

const stored = (rows: RowsOf, document = CASE, notes: readonly string[] = []) =>
  storedDigest(document, {
    rows: ({ name }) => (rows[name] ?? []) as readonly StoredRow[],
    notes: new Set(notes),
  });
const held = meetingRow('m1', { kind: 'preMeeting', ordinal: '0.5', state: 'held' });

describe('what is stored of a case', () => {
  it.each<[string, RowsOf]>([
    ['it is not there', {}],
    ['it is in the bin', { cases: [caseRow('c1', { ...BIN, fiscalYear: 2022 })] }],
    ['another is there alone', { cases: [caseRow('c2', { fiscalYear: 2022 })] }],
  ])('is nothing to show where %s', (_, rows) => {
    expect(stored(rows)).toEqual([{ document: CASE, isStale: 0 }]);
  });

  it('is nothing at all of the office', () => {
    expect(stored({ cases: [caseRow('c1')] }, OFFICE)).toEqual([]);
  });

  it.each([
    [2022, 2022],
    [null, NO_YEAR],
  ])('of the year %j stands under %j', (fiscalYear, key) => {
    expect(stored({ cases: [caseRow('c1', { fiscalYear })] })[0]?.fiscalYear).toBe(key);
  });

  it('is its own case’s, whichever others stand beside it', () => {
    const cases = [caseRow('c0', { fiscalYear: 2021 }), caseRow('c1', { fiscalYear: 2022 })];
    const [made] = stored({ cases });
    expect([made?.fiscalYear, made?.digest?.case.id]).toEqual([2022, 'c1']);
  });

  it.each([
    ['planned', 1],
    ['held', 0],
  ] as const)('that has a meeting that is %s has planned ones: %j', (state, hasPlanned) => {
    const meetings = [meetingRow('m1', { kind: 'exchange', state, date: '2022-08-24' })];
    const [made] = stored({ cases: [caseRow('c1')], meetings });
    expect([made?.hasPlanned, made?.digest?.planned.length]).toEqual([hasPlanned, hasPlanned]);
  });

  it('names its themes, and has its records told', () => {
    const themes = members('移動支援', '総合事業');
    const rows = { cases: [caseRow('c1', { themes })], meetings: [held] };
    const [made] = stored(rows);
    expect(made?.themes).toEqual(['移動支援', '総合事業']);
    expect(made?.isStale).toBe(0);
    expect(made?.digest?.owed.map(({ id }) => id)).toEqual(['m1']);
    expect(stored(rows, CASE, ['m1'])[0]?.digest?.owed).toEqual([]);
  });
});

describe('whether changes make it untrue', () => {
  const change = (collection: CollectionName) => ({ collection, row: undefined });
  it.each<[readonly CollectionName[], boolean]>([
    [[], false],
    [['cases'], true],
    [['meetings'], true],
    [['rounds'], true],
    [['actions'], true],
    [['findings'], true],
    [['attendances'], true],
    [['programmeItems'], true],
    [['followUps'], true],
    [['assignments'], true],
    [['caseSupporters'], true],
    [['bars'], false],
    [['variants', 'bars'], false],
    [['bars', 'meetings'], true],
  ])('of %j: %s', (collections, expected) => {
    expect(concernsDigest(CASE, collections.map(change))).toBe(expected);
    expect(concernsDigest(OFFICE, collections.map(change))).toBe(false);
  });
});

describe('in the cache', () => {
  let database: Database;
  beforeEach(() => {
    database = new Database(`digests-${randomId()}`);
  });
  afterEach(() => database.delete());
  const made = () =>
    database.transaction('r', digestTables(database), () => madeAnew(database, CASE));

  it('a digest is made of the document’s own rows and of notes that say something', async () => {
    const other = caseDocument('c2' as CaseId);
    await database.rowsOf('cases').bulkPut([caseRow('c1', { fiscalYear: 2022 }), caseRow('c2')]);
    await database
      .rowsOf('meetings')
      .bulkPut([
        held,
        { ...held, id: 'm2' as never, ordinal: '1.5' },
        { ...held, id: 'm3' as never, ordinal: '2.5' },
        { ...held, id: 'x' as never, document: other },
      ]);
    await database.rowsOf('actions').bulkPut([actionRow('t1', { text: '動画' })]);
    await database.noteTexts.bulkPut([
      { document: CASE, id: 'm1', text: '方針を示した' },
      { document: CASE, id: 'm2', text: '' },
      { document: other, id: 'm3', text: '別の案件' },
    ]);
    const [digest] = await made();
    expect(digest).toMatchObject({ document: CASE, isStale: 0, fiscalYear: 2022 });
    expect(digest?.digest?.owed.map(({ id }) => id)).toEqual(['m2', 'm3']);
    expect(digest?.digest?.actions.map(({ id }) => id)).toEqual(['t1']);
  });

  it('a digest of no rows shows nothing', async () => {
    expect(await made()).toEqual([{ document: CASE, isStale: 0 }]);
  });

  const marked = async (
    before: Partial<StoredDigest> | undefined,
    collection: CollectionName,
    row?: Loose,
  ) => {
    if (before !== undefined) {
      await database.digests.put({ document: CASE, isStale: 0, ...before });
    }
    const changes = [
      { collection: 'notes' as CollectionName, row: undefined },
      { collection, row: row as StoredRow | undefined },
    ];
    await markStale(database, CASE, changes);
    return database.digests.get(CASE);
  };
  const STALE = { document: CASE, isStale: 1, hasPlanned: 1, themes: [ANY_THEME] };
  const used = (fiscalYear: unknown) => ({ ...caseRow('c1'), fiscalYear });

  it.each<[Partial<StoredDigest> | undefined, CollectionName, Loose | undefined, object]>([
    [undefined, 'meetings', undefined, STALE],
    [{ fiscalYear: 2022 }, 'meetings', undefined, { ...STALE, fiscalYear: 2022 }],
    [
      { fiscalYear: 2022, hasPlanned: 0, themes: ['a'] },
      'meetings',
      {},
      { ...STALE, fiscalYear: 2022 },
    ],
    [{}, 'meetings', undefined, STALE],
    [{ fiscalYear: 2022 }, 'cases', used(2023), { ...STALE, fiscalYear: 2023 }],
    [{ fiscalYear: 2022 }, 'cases', used(null), { ...STALE, fiscalYear: NO_YEAR }],
    [{ fiscalYear: 2022 }, 'cases', used('2023'), { ...STALE, fiscalYear: NO_YEAR }],
    [{ fiscalYear: 2022 }, 'cases', undefined, STALE],
    [{ fiscalYear: 2022 }, 'cases', { ...used(2023), ...BIN }, STALE],
    [{ isStale: 1, fiscalYear: 2022 }, 'cases', used(2023), { ...STALE, fiscalYear: 2023 }],
    [undefined, 'cases', used(2023), { ...STALE, fiscalYear: 2023 }],
  ])('one that was %j is stale after %s became %j', async (before, collection, row, expected) => {
    const found = await marked(before, collection, row);
    expect(found).toEqual(expected);
    expect(Object.hasOwn(found ?? {}, 'fiscalYear')).toBe('fiscalYear' in expected);
  });

  it('one that is stale is left as it is while its case stays', async () => {
    const before = { isStale: 1, fiscalYear: 2022, hasPlanned: 0 } as const;
    expect(await marked(before, 'meetings')).toEqual({ document: CASE, ...before });
  });
});
