import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { proveBackup } from '#adapters/backup/prove.ts';
import { invoke } from '#adapters/host/host.ts';
import type { BackupState } from '#shared/ipc/backup.ts';
import type { Result } from '#shared/result.ts';
import { sizeWords } from '#shared/text/clock-and-size.ts';
import { Button } from '#ui/button.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { proofWords } from '../model.ts';
import styles from './backup-page.module.css';

type ProofLineProps = {
  readonly state: BackupState;
  readonly onResult: (result: Result<unknown>, done?: string) => void;
};

/** When the newest backup was last opened and read to its end, and 「開けるか確かめる」. */
export const ProofLine = ({ state, onResult }: ProofLineProps) => {
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const [isProving, setIsProving] = useState(false);
  const { working, targets } = state;
  const hasBackup = targets.some(({ place, lastAt }) => place === 'first' && lastAt !== undefined);

  const prove = async (): Promise<void> => {
    setIsProving(true);
    const found = await proveBackup((done, all) => setProgress({ done, all }));
    setProgress(undefined);
    setIsProving(false);
    onResult(
      found,
      found.ok
        ? `最後まで開けました。案件${found.value.cases}件、会合${found.value.meetings}件がありました。`
        : undefined,
    );
  };

  return (
    <section aria-label="開けるか確かめる" className={styles.target}>
      <h3 className={styles.name}>確かめ</h3>
      <p className={styles.quiet}>{proofWords(state)}</p>
      <div className={styles.buttons}>
        <Button
          icon={<ShieldCheck aria-hidden="true" />}
          isDisabled={!hasBackup || (working !== undefined && !isProving)}
          isPending={isProving}
          onPress={() => void prove()}
          size="small"
        >
          開けるか確かめる
        </Button>
      </div>
      {working?.work === 'proof' && (
        <div className={styles.wide}>
          <ProgressBar
            label="バックアップを取り出しています。"
            onCancel={() => void invoke('cancelBackup', undefined)}
            {...(working.all > 0 && {
              max: working.all,
              value: working.done,
              valueLabel: `${sizeWords(working.done)} / ${sizeWords(working.all)}`,
            })}
          />
        </div>
      )}
      {progress !== undefined && (
        <div className={styles.wide}>
          <ProgressBar
            label="記録を一つずつ開いて数えています。"
            max={progress.all}
            value={progress.done}
            valueLabel={`${progress.done} / ${progress.all}件`}
          />
        </div>
      )}
    </section>
  );
};
