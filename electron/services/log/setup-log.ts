import { join } from 'node:path';
import type { Handle } from '#electron/ipc/handle.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import { ok, type Problem } from '#shared/result.ts';
import { openLogStore } from './log-store.ts';

type LogDependencies = {
  readonly recordsFolder: string;
  readonly device: DeviceId;
  readonly handle: Handle;
  readonly report: (problem: Problem) => void;
};

/** Opens the logs and answers the renderer's calls on them. */
export const setupLog = ({
  recordsFolder,
  device,
  handle,
  report,
}: LogDependencies): { readonly flush: () => Promise<void> } => {
  const store = openLogStore(join(recordsFolder, 'logs'), device);
  handle('readHeads', () => store.heads());
  handle('readLog', ({ document, device: of, after }) => store.read(document, of, after));
  handle('appendToLogs', async (entries) => {
    const outcome = await store.append(entries);
    if (outcome.problem) report(outcome.problem);
    return ok(outcome);
  });
  return { flush: store.flush };
};
