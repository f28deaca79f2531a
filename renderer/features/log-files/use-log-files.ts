import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { ListedFile } from '#data/log-files/log-files.ts';
import type { Problem } from '#shared/result.ts';
import { type Checked, fileId } from './model.ts';

export type LogFilesState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly files: readonly ListedFile[];
      readonly problems: readonly Problem[];
    }
  | { readonly state: 'failed'; readonly problem: Problem };

/** The log files, and what has been found by reading them whole. */
export const useLogFiles = () => {
  const { logFiles } = useWorkspace();
  const [list, setList] = useState<LogFilesState>({ state: 'loading' });
  const [checked, setChecked] = useState<ReadonlyMap<string, Checked>>(new Map());
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const isWanted = useRef(false);

  useEffect(() => {
    let isGone = false;
    void logFiles.list().then((listed) => {
      if (isGone) return;
      setList(
        listed.ok
          ? { state: 'ready', ...listed.value }
          : { state: 'failed', problem: listed.error },
      );
    });
    return () => {
      isGone = true;
      isWanted.current = false;
    };
  }, [logFiles]);

  const check = useCallback(
    async (file: ListedFile): Promise<void> => {
      const found = await logFiles.check(file.document, file.source);
      const own: Checked = found.ok
        ? { kind: 'check', check: found.value }
        : { kind: 'failed', problem: found.error };
      setChecked((before) => new Map(before).set(fileId(file), own));
    },
    [logFiles],
  );

  /** One after the other, until somebody stops it or leaves. */
  const checkAll = async (files: readonly ListedFile[]): Promise<void> => {
    isWanted.current = true;
    for (const [done, file] of files.entries()) {
      if (!isWanted.current) break;
      setProgress({ done, all: files.length });
      await check(file);
    }
    isWanted.current = false;
    setProgress(undefined);
  };
  const stop = (): void => {
    isWanted.current = false;
  };
  return { list, checked, progress, check, checkAll, stop };
};
