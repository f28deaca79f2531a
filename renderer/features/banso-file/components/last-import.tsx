import { useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import type { LastBanso } from '#shared/ipc/banso.ts';
import type { Result } from '#shared/result.ts';
import { timeWords } from '#shared/text/clock-and-size.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import styles from './banso-page.module.css';

type LastImportProps = {
  readonly last: LastBanso;
  readonly onResult: (result: Result<unknown>) => void;
};

/** What was taken in last, and the way back as long as nothing was written behind it. */
export const LastImport = ({ last, onResult }: LastImportProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const undo = async (): Promise<void> => {
    setIsBusy(true);
    const prepared = await invoke('undoBanso', undefined);
    setIsBusy(false);
    setIsAsking(false);
    if (prepared.ok) await invoke('restartApp', undefined);
    else onResult(prepared);
  };
  const who = last.by === '' ? '' : `${last.by}さんが`;
  return (
    <Card
      actions={
        <Button isDisabled={!last.canUndo} onPress={() => setIsAsking(true)} size="small">
          取り込みを取り消す…
        </Button>
      }
      title="最後の取り込み"
    >
      <p className={styles.quiet}>
        {`${timeWords(last.at)}に、${who}${timeWords(last.made)}につくったファイルから${last.titles.length}件を取り込みました。`}
        {last.canUndo
          ? ''
          : 'そのあとに記録が書かれているため、取り込みだけを取り消すことはできません。'}
      </p>
      <ConfirmDialog
        confirmLabel="取り消してアプリを開き直す"
        isOpen={isAsking}
        isPending={isBusy}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void undo()}
        title="取り込みを取り消しますか"
      >
        <p>
          取り込む前の記録に戻ります。取り込んだ記録は、記録の置き場所の before-restore
          フォルダーに残します。画面を作り直すのに少し時間がかかります。
        </p>
      </ConfirmDialog>
    </Card>
  );
};
