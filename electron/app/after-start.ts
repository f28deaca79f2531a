import type { BrowserWindow } from 'electron';
import { appLog } from '../services/app-log/app-log.ts';

/** The first screen stands by then on a slow PC, too; whoever needs something earlier gets it earlier. */
const LATER_MS = 2000;

/** Does, one behind the other, what the first screen needs not wait for. */
export const afterStart = (
  window: BrowserWindow,
  works: readonly (() => Promise<void>)[],
): void => {
  const work = async (): Promise<void> => {
    for (const begin of works) {
      await begin().catch((error: unknown) => appLog.fault('after-start', error));
    }
  };
  window.once('show', () => setTimeout(work, LATER_MS));
};
