import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseEnd, endCase, reopenCase } from '#data/operations/meeting/case-end.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { openRows } from '#features/cases/queries.ts';
import { concernsOf } from '#features/home/concerns.ts';
import { concernRows } from '#features/home/queries.ts';
import { followUpCommand } from '#features/overview/commands.ts';
import { overviewRows } from '#features/overview/queries.ts';
import { promiseLines } from '#features/promises/model.ts';
import { promiseRows } from '#features/promises/queries.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { actions, meetings } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
const id = randomId<CaseId>();
const document = caseDocument(id);
const TODAY = day('2024-05-01');

const END: CaseEnd = { endedOn: '2023-03-31', actions: {}, meetings: {}, waivesRecords: false };

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  await workspace.run({
    label: '案件をつくる',
    documents: [document],
    run: (draft) => {
      const place = { fiscalYear: 2022, municipalityName: '益城町' };
      draft.create(document, cases, place, id);
      const action = (name: string, due: string) =>
        draft.create(document, actions, { text: name, owner: '町', due, state: 'open' }, name);
      action('video', '2023-02-01');
      action('draft', '');
      action('speaker', '2023-01-10');
      const meeting = (name: string, state: 'planned' | 'postponed' | 'held', date: string) =>
        draft.create(document, meetings, { kind: 'exchange', title: name, state, date }, name);
      meeting('planned', 'planned', '2023-02-13');
      meeting('later', 'postponed', '');
      meeting('held', 'held', '2022-12-22');
      return ok(null);
    },
  });
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const end = (values: Partial<CaseEnd>) =>
  workspace.run({
    label: '案件を終える',
    documents: [document],
    run: (draft) => endCase(draft, id, { ...END, ...values }),
  });
const row = () => workspace.ask((reader) => reader.one(cases, document, id));
const states = async () => {
  const reader = createReader(desk.database());
  const [promised, held] = await Promise.all([
    reader.of(actions, [document]),
    reader.of(meetings, [document]),
  ]);
  return Object.fromEntries([...promised, ...held].map((each) => [each.id, each.state]));
};
const said = async () =>
  concernsOf(await workspace.ask(concernRows), TODAY).map(({ title }) => title);

describe('the end of a case', () => {
  it('settles what was decided, and hands on all else', async () => {
    const fates = { video: 'done', draft: 'dropped' } as const;
    expect(await end({ actions: fates, meetings: { planned: 'cancelled' } })).toMatchObject({
      ok: true,
    });
    expect(await row()).toMatchObject({ endedOn: '2023-03-31', waivesRecords: false });
    expect(await states()).toEqual({
      ...{ video: 'done', draft: 'dropped', speaker: 'open' },
      ...{ planned: 'cancelled', later: 'postponed', held: 'held' },
    });
    const promises = promiseLines(await workspace.ask(promiseRows), TODAY);
    expect(promises.map(({ text, caseName, stateText }) => [text, caseName, stateText])).toEqual([
      ['speaker', '益城町（令和4年度・終了）', '期限切れ 477日'],
      ['その後の確認（12か月後）', '益城町（令和4年度・終了）', '確認の時期'],
    ]);
  });

  it('touches no meeting that was held, whatever it is told', async () => {
    await end({ meetings: { held: 'cancelled', gone: 'cancelled' } });
    expect(await states()).toMatchObject({ held: 'held' });
  });

  it('is one step of undo, with all that it settled', async () => {
    const before = await states();
    await end({ actions: { video: 'done' }, meetings: { planned: 'cancelled' } });
    workspace.undo();
    await workspace.flush();
    expect(await states()).toEqual(before);
    expect(await row()).toMatchObject({ endedOn: '' });
  });

  it.each(['', '2023-02-30', 'いつか'])(
    'is refused on %j, and nothing is settled',
    async (endedOn) => {
      const before = await states();
      expect(await end({ endedOn, actions: { video: 'done' } })).toMatchObject({ ok: false });
      expect(await states()).toEqual(before);
    },
  );

  it('can be taken back later on: what was settled stays settled', async () => {
    await end({ actions: { video: 'done' }, waivesRecords: true });
    await workspace.run({
      label: '案件を再開する',
      documents: [document],
      run: (draft) => reopenCase(draft, id),
    });
    expect(await row()).toMatchObject({ endedOn: '', waivesRecords: false });
    expect(await states()).toMatchObject({ video: 'done', speaker: 'open' });
  });

  it('is told what is open: promises, meetings to come or put off, records that are owed', async () => {
    const open = await workspace.ask(openRows(id));
    const ids = (rows: readonly { readonly id: string }[]) => rows.map((each) => each.id).sort();
    expect(ids(open.actions)).toEqual(['draft', 'speaker', 'video']);
    expect(open.meetings.map((each) => each.id)).toEqual(['planned', 'later']);
    expect(ids(open.owed)).toEqual(['held']);
  });
});

describe('on one’s mind', () => {
  const OWED = '益城町（令和4年度） held（12/22）の記録がまだです';
  const PLANNED = '益城町（令和4年度） planned（2/13）は日付を過ぎましたが、予定のままです';
  const LATE = '益城町（令和4年度） 対応事項2件が期限を過ぎました';
  const AFTER = '益城町（令和4年度） 終わってから12か月後の確認の時期です';

  it('whatever is open stays, years later', async () => {
    expect((await said()).filter((title) => title.includes('（令和4年度）'))).toEqual([
      ...[OWED, PLANNED, LATE, AFTER],
    ]);
  });

  it('what was handed on stays after the end, and contradictions go', async () => {
    await end({});
    expect(await said()).toEqual([OWED, PLANNED, LATE, AFTER]);
  });

  it('records that nobody will write any more go, until the case is taken up again', async () => {
    await end({ waivesRecords: true, meetings: { planned: 'cancelled' } });
    expect(await said()).toEqual([LATE, AFTER]);
    await workspace.run({
      label: '案件を再開する',
      documents: [document],
      run: (draft) => reopenCase(draft, id),
    });
    expect(await said()).toContain(OWED);
  });

  it('a check after the end goes once it is noted or passed over, and comes again by undo', async () => {
    await end({});
    const note = followUpCommand(id, '12', { state: 'done', doneOn: TODAY });
    expect(await workspace.run(note)).toMatchObject({ ok: true });
    expect(await said()).not.toContain(AFTER);
    await workspace.run(followUpCommand(id, '12', { seen: '3事業所に広がっている' }));
    expect((await workspace.ask(overviewRows(id)))?.followUps).toMatchObject([
      { after: '12', state: 'done', doneOn: TODAY, seen: '3事業所に広がっている' },
    ]);
    workspace.undo();
    workspace.undo();
    await workspace.flush();
    expect(await said()).toContain(AFTER);
    await workspace.run(followUpCommand(id, '12', { state: 'skipped', reason: '次の事業で続く' }));
    expect(await said()).not.toContain(AFTER);
    expect(await workspace.run(followUpCommand(id, '6', { doneOn: 'いつか' }))).toMatchObject({
      ok: false,
    });
  });
});
