import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importMeetings } from '#data/operations/import/import-meetings.ts';
import { addAttendee } from '#data/operations/meeting/attendance.ts';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import { addMeeting, setMeeting, setState } from '#data/operations/meeting/meetings.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { EMPTY_MEETING, type ProposedMeeting } from '#shared/domain/import/proposal.ts';
import { attendances, meetings } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
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
  await run((draft) => ok(draft.create(document, cases, { fiscalYear: 2022 }, caseId)));
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
const refusal = async (act: (draft: Draft) => Result<unknown>): Promise<string> => {
  const result = await run(act);
  return result.ok ? '' : result.error.happened;
};
const add = (values: MeetingValues) => done((draft) => addMeeting(draft, document, values));
const only = async (id: string) => {
  await workspace.flush();
  const row = await workspace.ask((reader) => reader.one(meetings, document, id));
  return row ?? expect.fail('no such meeting');
};

const TAKEN = '1.5次ミーティングはすでにあります。';

describe('a cancelled meeting', () => {
  const cancelled = async () => {
    const id = await add({ kind: 'preMeeting', ordinal: '1.5' });
    await done((draft) => setState(draft, document, id, 'cancelled', '日程が合わず'));
    return id;
  };

  it('keeps its number beside the one that takes its place, and can still be changed', async () => {
    const id = await cancelled();
    const other = await add({ kind: 'preMeeting', ordinal: '1.5' });
    await done((draft) => setMeeting(draft, document, id, { place: '県庁' }));
    await done((draft) => setState(draft, document, id, 'cancelled', '町の都合'));
    expect(await only(id)).toMatchObject({ ordinal: '1.5', state: 'cancelled', place: '県庁' });
    expect(await only(other)).toMatchObject({ ordinal: '1.5', state: 'planned' });
  });

  it('can be given the number that another has, which one that takes place cannot', async () => {
    await add({ kind: 'preMeeting', ordinal: '1.5' });
    const id = await add({ kind: 'preMeeting', ordinal: '1.75' });
    const change = (draft: Draft) => setMeeting(draft, document, id, { ordinal: '1.5' });
    expect(await refusal(change)).toBe(TAKEN);
    await done((draft) => setState(draft, document, id, 'cancelled'));
    expect(await refusal(change)).toBe('');
  });

  it.each(['planned', 'held', 'postponed'] as const)(
    'is no longer free to be %s',
    async (state) => {
      const id = await cancelled();
      await add({ kind: 'preMeeting', ordinal: '1.50' });
      expect(await refusal((draft) => setState(draft, document, id, state))).toBe(TAKEN);
    },
  );

  it('leaves its number to what is imported, a postponed one does not', async () => {
    await cancelled();
    const meeting: ProposedMeeting = { ...EMPTY_MEETING, kind: 'preMeeting', ordinal: '1.5' };
    const take = (draft: Draft) =>
      importMeetings(draft, document, { items: [{ meeting, fills: [] }], source: '表' });
    expect(await done(take)).toEqual({ added: 1, filled: 0 });
    expect(await refusal(take)).toContain(TAKEN);
  });
});

describe('a reason', () => {
  it.each([
    ['planned', ''],
    ['held', ''],
    ['postponed', 'コロナのため'],
    ['cancelled', 'コロナのため'],
  ] as const)('of a meeting that is %s is kept as %j', async (state, kept) => {
    const id = await add({ kind: 'siteVisit' });
    await done((draft) => setState(draft, document, id, state, 'コロナのため'));
    expect(await only(id)).toMatchObject({ state, stateReason: kept });
  });
});

describe('an imported date', () => {
  it.each([
    ['2022-08', '2022-08-24', '2022-08-24'],
    ['2022-08', '2022-09-24', '2022-08'],
    ['2022-08', '2022-08', '2022-08'],
    ['2022-08', '2022-09', '2022-08'],
    ['2022-08', '', '2022-08'],
    ['2022-08-24', '2022-08-25', '2022-08-24'],
    ['2022-08-24', '2022-08', '2022-08-24'],
    ['', '2022-08-24', '2022-08-24'],
    ['', '2022-08', '2022-08'],
  ])('of a meeting of %j that says %j leaves it at %j', async (before, date, after) => {
    const id = await add({ kind: 'exchange', date: before });
    const meeting = { ...EMPTY_MEETING, kind: 'exchange', date } as ProposedMeeting;
    await done((draft) =>
      importMeetings(draft, document, { items: [{ meeting, fills: [id] }], source: '表' }),
    );
    expect((await only(id)).date).toBe(after);
  });
});

describe('the person behind a name in the list of who came', () => {
  const arrange = (names: readonly string[]) =>
    done((draft) => ok(names.map((name) => draft.create(OFFICE, people, { name }))));
  const come = async (): Promise<string> => {
    const meeting = await add({ kind: 'exchange' });
    const id = await done((draft) =>
      addAttendee(draft, document, meeting, { kind: 'newPerson', name: '山田 花子' }),
    );
    await workspace.flush();
    const row = await workspace.ask((reader) => reader.one(attendances, document, id));
    return row?.person ?? '';
  };

  it('is the one of that name', async () => {
    const [known] = await arrange(['山田 花子', '山田 太郎']);
    expect(await come()).toBe(known);
  });

  it('is none of two of that name, but one of its own', async () => {
    const two = await arrange(['山田 花子', '山田 花子']);
    const person = await come();
    expect(person).not.toBe('');
    expect(two).not.toContain(person);
  });
});
