import { useEffect, useState } from 'react';
import { invoke, on } from '#adapters/host/host.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';

/** Closing the window waits until all is on disk; when that fails, staff decide. */
export const QuitGuard = () => {
  const workspace = useWorkspace();
  const [isAsking, setIsAsking] = useState(false);

  useEffect(
    () =>
      on('quitRequested', async () => {
        // A field hands over its text when it loses the focus.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        if (await workspace.flush()) await invoke('answerQuit', true);
        else setIsAsking(true);
      }),
    [workspace],
  );

  const answer = (quit: boolean) => {
    setIsAsking(false);
    void invoke('answerQuit', quit);
  };

  return (
    <ConfirmDialog
      cancelLabel="待つ"
      confirmLabel="終了する"
      isOpen={isAsking}
      onCancel={() => {
        workspace.retry();
        answer(false);
      }}
      onConfirm={() => answer(true)}
      title="まだ保存できていません"
      tone="danger"
    >
      <p>
        最後に入力した内容が、まだディスクに書きこめていません。「保存済み」と表示された記録は残っています。
      </p>
      <p>「待つ」を押すと、もう一度保存をためします。</p>
    </ConfirmDialog>
  );
};
