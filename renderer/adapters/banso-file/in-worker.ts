import type { CompareRequest, Comparison } from '#data/banso-file/compare.ts';
import type { Prepared, PrepareRequest } from '#data/banso-file/prepare.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';

/** 45 cases of ten years take seconds; a hostile file may keep the worker busy for ever. */
const PREPARE_MS = 300_000;
const COMPARE_MS = 60_000;

/** One worker for one file: whatever it is asked, it is asked one thing at a time. */
export type BansoWorker = {
  readonly prepare: (request: PrepareRequest) => Promise<Result<Prepared>>;
  readonly compare: (request: CompareRequest) => Promise<Result<Comparison>>;
  readonly stop: () => void;
};

export const createBansoWorker = (): BansoWorker => {
  const worker = new Worker(new URL('../../workers/banso-worker.ts', import.meta.url), {
    type: 'module',
  });
  let end: ((problem: Problem) => void) | undefined;

  const ask = <T>(request: PrepareRequest | CompareRequest, patience: number): Promise<Result<T>> =>
    new Promise((resolve) => {
      const settle = (result: Result<T>): void => {
        clearTimeout(timer);
        end = undefined;
        resolve(result);
      };
      const timer = setTimeout(() => {
        worker.terminate();
        settle(fail(notReadable()));
      }, patience);
      end = (problem) => settle(fail(problem));
      worker.onmessage = ({ data }: MessageEvent<T>) => settle(ok(data));
      worker.onerror = () => settle(fail(notReadable()));
      worker.postMessage(request);
    });

  return {
    prepare: (request) => ask<Prepared>(request, PREPARE_MS),
    compare: async (request) => {
      const answer = await ask<Result<Comparison>>(request, COMPARE_MS);
      return answer.ok ? answer.value : answer;
    },
    stop: () => {
      worker.terminate();
      end?.(cancelled());
    },
  };
};

const notReadable = (): Problem => ({
  code: 'damaged',
  happened: '記録を調べきれませんでした。',
  safe: 'いまの記録には手を加えていません。',
  todo: 'もう一度お試しください。続くときは、つくった人にもう一度もらってください。',
});

const cancelled = (): Problem => ({
  code: 'cancelled',
  happened: '途中でやめました。',
  safe: 'いまの記録には手を加えていません。',
  todo: 'もう一度始めることができます。',
});
