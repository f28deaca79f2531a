import type { Adopted, AdoptRequest } from '#data/banso-file/adopt.ts';
import type { CompareRequest, Comparison } from '#data/banso-file/compare.ts';
import type { Prepared, PrepareRequest } from '#data/banso-file/prepare.ts';
import type { DocumentTurns, TurnsRequest } from '#data/banso-file/turns.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import type { BansoRequest } from '#workers/banso-worker.ts';

/** 45 cases of ten years take seconds; a hostile file may keep the worker busy for ever. */
const PREPARE_MS = 300_000;
const COMPARE_MS = 60_000;

/** More would only wait for each other: main reads one log at a time. */
const MOST_WORKERS = 4;

/** Some workers for one file; each is asked one thing at a time. */
export type BansoWorker = {
  /** How many things can be asked side by side. */
  readonly sideBySide: number;
  readonly prepare: (request: PrepareRequest) => Promise<Result<Prepared>>;
  readonly compare: (request: CompareRequest) => Promise<Result<Comparison>>;
  readonly turns: (request: TurnsRequest) => Promise<Result<DocumentTurns>>;
  readonly adopt: (request: AdoptRequest) => Promise<Result<Adopted>>;
  readonly stop: () => void;
};

export const createBansoWorker = (): BansoWorker => {
  const sideBySide = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
  const lanes = Array.from({ length: sideBySide }, createLane);
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];

  const ask = async <T>(request: BansoRequest, patience: number): Promise<Result<T>> => {
    const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
    const answer = await lane.ask<T>(request, patience);
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
    return answer;
  };
  const askSafely = async <T>(request: BansoRequest, patience: number): Promise<Result<T>> => {
    const answer = await ask<Result<T>>(request, patience);
    return answer.ok ? answer.value : answer;
  };

  return {
    sideBySide,
    prepare: (request) => ask<Prepared>(request, PREPARE_MS),
    compare: (request) => askSafely<Comparison>(request, COMPARE_MS),
    turns: (request) => ask<DocumentTurns>(request, COMPARE_MS),
    adopt: (request) => askSafely<Adopted>(request, COMPARE_MS),
    stop: () => {
      for (const lane of lanes) lane.stop();
    },
  };
};

type Lane = {
  readonly ask: <T>(request: BansoRequest, patience: number) => Promise<Result<T>>;
  readonly stop: () => void;
};

/** A worker that is started when it is first asked; one that was killed is not asked again. */
const createLane = (): Lane => {
  let worker: Worker | undefined;
  let end: ((problem: Problem) => void) | undefined;
  let over: Problem | undefined;
  const kill = (problem: Problem): void => {
    over = problem;
    worker?.terminate();
    end?.(problem);
  };
  return {
    ask: <T>(request: BansoRequest, patience: number): Promise<Result<T>> =>
      new Promise((resolve) => {
        if (over !== undefined) return resolve(fail(over));
        worker ??= new Worker(new URL('../../workers/banso-worker.ts', import.meta.url), {
          type: 'module',
        });
        const settle = (result: Result<T>): void => {
          clearTimeout(timer);
          end = undefined;
          resolve(result);
        };
        const timer = setTimeout(() => kill(notReadable()), patience);
        end = (problem) => settle(fail(problem));
        worker.onmessage = ({ data }: MessageEvent<T>) => settle(ok(data));
        worker.onerror = () => kill(notReadable());
        worker.postMessage(request);
      }),
    stop: () => kill(cancelled()),
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
