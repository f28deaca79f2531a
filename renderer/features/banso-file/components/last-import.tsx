import { useState } from 'react';
import { createBansoWorker } from '#adapters/banso-file/in-worker.ts';
import { undoByEdits } from '#adapters/banso-file/undo.ts';
import { invoke } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { LastBanso } from '#shared/ipc/banso.ts';
import type { Result } from '#shared/result.ts';
import { timeWords } from '#shared/text/clock-and-size.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { setBackWords } from '../model.ts';
import styles from './banso-page.module.css';

type LastImportProps = {
  readonly last: LastBanso;
  readonly source: BansoSource;
  /** It has come just now. */
  readonly isNew: boolean;
  readonly onResult: (result: Result<unknown>) => void;
  /** Something else may be the last import now. */
  readonly onUndone: () => Promise<void>;
};

/** What was taken in last, and the way back: as if it had never come, or by edits once somebody has written. */
export const LastImport = ({ last, source, isNew, onResult, onUndone }: LastImportProps) => {
  const workspace = useWorkspace();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const isWhole = last.way === 'files';

  const takeAway = async (): Promise<Result<unknown>> => {
    const prepared = await invoke('undoBanso', undefined);
    return prepared.ok ? invoke('restartApp', undefined) : prepared;
  };
  const setBack = async (): Promise<Result<unknown>> => {
    const worker = createBansoWorker();
    const done = await undoByEdits(source, worker, workspace, last);
    worker.stop();
    if (done.ok) showToast(setBackWords(done.value));
    await onUndone();
    return done;
  };
  const undo = async (): Promise<void> => {
    setIsBusy(true);
    const done = await (isWhole ? takeAway() : setBack());
    setIsBusy(false);
    setIsAsking(false);
    onResult(done);
  };

  const who = last.by === '' ? '' : `${last.by}さんが`;
  return (
    <Card
      actions={
        <Button onPress={() => setIsAsking(true)} size="small">
          取り込みを取り消す…
        </Button>
      }
      title="最後の取り込み"
    >
      <p className={styles.quiet} data-comes={isNew ? '' : undefined} tabIndex={-1}>
        {`${timeWords(last.at)}に、${who}${timeWords(last.made)}につくったファイルから${last.titles.length}件を取り込みました。`}
        {isWhole
          ? 'そのあとに何も書かれていないので、取り込む前とまったく同じ記録に戻せます。'
          : 'そのあとに記録が書かれているので、取り消すと、だれも変えていないところだけを取り込む前の内容に書き戻します。'}
      </p>
      <ConfirmDialog
        confirmLabel={isWhole ? '取り消してアプリを開き直す' : '取り込む前の内容に書き戻す'}
        isOpen={isAsking}
        isPending={isBusy}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void undo()}
        title="取り込みを取り消しますか"
      >
        {isWhole ? (
          <p>
            取り込む前の記録に戻ります。取り込んだ記録は、記録の置き場所の before-restore
            フォルダーに残します。画面を作り直すのに少し時間がかかります。
          </p>
        ) : (
          <p>
            取り込みで変わったところのうち、そのあとだれも変えていないところを、取り込む前の内容に書き戻します。
            取り込みで加わった記録は、ごみ箱に移します。あなたがあとから書いたものは変わりません。
            ふつうの編集として残り、「元に戻す」でも戻せます。
            同じ引継ぎファイルを開くと、もう一度取り込めます。
          </p>
        )}
      </ConfirmDialog>
    </Card>
  );
};
