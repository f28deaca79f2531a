import { useWorkspace } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { renameGroupCommand, setLaneCommand } from '../commands.ts';
import { NameDialog } from './name-dialog.tsx';
import { type NamedRow, ROW_NAMES } from './use-remove-row.ts';

type RenameDialogProps = {
  readonly caseId: CaseId;
  readonly place: NamedRow;
  readonly onClose: () => void;
};

/** Asks for another name of a 取組み or a 分野. Mount it to open it. */
export const RenameDialog = ({ caseId, place, onClose }: RenameDialogProps) => {
  const workspace = useWorkspace();
  const what = ROW_NAMES[place.kind];
  return (
    <NameDialog
      draftKey={`rename.${place.item.id}`}
      label={`${what}の名前`}
      onClose={onClose}
      onSave={(name) =>
        workspace.run<unknown>(
          place.kind === 'lane'
            ? setLaneCommand(caseId, place.item.id, { name })
            : renameGroupCommand(caseId, place.item.id, name),
        )
      }
      saveLabel="変更する"
      title={`${what}の名前を変える`}
      value={place.item.name}
    />
  );
};
