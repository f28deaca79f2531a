import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#data/database.ts';
import { createReader, live } from '#data/records/query.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { caseRow, meetingRow, roundRow } from '#tests/support/rows.ts';

const A = caseDocument('a' as CaseId);
const B = caseDocument('b' as CaseId);
const BIN = { deletedAt: '2023-01-01T00:00:00Z' };

let database: Database;
beforeAll(async () => {
  database = new Database('reader');
  await database
    .rowsOf('meetings')
    .bulkPut([
      meetingRow('m2', { document: A, order: 'a1' }),
      meetingRow('m1', { document: A, order: 'a2' }),
      meetingRow('bin', { document: A, order: 'a0', ...BIN }),
      meetingRow('m1', { document: B, order: 'a0' }),
    ]);
  await database
    .rowsOf('rounds')
    .bulkPut([roundRow('r2', { document: A }), roundRow('r1', { document: A })]);
  await database
    .rowsOf('cases')
    .bulkPut([
      caseRow('a', { document: A, fiscalYear: 2021 }),
      caseRow('b', { document: B, fiscalYear: 2022 }),
    ]);
  await database.noteTexts.bulkPut([
    { document: A, id: 'm1', text: '町から' },
    { document: B, id: 'm1', text: '県から' },
  ]);
  const conflict = (document: DocumentId) => ({ document, id: 'x' }) as unknown as Conflict;
  await database.conflicts.bulkPut([conflict(A), conflict(B)]);
});
afterAll(() => database.delete());

const keys = (rows: readonly { readonly document: string; readonly id: string }[]) =>
  rows.map(({ document, id }) => `${document.slice(-1)} ${id}`);

describe('rows', () => {
  it('of a document are those in use, by their order keys, else by their ids', async () => {
    const reader = createReader(database);
    expect(keys(await reader.of(meetings, [A]))).toEqual(['a m2', 'a m1']);
    expect(keys(await reader.of(rounds, [A]))).toEqual(['a r1', 'a r2']);
    expect(keys(await reader.of(meetings, []))).toEqual([]);
  });

  it('of several documents come once each, however often these are named', async () => {
    const reader = createReader(database);
    expect(keys(await reader.of(meetings, [A, B, A]))).toEqual(['b m1', 'a m2', 'a m1']);
    expect(keys(await reader.all(meetings))).toEqual(['b m1', 'a m2', 'a m1']);
  });

  it('of several collections come under the names by which they are asked', async () => {
    const found = await createReader(database).each({ visits: rounds, talks: meetings }, [A]);
    expect([keys(found.visits), keys(found.talks)]).toEqual([
      ['a r1', 'a r2'],
      ['a m2', 'a m1'],
    ]);
  });

  it('are found one by one, none in the bin', async () => {
    const reader = createReader(database);
    expect((await reader.one(meetings, B, 'm1'))?.document).toBe(B);
    expect(await reader.one(meetings, A, 'bin')).toBeUndefined();
    expect(await reader.one(meetings, A, 'gone')).toBeUndefined();
  });

  it('are found by the value of a field', async () => {
    const reader = createReader(database);
    expect(keys(await reader.where(cases, 'fiscalYear', [2022]))).toEqual(['b b']);
    expect(keys(await reader.where(cases, 'fiscalYear', [2021, 2022, 2021]))).toEqual([
      'a a',
      'b b',
    ]);
    expect(keys(await reader.where(cases, 'fiscalYear', [1999]))).toEqual([]);
  });

  it('of the bin come alone, or with the others', async () => {
    const reader = createReader(database);
    expect(keys(await reader.binned(meetings, A))).toEqual(['a bin']);
    expect(keys(await reader.binned(meetings, B))).toEqual([]);
    expect(keys(await reader.withBinned(meetings, [A])).sort()).toEqual(['a bin', 'a m1', 'a m2']);
  });
});

describe('notes and conflicts', () => {
  it('come by document, or one by one', async () => {
    const reader = createReader(database);
    expect((await reader.notes([A])).map(({ text }) => text)).toEqual(['町から']);
    expect((await reader.notes([A, B])).map(({ text }) => text)).toEqual(['町から', '県から']);
    expect(await reader.note(B, 'm1')).toBe('県から');
    expect(await reader.note(B, 'm2')).toBe('');
    expect(keys(await reader.conflicts([B]))).toEqual(['b x']);
    expect(keys(await reader.allConflicts())).toEqual(['a x', 'b x']);
  });
});

it('A standing question takes a breath before each answer but the first', async () => {
  const reader = createReader(database);
  const steps: string[] = [];
  let done: (() => void) | undefined;
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  const subscription = live(
    reader,
    async (of) => (await of.one(rounds, A, 'r1'))?.number ?? null,
    async () => {
      steps.push('breath');
    },
  ).subscribe(
    (value) => {
      steps.push(`${value}`);
      if (value === 7) done?.();
      else void database.rowsOf('rounds').put(roundRow('r1', { document: A, number: 7 }));
    },
    (error) => expect.fail(String(error)),
  );
  await finished;
  subscription.unsubscribe();
  expect(steps).toEqual(['null', 'breath', '7']);
});
