import 'fake-indexeddb/auto';
import Dexie, { liveQuery } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { DATABASE_VERSION, Database } from '#data/database.ts';
import { digestTables, madeAnew } from '#data/digests/digests.ts';
import { keepDigests } from '#data/digests/keeper.ts';
import { createReader } from '#data/records/query.ts';
import { caseDocument, caseOf, type DocumentId } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, meetings } from '#shared/domain/meeting/meeting.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { ok } from '#shared/result.ts';
import { carryLogs, createDesk, type Desk } from '../support/desk.ts';
import { apply, CASES, type RandomEdit, randomEdit } from '../support/edits.ts';

const desks: Desk[] = [];
const newDesk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

/** What readers get, and what the rows say when they are asked afresh: at one moment, as an undo may be on its way. */
const lookAt = (desk: Desk) => {
  const database = desk.database();
  const reader = createReader(database);
  return database.transaction('r', digestTables(database), async () => {
    const read = await reader.digests('all');
    const made = await Promise.all(CASES.map((document) => madeAnew(database, document)));
    const stored = await database.digests.where('isStale').equals(0).toArray();
    const years = await reader.caseYears();
    return { read, fresh: made.flatMap(([each]) => each?.digest ?? []), stored, years };
  });
};

const expectTrue = async (desk: Desk): Promise<void> => {
  const { read, fresh, stored, years } = await lookAt(desk);
  expect(read).toEqual(fresh);
  for (const { document, digest } of stored) {
    expect(digest).toEqual(fresh.find((each) => each.case.document === document));
  }
  const counts = groupBy(fresh, (each) => each.case.fiscalYear);
  expect(years).toEqual(new Map([...counts].map(([year, { length }]) => [year, length])));
};

type CaseEdit = {
  readonly kind: 'case' | 'binned' | 'action' | 'held';
  readonly document: DocumentId;
  readonly year: number | null;
};
type Step = RandomEdit | CaseEdit | { readonly kind: 'undo' | 'redo' | 'look' | 'made' };

/** What makes a case appear, vanish, change its year, and owe something. */
const caseEdit = fc.record({
  kind: fc.constantFrom('case' as const, 'binned' as const, 'action' as const, 'held' as const),
  document: fc.constantFrom(...CASES),
  year: fc.constantFrom(null, 2022, 2023),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: randomEdit },
  { weight: 3, arbitrary: caseEdit },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo' as const, 'redo' as const, 'look' as const, 'made' as const),
    }),
  },
);

