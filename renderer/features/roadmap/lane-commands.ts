import { moveLane, setLane } from '#data/operations/roadmap/lanes.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { LaneFollows } from '#shared/domain/roadmap/collections.ts';
import type { GroupId, Lane } from '#shared/domain/roadmap/model.ts';

type LaneChange = {
  readonly name: string;
  readonly group: GroupId;
  readonly follows: LaneFollows;
};

/** All that a form says of a lane, in one step; in another group it stands last. */
export const changeLaneCommand = (
  caseId: CaseId,
  { id, group: before }: Lane,
  { group, ...patch }: LaneChange,
): Command<null> => {
  const document = caseDocument(caseId);
  return {
    label: '取組みの名前と表示を変更',
    documents: [document],
    run: (draft) => {
      const changed = setLane(draft, document, id, patch);
      if (!changed.ok || group === before) return changed;
      return moveLane(draft, document, id, { group, index: Number.MAX_SAFE_INTEGER });
    },
  };
};
