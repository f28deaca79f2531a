import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMeeting, setMeeting } from '#data/operations/meeting/meetings.ts';
import { createReader, live, type Query } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import { type CaseId, type RoundId, randomId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk } from '../support/desk.ts';

const DOCUMENT = caseDocument('case1' as CaseId);

let desk: Desk;
let workspace: Workspace;
beforeAll(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
});
afterAll(async () => {
  await workspace.flush();
  await desk.remove();
});

it('A standing question is answered anew by a change to what it read last of all', async () => {
  const made = await workspace.run({
    label: '会合をつくる',
    documents: [DOCUMENT],
    run: (draft) => addMeeting(draft, DOCUMENT, { kind: 'exchange' }),
  });
  if (!made.ok) throw new Error(made.error.happened);
  await workspace.flush();

  const place: Query<string | undefined> = async (reader) => {
    await reader.of(rounds, [DOCUMENT]);
    await reader.all(rounds);
    return (await reader.one(meetings, DOCUMENT, made.value))?.place;
  };
  const seen: (string | undefined)[] = [];
  const changed = new Promise<void>((resolve, reject) => {
    workspace.live(place).subscribe((value) => {
      seen.push(value);
      if (value === '役場') resolve();
      // The first answer is there: now comes the change.
      else
        void workspace.run({
          label: '場所を変更',
          documents: [DOCUMENT],
          run: (draft) => setMeeting(draft, DOCUMENT, made.value, { place: '役場' }),
        });
    }, reject);
  });
  await changed;
  expect(seen).toEqual(['', '役場']);
});

describe('while rows are written without an end', () => {
  const slow: Query<number> = async (reader) => {
    const { length } = await reader.of(rounds, [DOCUMENT]);
    for (let at = 0; at < 8; at += 1) await reader.one(rounds, DOCUMENT, 'none');
    return length;
  };
  /** Writes until a number of answers has come; resolves with them. */
  const answersInStorm = async (count: number, breath: () => Promise<void> | undefined) => {
    const database = desk.database();
    const seen: number[] = [];
    const asked = live(createReader(database), slow, breath);
    const failures: unknown[] = [];
    const subscription = asked.subscribe(
      (value) => seen.push(value),
      (error) => failures.push(error),
    );
    while (seen.length < count && failures.length === 0) {
      const row = emptyRow(rounds, DOCUMENT, randomId<RoundId>());
      await database.rowsOf('rounds').put(row);
    }
    await expect
      .poll(() => seen.at(-1))
      .toBe((await database.rowsOf('rounds').of(DOCUMENT)).length);
    subscription.unsubscribe();
    expect(failures).toEqual([]);
    return seen;
  };

  it('a question has its first answer, and the last one in the end', async () => {
    expect(await answersInStorm(1, () => undefined)).not.toEqual([]);
  });

  it('a question is answered anew with each breath, each time with more', async () => {
    const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
    const seen = await answersInStorm(4, breath);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});
