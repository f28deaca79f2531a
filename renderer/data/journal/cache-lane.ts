import type { Problem } from '#shared/result.ts';

/** Writes to the cache, one at a time and in order. One that fails is tried again before the next. */
export type CacheLane = {
  /** Resolves when the write is done, or has failed for now; it is not lost either way. */
  readonly push: (write: () => Promise<void>) => Promise<void>;
  /** Like `push`, but begins only once nothing else waits: what it reads is whole. */
  readonly pushLast: (write: () => Promise<void>) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** Whether the last write failed, so that the cache lacks what waits here. */
  readonly isFailing: () => boolean;
  readonly isEmpty: () => boolean;
};

const RETRY_MS = 3_000;

export const createCacheLane = (onProblem: (problem: Problem | undefined) => void): CacheLane => {
  type Waiting = {
    readonly write: () => Promise<void>;
    readonly tried: () => void;
    readonly isLast: boolean;
  };
  const queue: Waiting[] = [];
  let running: Promise<void> | undefined;
  let failing = false;

  /** @returns whether all is written; false after a failure, when a timer tries again */
  const drain = async (): Promise<boolean> => {
    for (let next = queue[0]; next; next = queue[0]) {
      if (next.isLast && queue.some(({ isLast }) => !isLast)) {
        queue.shift();
        queue.push(next);
        continue;
      }
      try {
        await next.write();
        queue.shift();
        if (failing) onProblem(undefined);
        failing = false;
      } catch (error) {
        failing = true;
        onProblem(cacheProblem(error));
        for (const each of queue) each.tried();
        setTimeout(start, RETRY_MS);
        return false;
      }
      next.tried();
    }
    return true;
  };

  const start = (): void => {
    running ??= drain().then((written) => {
      running = undefined;
      // Something may have come in after the last look at the queue.
      if (written && queue.length > 0) start();
    });
  };

  const add = (write: () => Promise<void>, isLast: boolean): Promise<void> =>
    new Promise((resolve) => {
      queue.push({ write, tried: resolve, isLast });
      start();
    });

  return {
    push: (write) => add(write, false),
    pushLast: (write) => add(write, true),
    settle: async () => {
      while (running) await running;
    },
    isFailing: () => failing,
    isEmpty: () => queue.length === 0,
  };
};

const cacheProblem = (error: unknown): Problem => ({
  code: 'disk-error',
  happened: '画面に表示するためのデータを書きかえられませんでした。',
  safe: '「保存済み」と出た内容は、記録ファイルに入っています。',
  todo: '自動でもう一度書きます。ディスクの空きをご確認ください。',
  detail: error instanceof Error ? error.name : 'unknown',
});
