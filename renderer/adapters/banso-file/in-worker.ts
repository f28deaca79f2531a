import { keptWorker } from '#adapters/worker/kept-worker.ts';
import type {
  CompareRequest,
  Comparison,
  FirstOfNewRequest,
  RecordChange,
} from '#data/banso-file/compare.ts';
import type { LeftOutRequest, PrepareRequest } from '#data/banso-file/prepare.ts';
import type { DocumentTurns, TurnsRequest } from '#data/banso-file/turns.ts';
import type { KindCounts } from '#shared/domain/record/outgoing.ts';
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
  readonly prepare: (request: PrepareRequest) => Promise<Result<null>>;
  readonly compare: (request: CompareRequest) => Promise<Result<Comparison>>;
  readonly firstOfNew: (request: FirstOfNewRequest) => Promise<Result<readonly RecordChange[]>>;
  readonly turns: (request: TurnsRequest) => Promise<Result<DocumentTurns>>;
  readonly leftOut: (request: LeftOutRequest) => Promise<Result<KindCounts>>;
  readonly stop: () => void;
};

export const createBansoWorker = (): BansoWorker => {
  const sideBySide = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));
  const worker = keptWorker<BansoRequest, unknown>({
    open: () =>
      new Worker(new URL('../../workers/banso-worker.ts', import.meta.url), { type: 'module' }),
    patience: ({ kind }) => (kind === 'prepare' || kind === 'leftOut' ? PREPARE_MS : COMPARE_MS),
    // What it reads is all of one file.
    isClean: () => true,
    width: sideBySide,
    transfer: givenAway,
  });

  const ask = async <T>(request: BansoRequest): Promise<Result<T>> => {
    const answer = await worker.ask(request);
    switch (answer.kind) {
      case 'answered':
        // The worker answers each kind of request with its own.
        return ok(answer.answer as T);
      case 'stopped':
        return fail(cancelled());
      case 'failed':
      case 'too-long':
        // The others would not fare better with this file.
        worker.stop();
        return fail(notReadable());
    }
  };
  const askSafely = async <T>(request: BansoRequest): Promise<Result<T>> => {
    const answer = await ask<Result<T>>(request);
    return answer.ok ? answer.value : answer;
  };

  return {
    sideBySide,
    prepare: (request) => ask<null>(request),
    compare: (request) => askSafely<Comparison>(request),
    firstOfNew: (request) => ask<readonly RecordChange[]>(request),
    turns: (request) => ask<DocumentTurns>(request),
    leftOut: (request) => ask<KindCounts>(request),
    stop: worker.stop,
  };
};

/** What was read of an opened file is read for one question, and large. */
const givenAway = (request: BansoRequest): Transferable[] => {
  switch (request.kind) {
    case 'prepare':
      return [request.port];
    case 'compare':
    case 'firstOfNew':
      return request.incoming.map(({ packed }) => packed.buffer);
    default:
      return [];
  }
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
