import { useMemo } from 'react';
import { useRun, useStoreField, useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { BarPatch } from '#data/operations/roadmap/bars.ts';
import type { LanePlace } from '#data/operations/roadmap/lanes.ts';
import type { MilestonePatch } from '#data/operations/roadmap/milestones.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { monthOfSlot, SLOTS_PER_MONTH, type Slot, slot } from '#shared/dates/thirds.ts';
import { type Day, type FiscalYear, isPartialDate } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  type Bar,
  type BarId,
  type DependencyId,
  type GroupId,
  type LaneId,
  LOST_GROUP,
  LOST_LANE,
  type Milestone,
  type MilestoneId,
  type Roadmap,
  type Span,
} from '#shared/domain/roadmap/model.ts';
import type { Scale } from '#shared/domain/roadmap/scale.ts';
import { formatSpan, spanOfSlots } from '#shared/domain/roadmap/span.ts';
import type { Result } from '#shared/result.ts';
import { useLatest } from '#ui/use-latest.ts';
import { barName, laneWords, milestoneName } from '../chart/announce.ts';
import {
  addBarCommand,
  addDependencyCommand,
  addMilestoneCommand,
  duplicateBarCommand,
  foldYearCommand,
  moveGroupCommand,
  moveLaneCommand,
  removeBarCommand,
  removeDependencyCommand,
  removeMilestoneCommand,
  setBarCommand,
  setMilestoneCommand,
} from '../commands.ts';
import type { PanelTarget } from '../model.ts';

/** What a bar or a milestone is called until somebody names it. */
export const NEW_BAR = '新しい帯';
export const NEW_MILESTONE = '新しい節目';

type Options = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly scale: Scale;
  readonly announce: (message: string) => void;
  /** Opens the panel; `isNew` puts the focus on the name. */
  readonly onOpen: (target: PanelTarget | null, isNew?: boolean) => void;
};

/** All that is done on the page but moving, as handlers that never change. */
export const useRoadmapActions = (options: Options) => {
  const run = useRun();
  const workspace = useWorkspace();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const latest = useLatest(options);

  return useMemo(() => {
    const now = () => latest.current;
    const said = (message: string): void => now().announce(message);
    const addBar = async (lane: LaneId, span: Span): Promise<void> => {
      if (lane === LOST_LANE) {
        said('取組みが削除された帯の行には追加できません。');
        return;
      }
      const { caseId, roadmap, onOpen } = now();
      const added = await run(addBarCommand(caseId, { lane, label: NEW_BAR, ...span }));
      if (!added.ok) return;
      onOpen({ kind: 'bar', id: added.value }, true);
      said(
        `帯を追加しました（${formatSpan(span)}、${laneWords(roadmap, lane)}）。名前を入力してください。`,
      );
    };
    return {
      addBar,
      /** A bar in the column of a slot. */
      addBarAt: (lane: LaneId, at: Slot): Promise<void> =>
        addBar(lane, spanOfColumn(now().scale, at)),
      addMilestone: async (lane: LaneId, at: Slot): Promise<void> => {
        const { caseId, onOpen } = now();
        const date = monthOfSlot(at);
        const added = await run(addMilestoneCommand(caseId, { lane, label: NEW_MILESTONE, date }));
        if (!added.ok) return;
        onOpen({ kind: 'milestone', id: added.value }, true);
        said('節目を追加しました。名前を入力してください。');
      },
      duplicate: async (bar: Bar): Promise<void> => {
        const { caseId, onOpen } = now();
        const added = await run(duplicateBarCommand(caseId, bar.id));
        if (!added.ok) return;
        onOpen({ kind: 'bar', id: added.value });
        said(`${barName(bar)}を複製しました。`);
      },
      removeBar: async (bar: Bar): Promise<void> => {
        const removed = await run(removeBarCommand(now().caseId, bar.id, bar.label));
        if (!removed.ok) return;
        now().onOpen(null);
        undoToast(`${barName(bar)}を削除しました。`);
      },
      removeMilestone: async (milestone: Milestone): Promise<void> => {
        const { id, label } = milestone;
        const removed = await run(removeMilestoneCommand(now().caseId, id, label));
        if (!removed.ok) return;
        now().onOpen(null);
        undoToast(`${milestoneName(milestone)}を削除しました。`);
      },
      /** Stores one field; a refusal comes back for that field to show. */
      setBar: (id: BarId, patch: BarPatch, label?: string, burst?: string): Promise<Result<null>> =>
        store(setBarCommand(now().caseId, id, patch, label), burst),
      setMilestone: (
        id: MilestoneId,
        patch: MilestonePatch,
        burst?: string,
        ladder?: DocumentId,
      ): Promise<Result<null>> =>
        store(setMilestoneCommand(now().caseId, id, patch, ladder), burst),
      /** By a key or the pointer: to another month or row. */
      moveMilestone: async (
        milestone: Milestone,
        patch: Pick<MilestonePatch, 'date' | 'lane'>,
      ): Promise<boolean> => {
        const moved = await run(setMilestoneCommand(now().caseId, milestone.id, patch));
        if (!moved.ok) return false;
        const { roadmap } = now();
        const where = patch.lane === undefined ? '' : `${laneWords(roadmap, patch.lane)}の行へ`;
        const when = isPartialDate(patch.date ?? '') ? formatPartialDate(patch.date as Day) : '';
        const to = [where, when && `${when}に`].filter((part) => part !== '').join('、');
        said(`節目${milestoneName(milestone)}を${to}動かしました。`);
        return true;
      },
      link: async (before: BarId, after: BarId): Promise<Result<DependencyId>> =>
        workspace.run(addDependencyCommand(now().caseId, before, after)),
      unlink: async (id: DependencyId): Promise<void> => {
        const removed = await run(removeDependencyCommand(now().caseId, id));
        if (removed.ok) undoToast('帯のつながりを削除しました。');
      },
      moveLane: async (id: LaneId, place: LanePlace): Promise<void> => {
        if (id === LOST_LANE || place.group === LOST_GROUP) return;
        const { caseId, roadmap } = now();
        const moved = await run(moveLaneCommand(caseId, id, place));
        if (moved.ok) said(`「${laneWords(roadmap, id)}」の順を変えました。`);
      },
      moveGroup: async (id: GroupId, index: number): Promise<void> => {
        if (id === LOST_GROUP) return;
        const { caseId, roadmap } = now();
        const moved = await run(moveGroupCommand(caseId, id, index));
        const name = roadmap.groups.find((group) => group.id === id)?.name ?? '';
        if (moved.ok) said(`分野「${name}」の順を変えました。`);
      },
      fold: (year: FiscalYear, isFolded: boolean): void =>
        void run(foldYearCommand(now().caseId, year, isFolded)),
    };
  }, [latest, run, store, workspace, undoToast]);
};

export type RoadmapActions = ReturnType<typeof useRoadmapActions>;

/** The months of the column in which a slot lies; a whole year's column stands for its year. */
const spanOfColumn = ({ columns }: Scale, at: Slot): Span => {
  const column = columns.find(({ start, slots }) => at >= start && at < start + slots);
  const start = column?.start ?? at;
  return spanOfSlots(start, slot(start + (column?.slots ?? SLOTS_PER_MONTH) - 1));
};
