import { EllipsisVertical, Flag, Pencil, Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { LaneRow } from '#shared/domain/roadmap/collections.ts';
import { type Lane, LOST_LANE, type Roadmap } from '#shared/domain/roadmap/model.ts';
import { IconMenu } from '#ui/icon-menu.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { moveLaneCommand, setLaneCommand } from '../commands.ts';
import { LaneDialog } from './lane-dialog.tsx';
import { rowItems } from './row-items.tsx';
import { useRemoveRow } from './use-remove-row.ts';

type LaneMenuProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  /** The records behind the lanes, which say what of the ladder a lane shows. */
  readonly laneRows: readonly LaneRow[];
  readonly lane: Lane;
};

/** 「⋮」 at a 取組み: name and group, what of the ladder it shows, one more below, up, down, remove. */
export const LaneMenu = memo(({ caseId, roadmap, laneRows, lane }: LaneMenuProps) => {
  const run = useRun();
  const remove = useRemoveRow(caseId);
  const [dialog, setDialog] = useState<'change' | 'add' | null>(null);
  const close = (): void => setDialog(null);
  const siblings = roadmap.lanes.filter(({ group }) => group === lane.group);
  const index = siblings.findIndex(({ id }) => id === lane.id);
  const follows = laneRows.find(({ id }) => id === lane.id)?.follows ?? 'nothing';
  const isLost = lane.id === LOST_LANE;

  const items = (): readonly MenuAction[] => [
    {
      id: 'change',
      label: '名前・分野・表示を変える…',
      icon: <Pencil aria-hidden="true" />,
      isDisabled: isLost,
      onAction: () => setDialog('change'),
    },
    {
      id: 'follows',
      label: follows === 'nothing' ? '支援の回を節目として出す' : '支援の回を出すのをやめる',
      icon: <Flag aria-hidden="true" />,
      isDisabled: isLost,
      onAction: () =>
        void run(
          setLaneCommand(caseId, lane.id, {
            follows: follows === 'nothing' ? 'rounds' : 'nothing',
          }),
        ),
    },
    {
      id: 'add',
      label: '下に取組みを追加…',
      icon: <Plus aria-hidden="true" />,
      isDisabled: isLost,
      onAction: () => setDialog('add'),
    },
    ...rowItems({
      what: '取組み',
      index,
      count: siblings.length,
      isLost,
      onMove: (at) => void run(moveLaneCommand(caseId, lane.id, { group: lane.group, index: at })),
      onRemove: () => void remove({ kind: 'lane', item: lane }),
    }),
  ];
  return (
    <>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={items}
        label={`取組み「${lane.name}」の操作`}
      />
      {dialog === 'change' && (
        <LaneDialog caseId={caseId} lane={{ ...lane, follows }} onClose={close} roadmap={roadmap} />
      )}
      {dialog === 'add' && (
        <LaneDialog
          caseId={caseId}
          onClose={close}
          place={{ group: lane.group, index: index + 1 }}
          roadmap={roadmap}
        />
      )}
    </>
  );
});
