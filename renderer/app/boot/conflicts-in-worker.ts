import { keptWorker } from '#adapters/worker/kept-worker.ts';
import type { ConflictRequest } from '#data/conflicts/refresh.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';

const finder = keptWorker<ConflictRequest, readonly Conflict[]>({
  open: () =>
    new Worker(new URL('../../workers/conflict-worker.ts', import.meta.url), { type: 'module' }),
  // A case's frames take a tenth of a second; damage may keep the worker busy for ever.
  patience: () => 60_000,
  isClean: () => true,
});

/** Derives what several desks leave open in a worker, which is killed when it takes too long. */
export const conflictsInWorker = async (
  request: ConflictRequest,
): Promise<Result<readonly Conflict[]>> => {
  const answer = await finder.ask(request);
  return answer.kind === 'answered' ? ok(answer.answer) : fail(notDerived());
};

const notDerived = (): Problem => ({
  code: 'unexpected',
  happened: 'ほかのパソコンでの入力との食い違いを、調べられませんでした。',
  safe: '保存した記録はそのままです。',
  todo: '伴走ノートを開き直してください。',
});
