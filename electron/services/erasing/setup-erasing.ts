import type { Handle } from '#electron/ipc/handle.ts';
import { fail, ok } from '#shared/result.ts';
import { appLog } from '../app-log/app-log.ts';
import { asEraseProblem } from '../log/problems.ts';
import { clearTraces } from './clear-traces.ts';
import { askToForget } from './forget-cache.ts';

/** Answers what erasing for good asks for beside the logs. */
export const setupErasing = ({
  browser,
  recordsFolder,
  handle,
}: {
  readonly browser: string;
  readonly recordsFolder: string;
  readonly handle: Handle;
}): void => {
  handle('forgetCache', () => askToForget(browser));
  handle('clearTraces', async (traces) => {
    try {
      await clearTraces(recordsFolder, traces);
      return ok(null);
    } catch (error) {
      appLog.fault('erase.traces', error);
      return fail(asEraseProblem(error));
    }
  });
};
