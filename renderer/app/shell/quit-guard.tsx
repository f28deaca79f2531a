import { useEffect, useRef, useState } from 'react';
import { invoke, on } from '#adapters/host/host.ts';
import { useHeldDrafts, useWorkspace } from '#adapters/store/store.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';

/** So many drafts are named. */
const SHOWN = 5;

/** Closing the window waits until all is on disk; when that fails, staff decide. */
export const QuitGuard = () => {
  const workspace = useWorkspace();
  const [asking, setAsking] = useState<'unsaved' | 'drafts'>();
  const drafts = useHeldDrafts();
  /** Staff have said that drafts may stay drafts. */
  const mayKeep = useRef(false);

  useEffect(
    () =>
      on('quitRequested', async () => {
        // Ends a conversion, and hands over what can be handed over.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        if (!(await workspace.flush())) setAsking('unsaved');
        else if (mayKeep.current || workspace.drafts.held.get().length === 0) {
          await invoke('answerQuit', true);
        } else {
          // The window stays until this is answered, however long that takes.
          await invoke('answerQuit', false);
          setAsking('drafts');
        }
      }),
    [workspace],
  );

  const answer = (quit: boolean) => {
    setAsking(undefined);
    void invoke('answerQuit', quit);
  };

  return (
    <>
      <ConfirmDialog
        cancelLabel="待つ"
        confirmLabel="終了する"
        isOpen={asking === 'unsaved'}
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
      <ConfirmDialog
        cancelLabel="戻る"
        confirmLabel="下書きのまま終了する"
        isOpen={asking === 'drafts'}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => {
          mayKeep.current = true;
          window.close();
        }}
        title="書きかけの入力があります"
      >
        <p>
          まだ記録に入っていない入力が{drafts.length}件あります（
          {[...new Set(drafts.map(({ label }) => label))].slice(0, SHOWN).join('、')}
          ）。下書きとしてこのパソコンに残り、次に開いたときに続きから書けます。
        </p>
      </ConfirmDialog>
    </>
  );
};
