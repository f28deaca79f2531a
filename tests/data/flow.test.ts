import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingValues } from '#data/operations/meeting/meeting-values.ts';
import {
  addMeeting,
  addPart,
  addRound,
  arrange,
  reDate,
  removeMeeting,
  setMeeting,
  setModes,
  setState,
  setSupporters,
  setVariant,
} from '#data/operations/meeting/meetings.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { addCommand, shiftCommand, statesCommand } from '#features/flow/commands.ts';
import { buildFlow } from '#features/flow/model.ts';
import { flowQuery } from '#features/flow/queries.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';
import { asId } from '../support/ids.ts';

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

const value = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const done = await result;
  if (!done.ok) throw new Error(done.error.happened);
  return done.value;
};
const refusal = async (result: Promise<Result<unknown>>): Promise<string> => {
  const done = await result;
  return done.ok ? '' : done.error.happened;
};

const rows = async () => {
  await workspace.flush();
  return workspace.ask(flowQuery(caseId));
};
const add = (values: MeetingValues) => run((draft) => addMeeting(draft, document, values));
const only = async (id: string) => {
  const row = (await rows()).meetings.find((meeting) => meeting.id === id);
  if (!row) throw new Error('no such meeting');
  return row;
};

describe('rounds', () => {
  it('get the next number and one session of unknown date', async () => {
    await value(run((draft) => addRound(draft, document, {})));
    const second = await value(run((draft) => addRound(draft, document, {})));
    const found = await rows();
    expect(found.rounds.map((round) => round.number).toSorted()).toEqual([1, 2]);
    expect(found.meetings).toHaveLength(2);
    expect(await only(second.meetings[0] ?? '')).toMatchObject({
      kind: 'session',
      round: second.round,
      date: '',
      state: 'planned',
    });
  });

  it('refuse a number that is taken, or is none', async () => {
    await value(run((draft) => addRound(draft, document, { number: 2 })));
    const again = run((draft) => addRound(draft, document, { number: 2 }));
    expect(await refusal(again)).toBe('第2回支援はすでにあります。');
    for (const number of [0, 1.5, Number.NaN, 1000]) {
      expect(await refusal(run((draft) => addRound(draft, document, { number })))).not.toBe('');
    }
    expect((await rows()).rounds).toHaveLength(1);
  });

  it('have parts with their own title, audience and head count, on the day of the others', async () => {
    const { round } = await value(
      run((draft) =>
        addRound(draft, document, {
          parts: [{ partLabel: '午前の部', date: '2023-02-13', headCount: 49 }],
        }),
      ),
    );
    const part = await value(
      run((draft) =>
        addPart(draft, document, round, {
          partLabel: '午後の部',
          title: '通所型サービスC事業を効果的に展開するためには',
          audience: '居宅ケアマネ',
          headCount: 45,
        }),
      ),
    );
    expect(await only(part)).toMatchObject({ round, date: '2023-02-13', headCount: 45 });
    const { rungs } = buildFlow(await rows(), day('2023-03-01'));
    expect(rungs).toHaveLength(1);
    expect(rungs[0]).toMatchObject({ kind: 'round', number: 1 });
  });

  it('go with their last session, not before', async () => {
    const made = await value(run((draft) => addRound(draft, document, { parts: [{}, {}] })));
    const [first = '', second = ''] = made.meetings;
    await value(run((draft) => removeMeeting(draft, document, first)));
    expect((await rows()).rounds).toHaveLength(1);
    await value(run((draft) => removeMeeting(draft, document, second)));
    expect((await rows()).rounds).toHaveLength(0);
  });

  it('must be there for a session to belong to', async () => {
    expect(await refusal(add({ kind: 'session', round: asId('nowhere') }))).toBe(
      'この支援の回は見つかりません。',
    );
  });
});

