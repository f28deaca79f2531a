import { setTimeout as wait } from 'node:timers/promises';
import { appLog } from '../services/app-log/app-log.ts';

/** The first screen stands by then on a slow PC, too; whoever needs something earlier gets it earlier. */
const LATER_MS = 2000;

/** Does, one behind the other, what the first screen need not wait for. */
export const afterStart = async (works: readonly (() => Promise<void>)[]): Promise<void> => {
  await wait(LATER_MS);
  for (const work of works) {
    await work().catch((error: unknown) => appLog.fault('after-start', error));
  }
};
