import { type Inspection, type InspectionRequest, refusal } from '#data/documents/inspect.ts';
import { fail, type Result } from '#shared/result.ts';

/** A hostile file may keep the worker busy for ever. */
const PATIENCE_MS = 20_000;

/** Tries another device's updates in a worker of their own, which is killed when it takes too long. */
export const inspectInWorker = (request: InspectionRequest): Promise<Result<Inspection>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('../../workers/inspect-worker.ts', import.meta.url), {
      type: 'module',
    });
    const settle = (result: Result<Inspection>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(
      () => settle(fail(refusal('too-large', '調べるのに時間がかかりすぎるため'))),
      PATIENCE_MS,
    );
    worker.onmessage = ({ data }: MessageEvent<Result<Inspection>>) => settle(data);
    worker.onerror = () => settle(fail(refusal('damaged', '調べられなかったため')));
    worker.postMessage(request);
  });
