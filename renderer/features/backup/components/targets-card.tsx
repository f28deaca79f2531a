import { HardDriveDownload } from 'lucide-react';
import { useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import {
  BACKUP_PLACES,
  type BackupPlace,
  type BackupState,
  type BackupTarget,
} from '#shared/ipc/backup.ts';
import type { Result } from '#shared/result.ts';
import { sizeWords } from '#shared/text/clock-and-size.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PassphraseDialog } from '#ui/passphrase-dialog.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { lastWords, lowProblem, PLACE_NAMES } from '../model.ts';
import styles from './backup-page.module.css';
import { ProofLine } from './proof-line.tsx';

type TargetsCardProps = {
  readonly state: BackupState;
  /** Hears how each call to main went. */
  readonly onResult: (result: Result<unknown>, done?: string) => void;
};

/** Where backups go, how they went, and 「今すぐ」. */
export const TargetsCard = ({ state, onResult }: TargetsCardProps) => {
  const { targets, working } = state;
  const isWorking = working !== undefined;
  return (
    <Card
      actions={
        <Button
          icon={<HardDriveDownload aria-hidden="true" />}
          isDisabled={targets.length === 0 || (isWorking && working.work !== 'backup')}
          isPending={working?.work === 'backup'}
          onPress={() =>
            void invoke('backUpNow', undefined).then((result) =>
              onResult(result, 'バックアップしました。'),
            )
          }
          variant="primary"
        >
          今すぐバックアップする
        </Button>
      }
      title="バックアップ先"
    >
      <p className={styles.lead}>
        毎日一度と、アプリを閉じるときに、自動でバックアップします。7日分、4週分、12か月分を残します。
        ファイルサーバーや外付けドライブのフォルダーを選んでください。
      </p>
      {working?.work === 'backup' && (
        <ProgressBar
          label="バックアップしています。このまま使い続けられます。"
          onCancel={() => void invoke('cancelBackup', undefined)}
          {...(working.all > 0 && {
            max: working.all,
            value: working.done,
            valueLabel: `${sizeWords(working.done)} / ${sizeWords(working.all)}`,
          })}
        />
      )}
      {BACKUP_PLACES.map((place) => (
        <TargetRow
          isWorking={isWorking}
          key={place}
          onResult={onResult}
          place={place}
          target={targets.find((target) => target.place === place)}
        />
      ))}
      <ProofLine onResult={onResult} state={state} />
    </Card>
  );
};

type TargetRowProps = Pick<TargetsCardProps, 'onResult'> & {
  readonly place: BackupPlace;
  readonly target: BackupTarget | undefined;
  readonly isWorking: boolean;
};

const TargetRow = ({ place, target, isWorking, onResult }: TargetRowProps) => {
  const name = PLACE_NAMES[place];
  const [isSealing, setIsSealing] = useState(false);
  const choose = async (passphrase: string): Promise<Result<unknown>> => {
    const chosen = await invoke('chooseBackupTarget', { place, passphrase });
    onResult(chosen);
    return chosen;
  };
  return (
    <section aria-label={`${name}のバックアップ先`} className={styles.target}>
      <h3 className={styles.name}>{name}</h3>
      <div>
        {target === undefined ? (
          <p className={styles.quiet}>
            {place === 'first'
              ? 'まだ選んでいません。このパソコンが壊れると、記録は失われます。'
              : '選んでいません。別のディスクかサーバーにもう一つあると安心です。'}
          </p>
        ) : (
          <>
            <p className={styles.path}>{target.path}</p>
            <p className={styles.quiet}>
              {lastWords(target)}
              {target.isSealed && '・合言葉あり'}
            </p>
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          aria-label={`${name}のフォルダーを${target === undefined ? '選ぶ' : '変える'}`}
          isDisabled={isWorking}
          onPress={() => void choose('')}
          size="small"
        >
          {target === undefined ? 'フォルダーを選ぶ…' : '変える…'}
        </Button>
        {target === undefined && (
          <Button
            aria-label={`合言葉をかけて選ぶ：${name}のフォルダー`}
            isDisabled={isWorking}
            onPress={() => setIsSealing(true)}
            size="small"
            variant="quiet"
          >
            合言葉をかけて選ぶ…
          </Button>
        )}
        {target !== undefined && (
          <Button
            aria-label={`${name}のバックアップ先を外す`}
            isDisabled={isWorking}
            onPress={() =>
              void invoke('dropBackupTarget', { place }).then((result) =>
                onResult(result, 'バックアップ先から外しました。中のバックアップは残っています。'),
              )
            }
            size="small"
            variant="quiet"
          >
            外す
          </Button>
        )}
      </div>
      {isSealing && (
        <PassphraseDialog
          action="フォルダーを選ぶ…"
          isNew
          note="紙に書いて、パソコンとは別の場所に保管してください。このパソコンには、毎日のバックアップのために鍵が残ります。"
          onClose={() => setIsSealing(false)}
          onPassphrase={choose}
          title={`${name}のバックアップ先に合言葉をかける`}
        />
      )}
      {target?.problem !== undefined && (
        <div className={styles.wide}>
          <Notice {...target.problem} tone="warning" />
        </div>
      )}
      {target?.isLow && (
        <div className={styles.wide}>
          <Notice {...lowProblem(target)} tone="warning" />
        </div>
      )}
    </section>
  );
};
