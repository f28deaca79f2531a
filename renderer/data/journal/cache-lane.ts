import type { Problem } from '#shared/result.ts';

/** Writes to the cache, one at a time and in order. One that fails is tried again before the next. */
export type CacheLane = {
  /** Resolves when the write is done, or has failed for now; it is not lost either way. */
  readonly push: (write: () => Promise<void>) => Promise<void>;
  readonly settle: () => Promise<void>;
};

const RETRY_MS = 3_000;

export const createCacheLane = (onProblem: (problem: Problem | undefined) => void): CacheLane => {
  const queue: { readonly write: () => Promise<void>; readonly tried: () => void }[] = [];
  let running: Promise<void> | undefined;
  let failing = false;

  /** @returns whether all is written; false after a failure, when a timer tries again */
  const drain = async (): Promise<boolean> => {
    for (let next = queue[0]; next; next = queue[0]) {
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

  return {
    push: (write) =>
      new Promise((resolve) => {
        queue.push({ write, tried: resolve });
        start();
      }),
    settle: async () => {
      while (running) await running;
    },
  };
};

const cacheProblem = (error: unknown): Problem => ({
  code: 'disk-error',
  happened: '画面用の控えを書きかえられませんでした。',
  safe: '記録そのものは記録ファイルに保存しています。',
  todo: '表示が古いままのときは、伴走ノートを開き直してください。控えを作り直します。',
  detail: error instanceof Error ? error.name : 'unknown',
});
