import { EllipsisVertical, FolderPlus, Pencil, Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { useRun, useWorkspace } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { type LaneGroup, LOST_GROUP, type Roadmap } from '#shared/domain/roadmap/model.ts';
import { IconMenu } from '#ui/icon-menu.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { addGroupCommand, moveGroupCommand } from '../commands.ts';
import { LaneDialog } from './lane-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { rowItems } from './row-items.tsx';
import { useRemoveRow } from './use-remove-row.ts';

type GroupMenuProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly group: LaneGroup;
};

/** 「⋮」 at a 分野: rename, add a 取組み or a 分野, up, down, remove. */
export const GroupMenu = memo(({ caseId, roadmap, group }: GroupMenuProps) => {
  const run = useRun();
  const remove = useRemoveRow(caseId);
  const [dialog, setDialog] = useState<'rename' | 'lane' | 'group' | null>(null);
  const close = (): void => setDialog(null);
  const index = roadmap.groups.findIndex(({ id }) => id === group.id);
  const isLost = group.id === LOST_GROUP;

  const items = (): readonly MenuAction[] => [
    {
      id: 'lane',
      label: '取組みを追加…',
      icon: <Plus aria-hidden="true" />,
      isDisabled: isLost,
      onAction: () => setDialog('lane'),
    },
    {
      id: 'rename',
      label: '分野の名前を変える…',
      icon: <Pencil aria-hidden="true" />,
      isDisabled: isLost,
      onAction: () => setDialog('rename'),
    },
    {
      id: 'group',
      label: '下に分野を追加…',
      icon: <FolderPlus aria-hidden="true" />,
      onAction: () => setDialog('group'),
    },
    ...rowItems({
      what: '分野',
      index,
      count: roadmap.groups.length,
      isLost,
      onMove: (at) => void run(moveGroupCommand(caseId, group.id, at)),
      onRemove: () => void remove({ kind: 'group', item: group }),
    }),
  ];
  return (
    <>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={items}
        label={`分野「${group.name}」の操作`}
      />
      {dialog === 'rename' && (
        <RenameDialog caseId={caseId} onClose={close} place={{ kind: 'group', item: group }} />
      )}
      {dialog === 'group' && <AddGroupDialog caseId={caseId} index={index + 1} onClose={close} />}
      {dialog === 'lane' && (
        <LaneDialog caseId={caseId} onClose={close} place={{ group: group.id }} roadmap={roadmap} />
      )}
    </>
  );
});

type AddGroupDialogProps = {
  readonly caseId: CaseId;
  /** Among the groups; the last unless given. */
  readonly index?: number | undefined;
  readonly onClose: () => void;
};

/** Asks for the name of a new 分野. Mount it to open it. */
export const AddGroupDialog = ({ caseId, index, onClose }: AddGroupDialogProps) => {
  const workspace = useWorkspace();
  return (
    <NameDialog
      draftKey={`add.group.${caseId}`}
      label="分野の名前"
      onClose={onClose}
      onSave={(name) =>
        workspace.run(addGroupCommand(caseId, { name, ...(index !== undefined && { index }) }))
      }
      placeholder="支援体制の整備"
      saveLabel="追加する"
      title="分野を追加"
    />
  );
};
