import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#data/records/command.ts';
import type { Workspace } from '#data/workspace.ts';
import { createCaseCommand } from '#features/cases/commands.ts';
import { findingCommands } from '#features/findings/commands.ts';
import { findingsRows } from '#features/findings/queries.ts';
import { addBarCommand, beginCommand } from '#features/roadmap/commands.ts';
import { roadmapOf } from '#features/roadmap/queries.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { type CaseId, type MunicipalityCode, randomId } from '#shared/domain/record/ids.ts';
import type { BarId, LaneId } from '#shared/domain/roadmap/model.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

const MASHIKI = { code: '434434' as MunicipalityCode, name: '益城町', prefecture: '熊本県' };

let desk: Desk;
let workspace: Workspace;
let r4: CaseId;
let r5: CaseId;
let bar: BarId;

const done = async <T>(command: Command<T>): Promise<T> => {
  const result = await workspace.run(command);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.error.happened);
  await workspace.flush();
  return result.value;
};
const rows = (id: CaseId) => workspace.ask(findingsRows(id));

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
  [r4, r5] = [randomId<CaseId>(), randomId<CaseId>()];
  const values = { municipality: MASHIKI, programme: 'national' as const };
  await done(createCaseCommand(r4, { ...values, fiscalYear: 2022 }));
  await done(createCaseCommand(r5, { ...values, fiscalYear: 2023, continuesCase: r4 }));
  await done({
    label: 'ロードマップを続ける',
    documents: [caseDocument(r5)],
    run: (draft) => {
      draft.set(caseDocument(r5), cases, r5, { roadmapCase: r4 });
      return ok(null);
    },
  });
  const begun = await done(
    beginCommand(r4, {
      ...{ firstMonth: '2022-04', lastMonth: '2024-03' },
      groups: [{ name: '支援', lanes: [{ name: '試行' }] }],
    }),
  );
  const lane = begun.groups[0]?.lanes[0] ?? ('' as LaneId);
  bar = await done(addBarCommand(r4, { lane, label: '試行', start: '2022-10', end: '2022-12' }));
});
afterEach(async () => {
  await workspace.flush();
  await desk.remove();
});

describe('an action', () => {
  it('is added as the answer of a finding in one step, which undo takes back whole', async () => {
    const { findings, actions } = findingCommands(r5);
    const finding = await done(findings.add({ text: '広報が足りない' }));
    await done(actions.answer(finding, '動画をつくる'));
    const [action] = (await rows(r5)).actions;
    expect(action).toMatchObject({ text: '動画をつくる', state: 'open' });
    expect(action?.answers).toMatchObject([{ id: finding, name: '広報が足りない' }]);
    workspace.undo();
    await workspace.flush();
    expect((await rows(r5)).actions).toEqual([]);
    expect((await rows(r5)).findings).toHaveLength(1);
  });

  it('may answer several findings, keeps the words of one that is gone, and refuses what never was', async () => {
    const { findings, actions } = findingCommands(r5);
    const first = await done(findings.add({ text: '広報' }));
    const second = await done(findings.add({ text: '事業所の数' }));
    const action = await done(actions.answer(first, '動画をつくる'));
    await done(findings.remove(first));
    await done(actions.setAnswers(action, [first, second]));
    const [row] = (await rows(r5)).actions;
    expect(row?.answers.map(({ name }) => name)).toEqual(['広報', '事業所の数']);
    expect(await workspace.run(actions.setAnswers(action, ['never']))).toMatchObject({ ok: false });
    expect(await workspace.run(actions.answer('never', '何か'))).toMatchObject({ ok: false });
    expect((await rows(r5)).actions).toHaveLength(1);
  });

  it('stands in the roadmap that an earlier year holds, and is seen from there', async () => {
    const { actions } = findingCommands(r5);
    const action = await done(actions.add({ text: '試行を続ける' }));
    const { home } = await rows(r5);
    expect(home).toBe(r4);
    await done(actions.tie(home, action, [{ id: bar, name: '試行' }]));
    const [row] = (await rows(r5)).actions;
    expect(row?.roadmapItems).toMatchObject([{ id: bar, name: '試行' }]);
    const { actions: seen } = await workspace.ask(roadmapOf(r4));
    expect(seen.map(({ id, document }) => [id, document])).toEqual([[action, caseDocument(r5)]]);
    const never = [{ id: 'never', name: '' }];
    expect(await workspace.run(actions.tie(home, action, never))).toMatchObject({ ok: false });
  });

  it('is read with all of it after a start without a cache', async () => {
    const { findings, actions } = findingCommands(r5);
    const finding = await done(findings.add({ text: '広報' }));
    const action = await done(actions.answer(finding, '動画をつくる'));
    await done(actions.tie(r4, action, [{ id: bar, name: '試行' }]));
    await done(
      actions.set(action, { waitingFor: '町の予算', result: '3本できた', resultOn: '2023-03' }),
    );
    await done(findings.setThemes(finding, ['総合事業', '総合事業', '移動支援']));
    const before = await rows(r5);
    await workspace.flush();
    await desk.loseCache();
    const again = await desk.start();
    workspace = again.workspace;
    await again.caughtUp;
    expect(await rows(r5)).toEqual(before);
    expect(before.findings[0]?.themes.map(({ name }) => name)).toEqual(['総合事業', '移動支援']);
    expect(before.actions[0]).toMatchObject({ waitingFor: '町の予算', resultOn: '2023-03' });
  });
});
