import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FlowPlace, NEW_ROUND, placeMeeting } from '#data/operations/ladder/flow-place.ts';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import {
  addMeeting,
  addPart,
  addRound,
  type RoundValues,
  swapRoundNumbers,
} from '#data/operations/meeting/meetings.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
const caseId = randomId<CaseId>();
const document = caseDocument(caseId);

beforeEach(async () => {
  desk = await createDesk();
  workspace = (await desk.start()).workspace;
  await done((draft) => ok(draft.create(document, cases, { fiscalYear: 2022 }, caseId)));
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const run = <T>(act: (draft: Draft) => Result<T>): Promise<Result<T>> =>
  workspace.run({ label: '試し', documents: [OFFICE, document], run: act });
const done = async <T>(act: (draft: Draft) => Result<T>): Promise<T> => {
  const result = await run(act);
  return result.ok ? result.value : expect.fail(result.error.happened);
};
const add = (values: MeetingValues) => done((draft) => addMeeting(draft, document, values));
const addOne = async (values: RoundValues = {}) => {
  const made = await done((draft) => addRound(draft, document, values));
  return { round: made.round, session: made.meetings[0] ?? '' };
};
const place = (id: string, at: FlowPlace) => run((draft) => placeMeeting(draft, document, id, at));
const rowsOf = async () =>
  done((draft) =>
    ok({ meetings: draft.rows(document, meetings), rounds: draft.rows(document, rounds) }),
  );
const only = async (id: string) =>
  (await rowsOf()).meetings.find((meeting) => meeting.id === id) ?? expect.fail(`no ${id}`);
const numbers = async () => (await rowsOf()).rounds.map(({ number }) => number).toSorted();

describe('the kind of a meeting', () => {
  it('is put right afterwards; what becomes a pre-meeting gets the next free number', async () => {
    await add({ kind: 'preMeeting', ordinal: '0.5' });
    const id = await add({ kind: 'other' });
    expect((await place(id, { kind: 'preMeeting' })).ok).toBe(true);
    expect(await only(id)).toMatchObject({ kind: 'preMeeting', ordinal: '0.75' });
    expect((await place(id, { kind: 'exchange', independent: true })).ok).toBe(true);
    expect(await only(id)).toMatchObject({ kind: 'exchange', independent: true });
  });

  it('needs no number where the meeting has a name of its own, as 事前ミーティング has', async () => {
    const id = await add({ kind: 'consultation', title: '1回目支援事前ミーティング' });
    await place(id, { kind: 'preMeeting' });
    expect(await only(id)).toMatchObject({ kind: 'preMeeting', ordinal: '' });
  });

  it('gives what becomes a session a round of its own, whose number can be chosen then', async () => {
    const first = await addOne();
    const id = await add({ kind: 'exchange', title: '意見交換会' });
    await place(id, { kind: 'session' });
    const made = (await only(id)).round;
    expect(made).not.toBe(first.round);
    expect(await numbers()).toEqual([1, 2]);
    await place(id, { round: first.round });
    expect((await only(id)).round).toBe(first.round);
    expect(await numbers()).toEqual([1]);
  });

  it('leaves a round that says something where it is, though its last session has gone', async () => {
    const { session } = await addOne({ summary: '規範的統合を行っていく必要がある' });
    await place(session, { kind: 'exchange' });
    expect(await numbers()).toEqual([1]);
  });
});

describe('a number of a pre-meeting', () => {
  it('is that of one meeting alone: a second 1.5次 is refused, and says what to do', async () => {
    await add({ kind: 'preMeeting', ordinal: '1.5' });
    const id = await add({ kind: 'preMeeting', ordinal: '1.75' });
    const refused = await place(id, { ordinal: '１．５０' });
    expect(refused.ok ? '' : refused.error.happened).toBe('1.50次ミーティングはすでにあります。');
    expect((await only(id)).ordinal).toBe('1.75');
    expect((await place(id, { ordinal: '1.25' })).ok).toBe(true);
  });
});

describe('rounds', () => {
  it('take a session in, also as one that is made for it', async () => {
    const first = await addOne();
    await done((draft) => addPart(draft, document, first.round, { partLabel: '午後の部' }));
    await place(first.session, { round: NEW_ROUND });
    expect(await numbers()).toEqual([1, 2]);
    const lost = await place(first.session, { round: randomId() });
    expect(lost.ok ? '' : lost.error.happened).toBe('この支援の回は見つかりません。');
  });

  it('take each other’s numbers', async () => {
    const [one, two] = [await addOne(), await addOne()];
    await done((draft) => swapRoundNumbers(draft, document, one.round, two.round));
    const rows = (await rowsOf()).rounds;
    expect(rows.find(({ id }) => id === one.round)?.number).toBe(2);
    expect(rows.find(({ id }) => id === two.round)?.number).toBe(1);
  });

  it('have their first part named when a second one comes, and only then', async () => {
    const { round, session } = await addOne({ parts: [{ date: '2023-02-13' }] });
    await done((draft) => addPart(draft, document, round, { partLabel: '午後の部' }, '午前の部'));
    expect((await only(session)).partLabel).toBe('午前の部');
    await done((draft) => addPart(draft, document, round, { partLabel: '夜の部' }, '第1部'));
    expect((await only(session)).partLabel).toBe('午前の部');
  });
});
