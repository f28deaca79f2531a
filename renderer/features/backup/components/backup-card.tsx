import { useBackupState } from '#adapters/backup/use-backup.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { homeProblem, lastWords } from '../model.ts';
import styles from './backup-page.module.css';

type BackupCardProps = { readonly onOpen: () => void };

/** Backups on 設定, in a line. */
export const BackupCard = ({ onOpen }: BackupCardProps) => {
  const state = useBackupState();
  const [target] = state?.targets ?? [];
  const problem = state === undefined ? undefined : homeProblem(state, Date.now());
  return (
    <Card
      actions={
        <Button onPress={onOpen} size="small">
          バックアップを開く
        </Button>
      }
      title="バックアップ"
    >
      {state !== undefined && (
        <p className={styles.quiet}>
          {target === undefined
            ? 'バックアップ先をまだ選んでいません。このパソコンが壊れると、記録は失われます。'
            : (problem?.happened ?? lastWords(target))}
        </p>
      )}
    </Card>
  );
};
