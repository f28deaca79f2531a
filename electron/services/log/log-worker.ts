import { parentPort } from 'node:worker_threads';
import { type FileRequest, readOnThread } from './log-reader.ts';
import { codeOf } from './problems.ts';

/** Reads log files apart from the main thread; whoever asked may end it. */
parentPort?.on('message', async ({ id, request }: { id: number; request: FileRequest }) => {
  try {
    const result = await readOnThread(request);
    parentPort?.postMessage({ id, result }, [result.part.packed.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ id, code: codeOf(error) });
  }
});
