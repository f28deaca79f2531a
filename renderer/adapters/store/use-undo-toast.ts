import { useCallback } from 'react';
import { showToast } from '#ui/toast-queue.ts';
import { useWorkspace } from './store.tsx';

/**
 * Says in one line what was done and offers the way back, for as long as it is the last thing done:
 * later on the same button would take back something else.
 */
export const useUndoToast = (): ((message: string) => void) => {
  const workspace = useWorkspace();
  return useCallback(
    (message) => {
      const action = { label: '元に戻す', onPress: workspace.undo };
      const toast = showToast(message, { action });
      const stop = workspace.history.subscribe(() => {
        stop();
        toast.close();
      });
    },
    [workspace],
  );
};
