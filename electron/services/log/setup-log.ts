import path from 'node:path';
import type { Handle } from '#electron/ipc/handle.ts';
import type { DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import { ok, type Problem } from '#shared/result.ts';
import { createWorkerReader } from './log-reader.ts';
import { openLogStore } from './log-store.ts';

type LogDependencies = {
  readonly recordsFolder: string;
  readonly device: DeviceId;
  readonly folder: FolderId;
  readonly handle: Handle;
  readonly freeReserve: () => Promise<boolean>;
  readonly report: (problem: Problem) => void;
};

/** Opens the logs and answers the renderer's calls on them. */
export const setupLog = ({
  recordsFolder,
  device,
  folder,
  handle,
  freeReserve,
  report,
}: LogDependencies): { readonly flush: () => Promise<void> } => {
  const store = openLogStore({
    records: recordsFolder,
    device,
    folder,
    freeReserve,
    report,
    read: createWorkerReader(path.join(import.meta.dirname, 'log-worker.js')),
  });
  handle('readHeads', () => store.heads());
  handle('readLog', (request) => store.read(request));
  handle('appendToLogs', async (groups) => ok(await store.append(groups)));
  handle('eraseInLogs', (request) => store.erase(request));
  return { flush: store.flush };
};
