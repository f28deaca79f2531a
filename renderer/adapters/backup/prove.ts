import type { Counted, CountRequest } from '#data/documents/count-records.ts';
import type { ProofFound, ProofOpened } from '#shared/ipc/backup.ts';
import type { LogFile } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { invoke } from '../host/host.ts';
import { readPacked } from './read-packed.ts';

/** A document of ten years takes a tenth of a second. */
const PATIENCE_MS = 60_000;

/**
 * Opens the newest backup as a restore would: all of it is unpacked, each log read, each document replayed
 * and its records counted. Today's records are not touched.
 * @param onProgress hears how many documents of how many have been read
 */
export const proveBackup = async (
  onProgress: (done: number, all: number) => void,
): Promise<Result<ProofFound>> => {
  const opened = await invoke('beginProof', undefined);
  if (!opened.ok) return opened;
  const found = await readAll(opened.value, onProgress).catch(() => fail(notWhole()));
  const ended = await invoke('endProof', found.ok ? found.value : null);
  return ended.ok ? found : ended;
};

const readAll = async (
  { at, files: { files, closed } }: ProofOpened,
  onProgress: (done: number, all: number) => void,
): Promise<Result<ProofFound>> => {
  if (closed.length > 0) return fail(notWhole());
  const documents = new Map<LogFile['document'], LogFile[]>();
  for (const file of files) {
    documents.set(file.document, [...(documents.get(file.document) ?? []), file]);
  }
  const counter = createCounter();
  let [cases, meetings, done] = [0, 0, 0];
  try {
    for (const [document, sources] of documents) {
      onProgress(done, documents.size);
      const packed = await readPacked(sources);
      const counted = packed && (await counter.count({ document, packed }));
      if (counted === undefined) return fail(notWhole());
      cases += counted.cases;
      meetings += counted.meetings;
      done += 1;
    }
    onProgress(done, documents.size);
    return ok({ backupAt: at, cases, meetings });
  } finally {
    counter.stop();
  }
};

/** One worker for all documents; one that keeps it busy too long counts as unreadable. */
const createCounter = () => {
  const worker = new Worker(new URL('../../workers/proof-worker.ts', import.meta.url), {
    type: 'module',
  });
  return {
    count: (request: CountRequest): Promise<Counted | undefined> =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
        const settle = (counted: Counted | undefined): void => {
          clearTimeout(timer);
          resolve(counted);
        };
        worker.onmessage = ({ data }: MessageEvent<Counted | null>) => settle(data ?? undefined);
        worker.onerror = () => settle(undefined);
        worker.postMessage(request);
      }),
    stop: () => worker.terminate(),
  };
};

const notWhole = (): Problem => ({
  code: 'damaged',
  happened: 'いちばん新しいバックアップに、最後まで読めない記録がありました。',
  safe: 'いまの記録には手を加えていません。',
  todo: '「今すぐバックアップする」でとり直して、もう一度確かめてください。続くときは、情報担当にご相談ください。',
});
