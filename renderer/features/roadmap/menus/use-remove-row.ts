import { useCallback } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Removed } from '#data/operations/roadmap/lanes.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Lane, LaneGroup } from '#shared/domain/roadmap/model.ts';
import { clip } from '#shared/text/limits.ts';
import { removeGroupCommand, removeLaneCommand } from '../commands.ts';

/** A row of the chart's names: a 取組み or a 分野. */
export type NamedRow =
  | { readonly kind: 'lane'; readonly item: Lane }
  | { readonly kind: 'group'; readonly item: LaneGroup };

/** What a row is called by its kind. */
export const ROW_NAMES: Readonly<Record<NamedRow['kind'], string>> = {
  lane: '取組み',
  group: '分野',
};

/** Removes a row with all that stands in it, says how much that was, and offers it back. */
export const useRemoveRow = (caseId: CaseId): ((row: NamedRow) => Promise<void>) => {
  const undoToast = useUndoToast();
  const run = useRun();
  return useCallback(
    async (row: NamedRow): Promise<void> => {
      const { name } = row.item;
      const done = await run(
        row.kind === 'lane'
          ? removeLaneCommand(caseId, row.item.id, name)
          : removeGroupCommand(caseId, row.item.id, name),
      );
      if (!done.ok) return;
      const words = removedWords(done.value, row.kind);
      undoToast(`${ROW_NAMES[row.kind]}「${clip(name, 20)}」を削除しました${words}。`);
    },
    [caseId, run, undoToast],
  );
};

/** What went with a lane or a group, in brackets: （取組み2件、帯3本、節目1件）. */
const removedWords = ({ lanes, bars, milestones }: Removed, of: NamedRow['kind']): string => {
  const parts = [
    ...(of === 'group' && lanes > 0 ? [`取組み${lanes}件`] : []),
    ...(bars > 0 ? [`帯${bars}本`] : []),
    ...(milestones > 0 ? [`節目${milestones}件`] : []),
  ];
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
};
