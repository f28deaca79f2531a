import path from 'node:path';
import { type MessagePortMain, utilityProcess } from 'electron';
import type { FromProcess, ToProcess } from './backup-process.ts';
import type { WorkKind, WorkOf, WorkResults } from './backup-work.ts';
import type { Follow } from './make-backup.ts';

const SCRIPT = path.join(import.meta.dirname, 'backup-process.js');
/** Whoever waits for a file server that is gone does not hear that the work was cancelled. */
const CANCEL_MS = 5000;

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/**
 * Does one piece of work in a process of its own, which ends with it.
 * @param ports to workers of the window that give what the work needs
 * @throws an error with the code of what went wrong; CANCELLED when it was cancelled
 */
export const runWork = <Kind extends WorkKind>(
  work: WorkOf<Kind>,
  { signal, onProgress }: Follow,
  ports: readonly MessagePortMain[] = [],
): Promise<WorkResults[Kind]> =>
  new Promise((resolve, reject) => {
    const worker = utilityProcess.fork(SCRIPT, [], { serviceName: 'banso-backup' });
    const send = (message: ToProcess, along: readonly MessagePortMain[] = []): void =>
      worker.postMessage(message, [...along]);
    let patience: NodeJS.Timeout | undefined;
    const settle = (act: () => void): void => {
      clearTimeout(patience);
      signal.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      worker.kill();
      act();
    };
    const cancel = (): void => {
      send('cancel');
      patience = setTimeout(() => settle(() => reject(failure('CANCELLED'))), CANCEL_MS);
    };
    worker.on('message', (message: FromProcess) => {
      switch (message.kind) {
        case 'progress':
          return onProgress(message.done, message.all);
        case 'done':
          // The process answers by the kind that it was asked for, and is of the same build.
          return settle(() => resolve(message.value as WorkResults[Kind]));
        case 'failed':
          return settle(() => reject(failure(message.code)));
      }
    });
    worker.on('exit', () => settle(() => reject(failure('GONE'))));
    signal.addEventListener('abort', cancel);
    send({ work }, ports);
    if (signal.aborted) cancel();
  });
