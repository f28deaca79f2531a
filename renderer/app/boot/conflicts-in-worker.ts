import type { ConflictRequest } from '#data/conflicts/refresh.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';

/** A case's frames take a tenth of a second; damage may keep the worker busy for ever. */
const PATIENCE_MS = 60_000;

/** Derives what several desks leave open in a worker of its own, which is killed when it takes too long. */
export const conflictsInWorker = (request: ConflictRequest): Promise<Result<readonly Conflict[]>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('../../workers/conflict-worker.ts', import.meta.url), {
      type: 'module',
    });
    const settle = (result: Result<readonly Conflict[]>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => settle(fail(notDerived())), PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<readonly Conflict[]>) => settle(ok(data));
    worker.onerror = () => settle(fail(notDerived()));
    worker.postMessage(request);
  });

const notDerived = (): Problem => ({
  code: 'unexpected',
  happened: 'ほかのパソコンでの入力との食い違いを、調べられませんでした。',
  safe: '保存した記録はそのままです。',
  todo: '伴走ノートを開き直してください。',
});
