import { useEffect, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import type { AsideState } from '#shared/ipc/backup.ts';
import type { Result } from '#shared/result.ts';
import { sizeWords } from '#shared/text/clock-and-size.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import styles from './backup-page.module.css';

type AsidesCardProps = { readonly onResult: (result: Result<unknown>, done?: string) => void };

const LEFT =
  '片づけられるものを片づけました。「完全に消す」の内容を引き継ぎ終えていない分は、まだ残しています。';

/** What restores have moved aside: where it lies, how large it is, and the way to be rid of it. */
export const AsidesCard = ({ onResult }: AsidesCardProps) => {
  const [asides, setAsides] = useState<AsideState>();
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    void invoke('asideState', undefined).then((answer) => {
      if (answer.ok) setAsides(answer.value);
    });
  }, []);
  if (asides === undefined || asides.count === 0) return null;
  const { path, count, bytes } = asides;
  const remove = async (): Promise<void> => {
    setIsAsking(false);
    const removed = await invoke('removeAsides', undefined);
    if (removed.ok) setAsides(removed.value);
    const isLeft = removed.ok && removed.value.count > 0;
    onResult(removed, isLeft ? LEFT : '戻す前の記録を片づけました。');
  };
  return (
    <Card
      actions={
        <Button onPress={() => setIsAsking(true)} size="small">
          片づける…
        </Button>
      }
      note={`${count}回分・${sizeWords(bytes)}`}
      title="戻す前の記録"
    >
      <p className={styles.path}>{path}</p>
      <p className={styles.quiet}>
        バックアップから戻す前の記録です。新しい3回分と、180日たっていないものを残します。
      </p>
      {isAsking && (
        <ConfirmDialog
          confirmLabel="片づける"
          isOpen
          onCancel={() => setIsAsking(false)}
          onConfirm={() => void remove()}
          tone="danger"
          title={`戻す前の記録（${sizeWords(bytes)}）を片づけますか？`}
        >
          いまの記録とバックアップには手を加えません。片づけたものは元に戻せません。
        </ConfirmDialog>
      )}
    </Card>
  );
};
