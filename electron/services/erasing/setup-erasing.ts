import type { Handle } from '#electron/ipc/handle.ts';
import type { ErasePlan } from '#shared/ipc/erasing.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { appLog } from '../app-log/app-log.ts';
import { asEraseProblem } from '../log/problems.ts';
import { clearTraces } from './clear-traces.ts';
import { askToForget } from './forget-cache.ts';
import { dropErasePlan, keepErasePlan, readErasePlan } from './plan-file.ts';

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
  /** Does what may fail by the system's fault. */
  const answer = async <T>(what: string, act: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await act());
    } catch (error) {
      appLog.fault(what, error);
      return fail(asEraseProblem(error));
    }
  };
  handle('clearTraces', (traces) =>
    answer('erase.traces', async () => {
      await clearTraces(recordsFolder, traces);
      return null;
    }),
  );
  handle('readErasePlan', async (): Promise<Result<ErasePlan | null>> => {
    const read = await answer('erase.plan', () => readErasePlan(recordsFolder));
    if (!read.ok) return read;
    if (read.value !== 'damaged') return ok(read.value ?? null);
    const dropped = await answer('erase.plan', () => dropErasePlan(recordsFolder));
    return dropped.ok ? fail(lostPlanProblem()) : dropped;
  });
  handle('keepErasePlan', (plan) =>
    answer('erase.plan', async () => {
      if (plan === null) await dropErasePlan(recordsFolder);
      else await keepErasePlan(recordsFolder, plan);
      return null;
    }),
  );
};

const lostPlanProblem = (): Problem => ({
  code: 'damaged',
  happened: '途中で止まった「完全に消す」の続きを、控えが壊れていて行えません。',
  safe: '記録はそのままです。消すはずだった内容が、一部のファイルに残っているかもしれません。',
  todo: '設定の「個人情報を完全に消す」で、もう一度さがして消してください。',
});
