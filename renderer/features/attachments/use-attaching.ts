import { useCallback, useState } from 'react';
import { invoke, takeFile } from '#adapters/host/host.ts';
import { showProblem, useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Attacher } from '#data/operations/attachment/attach.ts';
import type { TakenFile } from '#shared/ipc/attachments.ts';
import type { Problem } from '#shared/result.ts';
import { attachCommand } from './commands.ts';
import type { Owner } from './owner.ts';

/** How far files that somebody gave have been taken in. */
export type Progress = { readonly done: number; readonly all: number };

export type Attaching = {
  /** undefined while nothing is taken in. */
  readonly progress: Progress | undefined;
  /** Asks which files. */
  readonly choose: () => Promise<void>;
  /** Takes dropped or pasted ones. */
  readonly take: (files: readonly File[]) => Promise<void>;
};

/** Takes files into the records folder, then names them in a record; what is refused is told. */
export const useAttaching = (owner: Owner, { userName, today }: Attacher): Attaching => {
  const run = useRun();
  const undoToast = useUndoToast();
  const [progress, setProgress] = useState<Progress>();

  const name = useCallback(
    async (taken: readonly TakenFile[], refused: readonly Problem[]): Promise<void> => {
      for (const problem of refused) showProblem(problem);
      if (taken.length === 0) return;
      const named = await run(attachCommand(owner, taken, { userName, today }));
      if (!named.ok) return;
      undoToast(
        taken.length === 1
          ? 'ファイルを添付しました。'
          : `ファイルを${taken.length}件添付しました。`,
      );
    },
    [owner, run, undoToast, userName, today],
  );

  const choose = useCallback(async () => {
    setProgress({ done: 0, all: 0 });
    const found = await invoke('chooseFiles', 'files');
    setProgress(undefined);
    if (found.ok) await name(found.value.taken, found.value.refused);
    else showProblem(found.error);
  }, [name]);

  const take = useCallback(
    async (files: readonly File[]) => {
      const taken: TakenFile[] = [];
      const refused: Problem[] = [];
      for (const [done, file] of files.entries()) {
        setProgress({ done, all: files.length });
        const found = await takeFile(file);
        if (found.ok) taken.push(found.value);
        else refused.push(found.error);
      }
      setProgress(undefined);
      await name(taken, refused);
    },
    [name],
  );

  return { progress, choose, take };
};