describe('pre-meetings', () => {
  it('keep their number as it was typed, full width too', async () => {
    const id = await value(add({ kind: 'preMeeting', ordinal: '１．２５次' }));
    expect((await only(id)).ordinal).toBe('1.25');
  });

  it('refuse a number that is taken, however it is written', async () => {
    await value(add({ kind: 'preMeeting', ordinal: '1.5' }));
    expect(await refusal(add({ kind: 'preMeeting', ordinal: '1.5' }))).toBe(
      '1.5次ミーティングはすでにあります。',
    );
    expect(await refusal(add({ kind: 'preMeeting', ordinal: '1.50' }))).not.toBe('');
    const other = await value(add({ kind: 'preMeeting', ordinal: '1.75' }));
    const change = run((draft) => setMeeting(draft, document, other, { ordinal: '1.5' }));
    expect(await refusal(change)).toBe('1.5次ミーティングはすでにあります。');
    expect((await rows()).meetings).toHaveLength(2);
  });

  it('may take the number of a cancelled one, which then cannot come back with it', async () => {
    const first = await value(add({ kind: 'preMeeting', ordinal: '1.5' }));
    await value(run((draft) => setState(draft, document, first, 'cancelled', '日程が合わず')));
    await value(add({ kind: 'preMeeting', ordinal: '1.5' }));
    const back = run((draft) => setState(draft, document, first, 'planned'));
    expect(await refusal(back)).toBe('1.5次ミーティングはすでにあります。');
  });

  it('need a number, or a name instead', async () => {
    expect(await refusal(add({ kind: 'preMeeting' }))).toBe('ミーティングの番号が入っていません。');
    expect(await refusal(add({ kind: 'preMeeting', ordinal: '2' }))).toContain('整数');
    await value(add({ kind: 'preMeeting', title: '1回目支援事前ミーティング' }));
  });
});

describe('meetings', () => {
  it('refuse dates, times, counts and names that cannot be', async () => {
    const bad: readonly MeetingValues[] = [
      { date: '2023-02-30' },
      { date: 'いつか' },
      { startTime: '25:00' },
      { startTime: '14:00', endTime: '13:00' },
      { headCount: 1.5 },
      { title: '長'.repeat(10_000) },
    ];
    for (const values of bad) {
      expect(await refusal(add({ kind: 'other', ...values }))).not.toBe('');
    }
    expect((await rows()).meetings).toHaveLength(0);
  });

  it('compare a new end with the start that is stored', async () => {
    const id = await value(add({ kind: 'other', startTime: '13:30' }));
    const change = run((draft) => setMeeting(draft, document, id, { endTime: '12:00' }));
    expect(await refusal(change)).toContain('終わりの時刻');
  });

  it('are dated to the day, to the month, or not at all', async () => {
    const id = await value(add({ kind: 'information', date: '2022-08' }));
    for (const date of ['2022-08-24', '2022-09', '']) {
      await value(run((draft) => reDate(draft, document, id, date)));
      expect((await only(id)).date).toBe(date);
    }
  });

  it('are postponed with a reason, which goes once they are held', async () => {
    const id = await value(add({ kind: 'siteVisit' }));
    await value(run((draft) => setState(draft, document, id, 'postponed', 'コロナのため延期')));
    expect(await only(id)).toMatchObject({ state: 'postponed', stateReason: 'コロナのため延期' });
    await value(run((draft) => setState(draft, document, id, 'held')));
    expect(await only(id)).toMatchObject({ state: 'held', stateReason: '' });
  });

  it('may be the municipality’s own, outside of the rounds', async () => {
    await value(run((draft) => addRound(draft, document, {})));
    const id = await value(add({ kind: 'exchange', independent: true, date: '2022-10-14' }));
    expect((await only(id)).independent).toBe(true);
    const { rungs } = buildFlow(await rows(), day('2022-11-01'));
    expect(rungs.map(({ kind }) => kind).toSorted()).toEqual(['contact', 'round']);
  });

  it('have several modes, each once, in the order in which they were named', async () => {
    const id = await value(add({ kind: 'other' }));
    await value(run((draft) => setModes(draft, document, id, ['office', 'online', 'office'])));
    expect((await only(id)).modes.map(({ name }) => name)).toEqual(['県庁', 'オンライン']);
  });

  it('have supporters that are made in the office on the spot, each once', async () => {
    const id = await value(add({ kind: 'other' }));
    const names = [{ name: '九州厚生局' }, { name: '九州厚生局' }, { name: 'AD' }];
    await value(run((draft) => setSupporters(draft, document, id, names)));
    await value(run((draft) => setSupporters(draft, document, id, [{ name: 'ＡＤ' }])));
    expect((await rows()).organizations.map(({ name }) => name).toSorted()).toEqual([
      'AD',
      '九州厚生局',
    ]);
    expect((await only(id)).supporters.map(({ name }) => name)).toEqual(['AD']);
  });

  it('keep what another source says of a field beside its own value', async () => {
    const id = await value(add({ kind: 'other', modes: ['hybrid'] }));
    const said = { record: id, field: 'modes', source: '県の報告' };
    await value(run((draft) => setVariant(draft, document, { ...said, value: '現地' })));
    await value(run((draft) => setVariant(draft, document, { ...said, value: '県庁' })));
    expect((await rows()).variants.map((variant) => variant.value)).toEqual(['県庁']);
    await value(run((draft) => setVariant(draft, document, { ...said, value: '' })));
    expect((await rows()).variants).toEqual([]);
  });

  it('of a month stand where they are put', async () => {
    const ids: string[] = [];
    for (const title of ['一', '二', '三']) {
      ids.push(await value(add({ kind: 'information', title, date: '2022-12' })));
    }
    const [first = '', second = '', third = ''] = ids;
    await value(run((draft) => arrange(draft, document, [third, first, second], third)));
    const { sequence, meetings: shown } = buildFlow(await rows(), day('2022-12-31'));
    expect(sequence.map((id) => shown.get(id)?.title)).toEqual(['三', '一', '二']);
  });

  it('of a day stand where they are put, also between two whose times are known', async () => {
    const on = '2022-12-22';
    const late = await value(add({ kind: 'exchange', date: on, startTime: '15:00' }));
    const early = await value(add({ kind: 'exchange', date: on, startTime: '10:00' }));
    const free = await value(add({ kind: 'information', date: on }));
    const order = async () => buildFlow(await rows(), day('2022-12-31')).sequence;
    expect(await order()).toEqual([early, late, free]);
    await value(run((draft) => arrange(draft, document, [early, free, late], free)));
    expect(await order()).toEqual([early, free, late]);
    await value(run((draft) => arrange(draft, document, [free, early, late], free)));
    expect(await order()).toEqual([free, early, late]);
  });
});

