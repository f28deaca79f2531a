import { useEffect } from 'react';
import { invoke, on } from '#adapters/host/host.ts';
import type { Problem } from '#shared/result.ts';
import { Button } from '#ui/button.tsx';
import styles from './full-page.module.css';

/** The whole window when the app cannot start: what happened, what is safe, what to do. */
export const CannotStart = ({ problem }: { readonly problem: Problem }) => {
  // Nothing waits to be saved: the window may close.
  useEffect(() => on('quitRequested', () => void invoke('answerQuit', true)), []);
  return (
    <main className={styles.page}>
      <div className={styles.card} role="alert">
        <h1>伴走ノートを開けません</h1>
        <p className={styles.happened}>{problem.happened}</p>
        <p>{problem.safe}</p>
        <p>{problem.todo}</p>
        <div className={styles.actions}>
          <Button onPress={() => void invoke('showDataFolder', undefined)}>
            データの場所を開く
          </Button>
          <Button onPress={() => window.location.reload()} variant="primary">
            開き直す
          </Button>
        </div>
      </div>
    </main>
  );
};
