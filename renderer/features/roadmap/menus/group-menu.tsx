import {
  ArrowDown,
  ArrowUp,
  EllipsisVertical,
  FolderPlus,
  Pencil,
  Plus,
  Trash2,
} from 'lucide-react';
import { memo, useState } from 'react';
import { useRun, useWorkspace } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { type LaneGroup, LOST_GROUP, type Roadmap } from '#shared/domain/roadmap/model.ts';
import { clip } from '#shared/text/limits.ts';
import { IconMenu } from '#ui/icon-menu.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { addGroupCommand, moveGroupCommand, removeGroupCommand } from '../commands.ts';
import { LaneDialog } from './lane-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { removedWords } from './removed-words.ts';
import { RenameDialog } from './rename-dialog.tsx';

type GroupMenuProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly group: LaneGroup;
};

/** 「⋮」 at a 分野: rename, add a 取組み or a 分野, up, down, remove. */
export const GroupMenu = memo(({ caseId, roadmap, group }: GroupMenuProps) => {
  const undoToast = useUndoToast();
  const run = useRun();
  const [dialog, setDialog] = useState<'rename' | 'lane' | 'group' | null>(null);
  const close = (): void => setDialog(null);
  const index = roadmap.groups.findIndex(({ id }) => id === group.id);
  const isLost = group.id === LOST_GROUP;

  const moveTo = (at: number) => (): void => {
    void run(moveGroupCommand(caseId, group.id, at));
  };
  const remove = async (): Promise<void> => {
    const done = await run(removeGroupCommand(caseId, group.id, group.name));
    if (!done.ok) return;
    const more = removedWords(done.value, 'group');
    undoToast(`分野「${clip(group.name, 20)}」を削除しました${more}。`);
  };
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
    {
      id: 'up',
      label: '上へ',
      icon: <ArrowUp aria-hidden="true" />,
      isDisabled: isLost || index <= 0,
      startsGroup: true,
      onAction: moveTo(index - 1),
    },
    {
      id: 'down',
      label: '下へ',
      icon: <ArrowDown aria-hidden="true" />,
      isDisabled: isLost || index >= roadmap.groups.length - 1,
      onAction: moveTo(index + 1),
    },
    {
      id: 'remove',
      label: '分野を削除',
      icon: <Trash2 aria-hidden="true" />,
      tone: 'danger',
      startsGroup: true,
      onAction: () => void remove(),
    },
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
