import type { LogPort } from '#data/journal/log-port.ts';
import type { Readiness, SearchAnswer, SearchRequest } from '#data/search/library.ts';
import { createSignal, type Signal } from '#data/signal.ts';
import type { SearchMessage, SearchNews } from '#workers/search/messages.ts';

export type { KindCount, Readiness, SearchAnswer, SearchRequest } from '#data/search/library.ts';

/** `failed`: the worker could not open the cache, or has lost it. */
export type SearchState = {
  readonly readiness: Readiness;
  readonly isFailed: boolean;
  /** Grows with whatever may change an answer. */
  readonly version: number;
};

/** Searches in a worker of its own; the window's thread folds nothing. */
export type SearchDesk = {
  /** Reads the cache of this name from now on, and log files where somebody asks who wrote. */
  readonly begin: (cache: string, readLog: LogPort['read']) => void;
  /** null where a later question has come before the answer, or there is nobody to answer. */
  readonly ask: (request: SearchRequest) => Promise<SearchAnswer | null>;
  readonly state: Pick<Signal<SearchState>, 'get' | 'subscribe'>;
};

const NOT_BEGUN: SearchState = {
  readiness: { done: 0, all: 0, isReady: false },
  isFailed: false,
  version: 0,
};

export const createSearchDesk = (): SearchDesk => {
  const state = createSignal(NOT_BEGUN);
  const waiting = new Map<number, (answer: SearchAnswer | null) => void>();
  let worker: Worker | undefined;
  let asked = 0;

  const post = (message: SearchMessage): void => worker?.postMessage(message);
  const note = (news: Partial<SearchState>): void => {
    const before = state.get();
    state.set({ ...before, ...news, version: before.version + 1 });
  };
  const fail = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
    note({ isFailed: true });
  };
  const hear = (news: SearchNews, readLog: LogPort['read']): void => {
    switch (news.kind) {
      case 'answer':
        waiting.get(news.ask)?.(news.answer);
        waiting.delete(news.ask);
        return;
      case 'readiness':
        if (news.readiness.isReady) performance.mark(SEARCH_READY);
        note({ readiness: news.readiness });
        return;
      case 'changed':
        note({});
        return;
      case 'readLog': {
        const { read, request } = news;
        readLog(request).then((part) => post({ kind: 'log', read, part }), fail);
        return;
      }
      case 'failed':
        fail();
    }
  };
  return {
    begin: (cache, readLog) => {
      if (worker !== undefined) return;
      worker = new Worker(new URL('../../workers/search-worker.ts', import.meta.url), {
        type: 'module',
      });
      worker.onmessage = ({ data }: MessageEvent<SearchNews>) => hear(data, readLog);
      worker.onerror = fail;
      post({ kind: 'open', cache });
    },
    ask: (request) =>
      new Promise((resolve) => {
        if (worker === undefined) return resolve(null);
        asked += 1;
        waiting.set(asked, resolve);
        post({ kind: 'ask', ask: asked, request });
      }),
    state,
  };
};

/** For measuring: when everything could be found for the first time. */
const SEARCH_READY = 'search-ready';
