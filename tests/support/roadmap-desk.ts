import { afterEach, beforeEach } from 'vitest';
import type { BarValues } from '#data/operations/roadmap/bars.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft } from '#data/records/draft.ts';
import type { Workspace } from '#data/workspace.ts';
import { addBarCommand, beginCommand } from '#features/roadmap/commands.ts';
import { type RoadmapView, roadmapOf } from '#features/roadmap/queries.ts';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import { type CaseId, randomId } from '#shared/domain/record/ids.ts';
import {
  type Bar,
  type BarId,
  type GroupId,
  type LaneId,
  LOST_LANE,
  type Span,
} from '#shared/domain/roadmap/model.ts';
import { ok, type Result } from '#shared/result.ts';
import { createDesk, type Desk } from './desk.ts';

export const caseId = randomId<CaseId>();
export const document = caseDocument(caseId);

/** The desk of the running test, its case of 令和4年度 without a roadmap. */
let desk: Desk;
let workspace: Workspace;

/** Gives each test of a file a desk of its own. */
export const withDesk = (): void => {
  beforeEach(async () => {
    desk = await createDesk();
    workspace = (await desk.start()).workspace;
    await act((draft) => ok(draft.create(document, cases, { fiscalYear: 2022 }, caseId)));
  });
  afterEach(async () => {
    await workspace.flush();
    await desk.remove();
  });
};

export const theDesk = (): Desk => desk;
export const here = (): Workspace => workspace;

/** Ends the run and starts the desk again, as after another desk's files came. */
export const restart = async (): Promise<void> => {
  await workspace.flush();
  workspace = (await desk.start()).workspace;
};

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.happened);
  return result.value;
};
export const done = async <T>(command: Command<T>): Promise<T> =>
  value(await workspace.run(command));
/** Does what no command of the roadmap does: with meetings, with the case. */
export const act = async <T>(run: (draft: Draft) => Result<T>): Promise<T> =>
  done({ label: '試し', documents: [document], run });
/** What a refusal says happened; '' when it was done. */
export const refusal = async (command: Command<unknown>): Promise<string> => {
  const result = await workspace.run(command);
  return result.ok ? '' : result.error.happened;
};
export const look = async (on: Workspace = workspace): Promise<RoadmapView> => {
  await on.flush();
  return on.ask(roadmapOf(caseId));
};

export const span = (start: string, end: string): Span => ({
  start: start as SpanEdge,
  end: end as SpanEdge,
});

export const FORM = {
  title: '益城町の取組み',
  firstMonth: '2022-11',
  lastMonth: '2027-03',
  groups: [
    { name: '支援', lanes: [{ name: '国の伴走支援', follows: 'roundsAndPreMeetings' as const }] },
    {
      name: '自立支援・重度化防止の取組み',
      lanes: [{ name: '通所型サービスC' }, { name: '動画' }],
    },
    { name: '関係機関', lanes: [] },
  ],
};

type BegunForm = { readonly groups: readonly GroupId[]; readonly lanes: readonly LaneId[] };

/** Begins `FORM`; gives the ids of its groups and of its lanes, in order. */
export const begin = async (): Promise<BegunForm> => {
  const { groups } = await done(beginCommand(caseId, FORM));
  return { groups: groups.map(({ id }) => id), lanes: groups.flatMap(({ lanes }) => lanes) };
};

/** Adds 試行 of 令和5年2月～3月, or what the values say. */
export const addBar = (lane: LaneId | undefined, values: Partial<BarValues> = {}): Promise<BarId> =>
  done(
    addBarCommand(caseId, {
      lane: lane ?? LOST_LANE,
      label: '試行',
      start: '2023-02',
      end: '2023-03',
      ...values,
    }),
  );
export const barOf = async (id: BarId): Promise<Bar> => {
  const found = (await look()).roadmap.bars.find((each) => each.id === id);
  if (!found) throw new Error('no such bar');
  return found;
};
