import { constants } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { isFault, openNoFollow } from '../safe-files.ts';
import { type PartRequest, type ReadPart, readPart } from './read-part.ts';

export type FileRequest = PartRequest & {
  readonly path: string;
  /** The trusted folder above it. */
  readonly below: string;
  /** Bytes behind this place are not believed: a flush of them has failed. */
  readonly limit: number | undefined;
};

/** Reads whole log files, one after the other. @throws the system's error, or that the file is too large */
export type LogReader = (request: FileRequest) => Promise<ReadPart>;

/** Far above any real log; what is larger is not read into memory. */
export const MAX_LOG_BYTES = 1024 * 1024 * 1024;
/** A hostile file may keep its reader busy; a real one of this size takes a few seconds. */
const PATIENCE_MS = 60_000;

/** A missing file is an empty one. */
const bytesOf = async ({ path, below, limit }: FileRequest): Promise<Uint8Array> => {
  const file = await openNoFollow(path, below, constants.O_RDONLY).catch((error: unknown) => {
    if (isFault(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (file === undefined) return new Uint8Array();
  try {
    const { size } = await file.stat();
    if (size > MAX_LOG_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    const bytes = await file.readFile();
    return limit === undefined ? bytes : bytes.subarray(0, limit);
  } finally {
    await file.close();
  }
};

/** Reads on the thread that asks: for the worker itself, and for tests. */
export const readOnThread: LogReader = async (request) => readPart(await bytesOf(request), request);

type Reply =
  | { readonly id: number; readonly result: ReadPart }
  | { readonly id: number; readonly code: string };

/**
 * Reads in a worker thread, so that the window's messages never wait for a long file. A file that keeps
 * it busy too long ends the worker; the next request gets a new one.
 * @param script the worker's built file (log-worker.ts)
 */
export const createWorkerReader = (script: string): LogReader => {
  let worker: Worker | undefined;
  let count = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const thread = (): Worker => {
    if (worker === undefined) {
      // It reads one file after the other: room for young objects beyond that would stay, and serve nobody.
      worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 4 } });
      worker.unref();
    }
    return worker;
  };

  const ask = (request: FileRequest): Promise<ReadPart> =>
    new Promise((resolve, reject) => {
      const reader = thread();
      count += 1;
      const id = count;
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        reader.off('message', onMessage);
        reader.off('error', onError);
        act();
      };
      const giveUp = (error: unknown): void =>
        settle(() => {
          worker = undefined;
          void reader.terminate();
          reject(error);
        });
      const onError = (error: unknown): void => giveUp(error);
      const onMessage = (reply: Reply): void => {
        if (reply.id !== id) return;
        settle(() => {
          if ('result' in reply) resolve(reply.result);
          else reject(Object.assign(new Error('unreadable'), { code: reply.code }));
        });
      };
      const timer = setTimeout(
        () => giveUp(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
        PATIENCE_MS,
      );
      reader.on('message', onMessage);
      reader.on('error', onError);
      reader.postMessage({ id, request });
    });

  return (request) => {
    const answer = turn.then(() => ask(request));
    turn = answer.catch(() => undefined);
    return answer;
  };
};
