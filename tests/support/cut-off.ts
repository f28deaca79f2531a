import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { open, rename, mkdir, rm } = promises;

/**
 * From some step on, nothing reaches the disk any more, tidying up neither: as when the process is
 * killed there. Counted are opening, renaming, making folders, and removing.
 */
export const cutOffAfter = (
  steps: number,
): { readonly stop: () => void; readonly wasCut: () => boolean } => {
  let count = 0;
  const guarded =
    <A extends readonly unknown[], R>(
      act: (...input: A) => Promise<R>,
    ): ((...input: A) => Promise<R>) =>
    async (...input) => {
      count += 1;
      if (count > steps) throw Object.assign(new Error('cut off'), { code: 'CUT' });
      return act(...input);
    };
  Object.assign(promises, {
    open: guarded(open),
    rename: guarded(rename),
    mkdir: guarded(mkdir),
    rm: guarded(rm),
  });
  syncBuiltinESMExports();
  return {
    stop: () => {
      Object.assign(promises, { open, rename, mkdir, rm });
      syncBuiltinESMExports();
    },
    wasCut: () => count > steps,
  };
};
