import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#data/records/command.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { createCaseCommand, takeAlongCommand } from '#features/cases/commands.ts';
import { caseYears, takingRows } from '#features/cases/queries.ts';
import { offerIn, takenOptions, takingOf, USUAL_TAKING } from '#features/cases/taking.ts';
import {
  addBarCommand,
  addMilestoneCommand,
  beginCommand,
  foldYearCommand,
  nameVersionCommand,
  setMilestoneCommand,
} from '#features/roadmap/commands.ts';
import { meetingOptions } from '#features/roadmap/model.ts';
import { roadmapOf } from '#features/roadmap/queries.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import { TAKEN_KINDS, type TakenKind } from '#shared/domain/chain/offer.ts';
import { actions, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, NO_ID, type OrganizationId, randomId } from '#shared/domain/record/ids.ts';
import type { LaneId } from '#shared/domain/roadmap/model.ts';
import { readSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
let r4: CaseId;
let r5: CaseId;
let lane: LaneId;
const TODAY = day('2023-04-10');
const MASHIKI = { code: '434434', name: '益城町', prefecture: '熊本県' };

const done = async <T>(command: Command<T>): Promise<T> => {
  const result = await workspace.run(command);
  if (!result.ok) throw new Error(result.error.happened);
  await workspace.flush();
  return result.value;
};

/** A meeting of a round in a case. */
const session = (id: CaseId, date: string): Promise<string> => {
  const document = caseDocument(id);
  return done({
    label: '会合',
    documents: [document],
    run: (draft) => {
      const round = draft.create(document, rounds, { number: 1 });
      return ok(
        draft.create(document, meetings, { kind: 'session', round, date, state: 'planned' }),
      );
    },
  });
};

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  [r4, r5] = [randomId<CaseId>(), randomId<CaseId>()];
  const values = { municipality: MASHIKI, fiscalYear: 2022, programme: 'national' as const };
  await done(createCaseCommand(r4, { ...values, themes: ['総合事業', '移動支援'] }));
  const document = caseDocument(r4);
  await done({
    label: '案件を書く',
    documents: [document],
    run: (draft) => {
      draft.set(document, cases, r4, { situation: '高齢化率30%', vision: '通いの場を広げる' });
      const supporter = (id: string, name: string, role: string) =>
        draft.create(document, caseSupporters, {
          organizationId: id as OrganizationId,
          name,
          role,
        });
      supporter('o1', 'AD', '助言');
      supporter('o2', '九州厚生局', '全体の調整');
      const action = (id: string, state: 'open' | 'done') =>
        draft.create(document, actions, { text: id, owner: '町', due: '2023-05', state }, id);
      action('動画をつくる', 'open');
      action('講師をさがす', 'open');
      action('名簿を送る', 'done');
      return ok(null);
    },
  });
  const begun = await done(
    beginCommand(r4, {
      firstMonth: '2022-04',
      lastMonth: '2023-03',
      groups: [{ name: '支援', lanes: [{ name: '国の伴走支援', follows: 'rounds' }] }],
    }),
  );
  lane = begun.groups[0]?.lanes[0] ?? ('' as LaneId);
  await done(addBarCommand(r4, { lane, label: '試行', start: '2022-10', end: '2022-12' }));
  await session(r4, '2022-08-24');
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

const NEXT = {
  municipality: MASHIKI,
  fiscalYear: 2023,
  programme: 'national',
  entry: 'continued',
} as const;

/** Makes 令和5年度, which continues 令和4年度, and takes along what is said. */
const goOn = async (
  takes: readonly TakenKind[] = TAKEN_KINDS,
  fate: 'keep' | 'done' = 'keep',
): Promise<void> => {
  const rows = await workspace.ask(takingRows(r4, NO_ID));
  const taking = takingOf(rows, { takes, fate }, TODAY);
  await done(createCaseCommand(r5, { ...NEXT, continuesCase: r4 }, taking));
};
const one = (id: CaseId) => workspace.ask((reader) => reader.one(cases, caseDocument(id), id));
const of = (id: CaseId) =>
  createReader(desk.database()).each({ caseSupporters, actions }, [caseDocument(id)]);
const labels = async (id: CaseId) => {
  const rows = await workspace.ask(takingRows(r4, id));
  return rows === undefined ? null : takenOptions(offerIn(rows)).map(({ label }) => label);
};

describe('a case that continues another', () => {
  it('is offered what the year before has, each with its number', async () => {
    expect(await labels(NO_ID as CaseId)).toEqual([
      '支援者と役割 2',
      '概要の文章 2',
      'テーマ 2',
      '対応事項（未・進行中） 2',
      'ロードマップ（取組み 1）',
    ]);
    const rows = await workspace.ask(takingRows(r4, NO_ID));
    const form = { themes: ['移動支援'], themeText: '' };
    expect(rows && takenOptions(offerIn(rows, form)).map(({ label }) => label)).toContain(
      'テーマ 1',
    );
  });

  it('takes all of it along as it is made, in one step that undo takes back whole', async () => {
    const before = await of(r4);
    await goOn();
    expect(await one(r5)).toMatchObject({
      situation: '高齢化率30%',
      vision: '通いの場を広げる',
      continuesCase: r4,
      roadmapCase: r4,
    });
    expect((await one(r5))?.themes.map(({ name }) => name)).toEqual(['総合事業', '移動支援']);
    const taken = await of(r5);
    expect(taken.caseSupporters.map(({ name, role }) => [name, role])).toEqual([
      ['AD', '助言'],
      ['九州厚生局', '全体の調整'],
    ]);
    expect(taken.actions).toMatchObject([
      { text: '動画をつくる', owner: '町', due: '2023-05', state: 'open', meeting: '' },
      { text: '講師をさがす', source: '令和4年度の案件から引き継ぎ' },
    ]);
    expect(await of(r4)).toEqual(before);
    expect(await labels(r5)).toEqual([]);

    workspace.undo();
    await workspace.flush();
    expect(await one(r5)).toBeUndefined();
    expect(await of(r5)).toEqual({ caseSupporters: [], actions: [] });
    expect((await workspace.ask(roadmapOf(r4))).roadmap.lastMonth).toBe('2023-03');
    expect((await workspace.ask(roadmapOf(r4))).versions).toEqual([]);
    expect((await of(r4)).actions).toEqual(before.actions);
    workspace.redo();
    await workspace.flush();
    expect(await one(r5)).toMatchObject({ situation: '高齢化率30%', roadmapCase: r4 });
  });

  it('takes only what is chosen, and the rest later from 概要', async () => {
    await goOn(['texts']);
    expect((await of(r5)).caseSupporters).toEqual([]);
    expect(await labels(r5)).toEqual([
      '支援者と役割 2',
      'テーマ 2',
      '対応事項（未・進行中） 2',
      'ロードマップ（取組み 1）',
    ]);
    const taking = takingOf(await workspace.ask(takingRows(r4, r5)), USUAL_TAKING, TODAY);
    if (taking === null) throw new Error('nothing to take');
    await done(takeAlongCommand(r5, taking));
    expect((await of(r5)).actions).toHaveLength(2);
    // Again: nothing comes twice.
    await done(takeAlongCommand(r5, taking));
    expect((await of(r5)).actions).toHaveLength(2);
    expect((await of(r5)).caseSupporters).toHaveLength(2);
    expect(workspace.history.get().undo).toBe('前の案件から引き継ぐ');
  });

  it('never writes over what stands in it', async () => {
    await goOn([]);
    const document = caseDocument(r5);
    await done({
      label: '書く',
      documents: [document],
      run: (draft) => {
        draft.set(document, cases, r5, { situation: '高齢化率31%', themeText: '自分の言葉' });
        draft.create(document, caseSupporters, {
          organizationId: 'o1' as OrganizationId,
          name: 'ＡＤ',
          role: '講師',
        });
        draft.create(document, caseSupporters, { name: '九州厚生局', role: '' });
        draft.create(document, actions, { text: '動画をつくる', owner: '県' });
        return ok(null);
      },
    });
    await done(beginCommand(r5, { groups: [{ name: '自分', lanes: [{ name: '行' }] }] }));
    expect(await labels(r5)).toEqual([
      '支援者と役割 1',
      '概要の文章 1',
      'テーマ 2',
      '対応事項（未・進行中） 1',
    ]);
    const taking = takingOf(await workspace.ask(takingRows(r4, r5)), USUAL_TAKING, TODAY);
    if (taking === null) throw new Error('nothing to take');
    await done(takeAlongCommand(r5, taking));
    expect(await one(r5)).toMatchObject({
      situation: '高齢化率31%',
      vision: '通いの場を広げる',
      themeText: '自分の言葉',
      roadmapCase: '',
    });
    const taken = await of(r5);
    expect(taken.caseSupporters.map(({ name, role }) => [name, role])).toEqual([
      ['ＡＤ', '講師'],
      ['九州厚生局', '全体の調整'],
    ]);
    expect(taken.actions.map(({ text, owner }) => [text, owner])).toEqual([
      ['動画をつくる', '県'],
      ['講師をさがす', '町'],
    ]);
  });

  it('settles the promises of the year before where that is chosen', async () => {
    await goOn(['actions'], 'done');
    expect((await of(r4)).actions.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect((await of(r5)).actions.map(({ state }) => state)).toEqual(['open', 'open']);
    workspace.undo();
    await workspace.flush();
    expect((await of(r4)).actions.map(({ state }) => state)).toEqual(['open', 'open', 'done']);
  });

  it('is told nothing to take of a case in the bin, and finds its way by the years', async () => {
    await goOn();
    expect(await workspace.ask(caseYears(r5))).toMatchObject({
      before: { kind: 'case', link: { label: '令和4年度' } },
      line: [{ id: r4 }, { id: r5 }],
    });
    await done({
      label: '削除',
      documents: [OFFICE, caseDocument(r4)],
      run: (draft) => ok(draft.remove(caseDocument(r4), cases, r4)),
    });
    expect(await workspace.ask(caseYears(r5))).toMatchObject({
      before: { kind: 'binned' },
      line: [{ id: r5 }],
    });
    expect(await workspace.ask(takingRows(r4, r5))).toBeUndefined();
    // The roadmap stays, wherever its case is.
    expect((await workspace.ask(roadmapOf(r5))).roadmap.bars).toHaveLength(1);
  });
});

describe('the roadmap of a chain', () => {
  it('is one: what either case edits stands in both, and reaches to the end of the new year', async () => {
    for (const year of [2022, 2023]) await done(foldYearCommand(r4, fiscalYear(year), true));
    await goOn();
    const view = await workspace.ask(roadmapOf(r5));
    expect(view).toMatchObject({ home: r4, lastYear: 2023, isHomeMissing: false });
    expect(view.roadmap).toMatchObject({
      firstMonth: '2022-04',
      lastMonth: '2024-03',
      foldedYears: [2022],
    });
    await done(
      addBarCommand(view.home, { lane, label: '本格実施', start: '2023-06', end: '2024-03' }),
    );
    for (const id of [r4, r5]) {
      const { roadmap } = await workspace.ask(roadmapOf(id));
      expect(roadmap.bars.map(({ label }) => label)).toEqual(['試行', '本格実施']);
    }
  });

  it('goes on with the same one in the third year', async () => {
    await goOn();
    const r6 = randomId<CaseId>();
    const rows = await workspace.ask(takingRows(r5, NO_ID));
    const taking = takingOf(rows, USUAL_TAKING, TODAY);
    await done(createCaseCommand(r6, { ...NEXT, fiscalYear: 2024, continuesCase: r5 }, taking));
    expect(await one(r6)).toMatchObject({ roadmapCase: r4 });
    const view = await workspace.ask(roadmapOf(r6));
    expect(new Set(view.shownBy)).toEqual(new Set([r4, r5, r6]));
    expect(view.versions.map(({ name }) => name)).toEqual([
      '令和5年度のはじめ',
      '令和6年度のはじめ',
    ]);
  });

  it('shows the meetings of all its years, and a milestone may follow any of them', async () => {
    await goOn();
    const later = await session(r5, '2023-09-01');
    const view = await workspace.ask(roadmapOf(r4));
    expect(view.roadmap.milestones.map(({ date }) => date)).toEqual(['2022-08-24', '2023-09-01']);
    const id = await done(addMilestoneCommand(r4, { lane, label: '中間', date: '2023-08' }));
    const option = meetingOptions(view.rows).find((each) => each.id === later);
    if (option === undefined) throw new Error('no such meeting');
    await done(setMilestoneCommand(r4, id, { meeting: option.id }, option.ladder));
    // Its other fields are changed as ever.
    await done(setMilestoneCommand(r4, id, { note: '要点' }));
    const marks = (await workspace.ask(roadmapOf(r5))).roadmap.milestones;
    expect(marks.find((mark) => mark.id === id)).toMatchObject({ date: '2023-09-01' });
    expect(await workspace.run(setMilestoneCommand(r4, id, { meeting: option.id }))).toMatchObject({
      ok: false,
    });
  });

  it('keeps the year before as a version, with its meetings', async () => {
    await goOn();
    const [kept] = (await workspace.ask(roadmapOf(r5))).versions;
    expect(kept).toMatchObject({ name: '令和5年度のはじめ', date: TODAY });
    const read = readSnapshot(kept?.snapshot ?? '');
    expect(read).toMatchObject({ ok: true, value: { lastMonth: '2023-03' } });
    expect(read.ok && read.value.milestones).toHaveLength(1);
    await session(r5, '2023-09-01');
    await done(nameVersionCommand(r4, { name: '秋', date: '2023-10-01' }, [r4, r5]));
    const autumn = (await workspace.ask(roadmapOf(r5))).versions.find(({ name }) => name === '秋');
    const later = readSnapshot(autumn?.snapshot ?? '');
    expect(later.ok && later.value.milestones).toHaveLength(2);
  });

  it('says so while the case that holds it has not come over', async () => {
    await goOn([]);
    const document = caseDocument(r5);
    await done({
      label: '他のPC',
      documents: [document],
      run: (draft) => ok(draft.set(document, cases, r5, { roadmapCase: 'elsewhere' as CaseId })),
    });
    expect(await workspace.ask(roadmapOf(r5))).toMatchObject({ isHomeMissing: true });
  });
});
