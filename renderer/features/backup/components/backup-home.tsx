import { useBackupState } from '#adapters/backup/use-backup.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { homeProblem } from '../model.ts';

type BackupHomeProps = { readonly onOpen: () => void };

/** What is wrong with backups, on the desk: only what has lasted. */
export const BackupHome = ({ onOpen }: BackupHomeProps) => {
  const state = useBackupState();
  const problem = state === undefined ? undefined : homeProblem(state, Date.now());
  if (problem === undefined) return null;
  return (
    <Notice
      {...problem}
      actions={
        <Button onPress={onOpen} size="small">
          バックアップを開く
        </Button>
      }
      tone="warning"
    />
  );
};