describe('commands of the ladder', () => {
  it('add a round, its session and a new supporter in one step of undo', async () => {
    const command = addCommand(
      caseId,
      {
        values: { kind: 'session', date: '2022-08-24' },
        supporters: [{ name: '県AD' }],
        place: { as: 'round', number: 1 },
      },
      '第1回支援',
    );
    const id = await value(workspace.run(command));
    expect((await only(id)).supporters.map(({ name }) => name)).toEqual(['県AD']);
    expect(workspace.history.get().undo).toBe('「第1回支援」を追加');
    workspace.undo();
    expect(await rows()).toMatchObject({ rounds: [], meetings: [], organizations: [] });
  });

  it('say the same of several meetings in one step of undo', async () => {
    const a = await value(add({ kind: 'exchange', title: '一' }));
    const b = await value(add({ kind: 'information', state: 'postponed', stateReason: '大雨' }));
    await value(workspace.run(statesCommand(caseId, [a, b], 'held')));
    expect((await rows()).meetings.map(({ state }) => state)).toEqual(['held', 'held']);
    expect((await only(b)).stateReason).toBe('');
    expect(workspace.history.get().undo).toBe('会合2件の状態を変更');
    workspace.undo();
    expect(await only(a)).toMatchObject({ state: 'planned' });
    expect(await only(b)).toMatchObject({ state: 'postponed', stateReason: '大雨' });
  });

  it('move by days what has a day, by months what has a month, and add up when pressed fast', async () => {
    const dated = await value(add({ kind: 'other', date: '2022-08-31' }));
    const monthly = await value(add({ kind: 'other', date: '2022-08' }));
    await Promise.all([
      workspace.run(shiftCommand(caseId, [dated], 1)),
      workspace.run(shiftCommand(caseId, [dated], 7)),
      workspace.run(shiftCommand(caseId, [monthly], -7)),
    ]);
    expect((await only(dated)).date).toBe('2022-09-08');
    expect((await only(monthly)).date).toBe('2022-07');
  });
});
