import { useBackupState } from '#adapters/backup/use-backup.ts';
import type { BackupState } from '#shared/ipc/backup.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { BACKUP_STATE, homeProblem, lastWords } from '../model.ts';
import styles from './backup-page.module.css';

type BackupCardProps = { readonly onOpen: () => void };

/** Backups on 設定, in a line. */
export const BackupCard = ({ onOpen }: BackupCardProps) => {
  const told = useBackupState();
  return (
    <Card
      actions={
        <Button onPress={onOpen} size="small">
          バックアップを開く
        </Button>
      }
      title="バックアップ"
    >
      {told.state === 'failed' && <Awaiting state="failed" what={BACKUP_STATE} />}
      {told.state === 'ready' && <p className={styles.quiet}>{stateWords(told.value)}</p>}
    </Card>
  );
};

const stateWords = (state: BackupState): string => {
  const [target] = state.targets;
  return target === undefined
    ? 'バックアップ先をまだ選んでいません。このパソコンが壊れると、記録は失われます。'
    : (homeProblem(state, Date.now())?.happened ?? lastWords(target));
};