describe('digests', () => {
  it('say of each case what its rows say, after any edits, undo, exchange and loss of the cache', async () => {
    const act = async (desk: Desk, steps: readonly Step[]) => {
      const { workspace, digestsMade } = await desk.start();
      for (const each of steps) {
        switch (each.kind) {
          case 'undo':
          case 'redo':
            workspace[each.kind]();
            break;
          case 'look':
            await expectTrue(desk);
            break;
          case 'made':
            await digestsMade();
            break;
          case 'case':
          case 'binned':
          case 'action':
          case 'held':
            await workspace.run({
              label: '試し',
              documents: [each.document],
              run: (draft) => {
                const id = caseOf(each.document) as CaseId;
                const { document } = each;
                if (each.kind === 'case')
                  draft.create(document, cases, { fiscalYear: each.year }, id);
                if (each.kind === 'binned') draft.remove(document, cases, id);
                if (each.kind === 'action') draft.create(document, actions, { text: '動画' }, 't1');
                if (each.kind === 'held') draft.set(document, meetings, 'm1', { state: 'held' });
                return ok(null);
              },
            });
            break;
          default:
            await apply(workspace, each);
        }
      }
      await workspace.flush();
      await expectTrue(desk);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 10 }),
        fc.array(step, { maxLength: 6 }),
        async (here, there) => {
          const [one, two] = [await newDesk(), await newDesk()];
          await act(one, here);
          await act(two, there);
          await carryLogs(two, one);
          await (await one.start()).digestsMade();
          await expectTrue(one);
          await one.loseCache();
          await one.start();
          await expectTrue(one);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a record that is owed', () => {
  it('is not owed any more once its note says anything, and is again when that is undone', async () => {
    const desk = await newDesk();
    const { workspace, digestsMade } = await desk.start();
    const [document] = CASES;
    if (document === undefined) throw new Error('no case');
    await workspace.run({
      label: '案件と会合',
      documents: [document],
      run: (draft) => {
        draft.create(document, cases, { fiscalYear: 2022 }, caseOf(document));
        draft.create(document, meetings, { kind: 'preMeeting', state: 'held' }, 'm1');
        return ok(null);
      },
    });
    const owed = async () => {
      await workspace.flush();
      const [digest] = await createReader(desk.database()).digests('all');
      // What is read next is the digest as it stands there, not one that is made on the way.
      await digestsMade();
      return digest?.owed.map(({ id }) => id);
    };
    expect(await owed()).toEqual(['m1']);
    await apply(workspace, { kind: 'note', document, id: 'm1', text: '方針を示した' });
    expect(await owed()).toEqual([]);
    workspace.undo();
    expect(await owed()).toEqual(['m1']);
  });
});

describe('a cache of an older version', () => {
  it('has its cases read from their rows until their digests are made', async () => {
    const name = `older-${CASES.join()}`;
    const older = new Dexie(name);
    older
      .version(DATABASE_VERSION - 1)
      .stores({ cases: '[document+id]', meetings: '[document+id]' });
    const row = (document: DocumentId, values: object) => ({
      ...emptyRow(cases, document, caseOf(document) ?? ''),
      ...values,
    });
    const [one, two] = CASES.map((document, at) =>
      row(document, { fiscalYear: 2022 + at, deletedAt: at === 1 ? '2023-01-01' : '' }),
    );
    await older.table('cases').bulkAdd([one, two]);
    older.close();
    const database = new Database(name);
    const reader = createReader(database);
    expect(await reader.caseYears()).toEqual(new Map([[2022, 1]]));
    const found = await reader.digests({ fiscalYear: 2022 });
    expect(found.map((digest) => digest.case.document)).toEqual([CASES[0]]);
    expect(await reader.digests('all')).toHaveLength(1);
    await database.delete();
  });

  const olderCache = async (name: string, years: readonly number[]): Promise<Database> => {
    const database = new Database(name);
    const found = years.map((fiscalYear) => ({ id: randomId<CaseId>(), fiscalYear }));
    await database.rowsOf('cases').bulkPut(
      found.map(({ id, fiscalYear }) => ({
        ...emptyRow(cases, caseDocument(id), id),
        fiscalYear,
      })),
    );
    await database.digests.bulkAdd(
      found.map(({ id, fiscalYear }) => ({
        document: caseDocument(id),
        fiscalYear,
        isStale: 1,
        hasPlanned: 1,
      })),
    );
    return database;
  };
  const digestKeeper = (database: Database) =>
    keepDigests({ database, pause: async () => undefined, begin: new Promise(() => undefined) });
  const staleYears = async (database: Database) =>
    (await database.digests.where('isStale').equals(1).toArray()).map((each) => each.fiscalYear);

  it('has the digests of the latest year made first, several at once', async () => {
    const years = Array.from({ length: 30 }, (_, at) => 1980 + at);
    const database = await olderCache('years', years);
    const seen: (readonly number[])[] = [];
    const watching = liveQuery(() => staleYears(database)).subscribe((stale) => {
      seen.push(stale.map(Number).toSorted((a, b) => a - b));
    });
    await digestKeeper(database).settle();
    await expect.poll(() => seen.at(-1)).toEqual([]);
    expect(seen.length).toBeLessThan(10);
    for (const stale of seen) expect(stale).toEqual(years.slice(0, stale.length));
    watching.unsubscribe();
    await database.delete();
  });

  it('is read in peace: no digest is made while a screen reads them', async () => {
    const database = await olderCache('peace', [2021, 2022]);
    const reader = createReader(database);
    const keeper = digestKeeper(database);
    const reading = reader.digests('all').then(() => staleYears(database));
    const made = keeper.settle();
    expect(await reading).toHaveLength(2);
    await made;
    expect(await staleYears(database)).toEqual([]);
    await database.delete();
  });
});
