import { useEffect, useState } from 'react';
import { useBackupState } from '#adapters/backup/use-backup.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { useKept } from '#ui/kept-here.ts';
import { Notice } from '#ui/notice.tsx';
import {
  BACKUP_STATE,
  FIRST_REMINDER_MS,
  homeProblem,
  noTargetProblem,
  REMINDER_MS,
  readReminder,
} from '../model.ts';

type BackupHomeProps = { readonly onOpen: () => void };

/** Backups on the desk: what is wrong and has lasted, or, once a week, that there are none. */
export const BackupHome = ({ onOpen }: BackupHomeProps) => {
  const told = useBackupState();
  const [now] = useState(Date.now);
  const [next, setNext] = useKept('backup.reminder', readReminder);
  useEffect(() => {
    if (next === undefined) setNext(now + FIRST_REMINDER_MS);
  }, [next, now, setNext]);
  if (told.state === 'loading') return null;
  if (told.state === 'failed') return <Awaiting state="failed" what={BACKUP_STATE} />;
  const { value: state } = told;
  const wrong = homeProblem(state, now);
  const missing = noTargetProblem(state, next, now);
  const problem = wrong ?? missing;
  if (problem === undefined) return null;
  return (
    <Notice
      {...problem}
      actions={
        <>
          <Button onPress={onOpen} size="small">
            バックアップを開く
          </Button>
          {wrong === undefined && (
            <Button onPress={() => setNext(now + REMINDER_MS)} size="small" variant="quiet">
              一週間あとで
            </Button>
          )}
        </>
      }
      tone={wrong === undefined ? 'info' : 'warning'}
    />
  );
};
