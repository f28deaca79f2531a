import path from 'node:path';
import type { Handle } from '#electron/ipc/handle.ts';
import type { ErasePlan } from '#shared/ipc/erasing.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { appLog } from '../app-log/app-log.ts';
import { runWork } from '../backup/run-work.ts';
import { readHandedOver } from '../banso-file/handed-over.ts';
import { createWorkerReader } from '../log/log-reader.ts';
import { asEraseProblem } from '../log/problems.ts';
import { listAsideLogs, readAsideLog, settleAsides } from './aside-logs.ts';
import { clearTraces } from './clear-traces.ts';
import { askToForget } from './forget-cache.ts';
import { dropErasePlan, keepErasePlan, readErasePlan } from './plan-file.ts';

type Dependencies = {
  readonly browser: string;
  readonly data: string;
  readonly records: string;
  readonly settings: string;
  readonly handle: Handle;
};

/** Answers what erasing for good asks for beside the logs. */
export const setupErasing = ({ browser, handle, ...places }: Dependencies): void => {
  const { data, records, settings } = places;
  let looking = new AbortController();
  const read = createWorkerReader(path.join(import.meta.dirname, 'log-worker.js'));
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
      await clearTraces(places, traces);
      return null;
    }),
  );
  handle('readErasePlan', async (): Promise<Result<ErasePlan | null>> => {
    const read = await answer('erase.plan', () => readErasePlan(records));
    if (!read.ok) return read;
    if (read.value !== 'damaged') return ok(read.value ?? null);
    const dropped = await answer('erase.plan', () => dropErasePlan(records));
    return dropped.ok ? fail(lostPlanProblem()) : dropped;
  });
  handle('keepErasePlan', (plan) =>
    answer('erase.plan', async () => {
      if (plan === null) await dropErasePlan(records);
      else await keepErasePlan(records, plan);
      return null;
    }),
  );
  handle('lookBeside', (words) =>
    answer('erase.look', () => {
      looking = new AbortController();
      const follow = { signal: looking.signal, onProgress: () => undefined };
      return runWork<'lookBeside'>({ kind: 'lookBeside', job: { data, records, words } }, follow);
    }),
  );
  handle('stopLookingBeside', () => {
    looking.abort();
    return ok(null);
  });
  handle('listAsideLogs', () => answer('erase.aside', () => listAsideLogs(records)));
  handle('readAsideLog', (request) =>
    answer('erase.aside', () => readAsideLog(records, read, request)),
  );
  handle('settleAsides', (files) =>
    answer('erase.aside', async () => {
      await settleAsides(records, files);
      return null;
    }),
  );
  handle('listHandedOver', () => answer('erase.handed', () => readHandedOver(settings)));
};

const lostPlanProblem = (): Problem => ({
  code: 'damaged',
  happened: '途中で止まった「完全に消す」の続きを、控えが壊れていて行えません。',
  safe: '記録はそのままです。消すはずだった内容が、一部のファイルに残っているかもしれません。',
  todo: '設定の「個人情報を完全に消す」で、もう一度さがして消してください。',
});
