import { useEffect, useState } from 'react';
import { invoke, on } from '#adapters/host/host.ts';
import type { RestoredTimes } from '#shared/ipc/contract.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { WantedState } from '../boot/open-cache.ts';
import page from './full-page.module.css';
import styles from './restored-question.module.css';

/**
 * Asked before anything is written, when the records were put back by hand: the state of then, or the
 * newer one that this PC still has. Without an answer the app stays as it is, and asks again next time.
 */
export const RestoredQuestion = ({
  times,
  onChoose,
}: {
  readonly times: RestoredTimes;
  readonly onChoose: (wanted: WantedState) => void;
}) => {
  const [chosen, setChosen] = useState<WantedState>();
  // Nothing waits to be saved: the window may close.
  useEffect(() => on('quitRequested', () => void invoke('answerQuit', true)), []);
  const choose = (wanted: WantedState) => {
    setChosen(wanted);
    onChoose(wanted);
  };
  const isChosen = chosen !== undefined;
  return (
    <main className={page.page}>
      <h1>伴走ノート</h1>
      <Dialog
        actions={
          <>
            <Button
              isDisabled={isChosen}
              isPending={chosen === 'older'}
              onPress={() => choose('older')}
            >
              前の状態を使う
            </Button>
            <Button
              isDisabled={isChosen}
              isPending={chosen === 'newer'}
              onPress={() => choose('newer')}
            >
              新しい状態に戻す
            </Button>
          </>
        }
        isBusy
        isOpen
        onClose={() => undefined}
        role="alertdialog"
        title="記録のフォルダーが、前の状態に戻されています"
      >
        <p>
          記録のファイルが、このパソコンで最後に使ったときより前のものに置きかわっています。
          どちらの状態で続けるかを選んでください。選ぶまで、記録には何も書きません。
        </p>
        <dl className={styles.states}>
          <div>
            <dt>前の状態{lastOpened(times.older)}</dt>
            <dd>
              いまフォルダーにある記録で続けます。それより後の内容は画面から消えますが、控えとして別に残します。
            </dd>
          </div>
          <div>
            <dt>新しい状態{lastOpened(times.newer)}</dt>
            <dd>
              このパソコンの控えにある、置きかわる前の内容で続けます。内容は記録のファイルに書き戻します。
            </dd>
          </div>
        </dl>
        <p>迷うときは、何も選ばずに画面を閉じて、システムの担当者にご相談ください。</p>
      </Dialog>
    </main>
  );
};

const lastOpened = (at: number | undefined): string => {
  if (at === undefined) return '';
  // Made here: the first formatter of a window takes some ms, and hardly any start asks this question.
  const format = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short' });
  return `（最後に開いた日時：${format.format(at)}）`;
};
