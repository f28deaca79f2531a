import { constants, setPriority } from 'node:os';
import { codeOf } from '../log/problems.ts';
import { type BackupWork, doWork } from './backup-work.ts';

/** From main to the process that works, and back. */
export type ToProcess = { readonly work: BackupWork } | 'cancel';
export type FromProcess =
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: string };

// The window comes first: nobody waits for a backup.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const PROGRESS_MS = 100;

const cancelling = new AbortController();
let told = 0;

const tell = (message: FromProcess): void => process.parentPort.postMessage(message);

/** One process does one piece of work; main ends it when it has heard the outcome. */
process.parentPort.on('message', ({ data, ports }: Electron.MessageEvent) => {
  // Main and this process are of one build.
  const message = data as ToProcess;
  if (message === 'cancel') {
    cancelling.abort();
    return;
  }
  const onProgress = (done: number, all: number): void => {
    const now = Date.now();
    if (now - told < PROGRESS_MS && done < all) return;
    told = now;
    tell({ kind: 'progress', done, all });
  };
  doWork(message.work, { signal: cancelling.signal, onProgress }, ports).then(
    (value) => tell({ kind: 'done', value }),
    (error: unknown) => tell({ kind: 'failed', code: codeOf(error) }),
  );
});
