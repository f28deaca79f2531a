import { readBackedUpCase } from '#adapters/backup/copy-case.ts';
import { useRun, useWorkspace } from '#adapters/store/store.tsx';
import { addCopy } from '#data/operations/case/copy-case.ts';
import type { BackupSource, Generation } from '#shared/ipc/backup.ts';
import type { Result } from '#shared/result.ts';
import { showToast } from '#ui/toast-queue.ts';

/** Brings one case of a generation back beside today's, without opening the app again. */
export const useCopy = (source: BackupSource, { name: generation }: Generation) => {
  const run = useRun();
  const { eraser } = useWorkspace();
  return async (folder: string): Promise<Result<unknown>> => {
    const read = await readBackedUpCase({ source, generation, folder }, eraser.erasedIn);
    if (!read.ok) return read;
    const added = await run(addCopy(read.value));
    if (added.ok) showToast(`「${added.value}」を案件に加えました。`);
    return added;
  };
};
