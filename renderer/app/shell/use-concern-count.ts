import { useEffect, useSyncExternalStore } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import { concernsOf } from '#features/home/concerns.ts';
import { concernRows } from '#features/home/queries.ts';
import { idle } from '../boot/idle.ts';
import { useShownPath } from '../routes/shown-path.ts';
import { useSession } from '../session.tsx';
import { useToday } from '../use-today.ts';

/** Counting looks at all cases: it waits until whoever came to a page is at work there. */
const SETTLE_MS = 1500;

/**
 * The number beside ホーム. ホーム counts by itself while it is shown; elsewhere the number is counted
 * anew after each move to another page, once and at rest: a standing count would look at all cases with
 * every edit.
 */
export const useConcernCount = (): number => {
  const workspace = useWorkspace();
  const { concerns } = useSession();
  const path = useShownPath();
  const today = useToday();
  useEffect(() => {
    if (path === '/') return;
    let isLeft = false;
    const count = async (): Promise<void> => {
      await idle();
      if (isLeft) return;
      const rows = await workspace.ask(concernRows);
      if (!isLeft) concerns.set(concernsOf(rows, today).length);
    };
    // A number that could not be counted stays as it was.
    const timer = setTimeout(() => void count().catch(() => undefined), SETTLE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [workspace, concerns, path, today]);
  return useSyncExternalStore(concerns.subscribe, concerns.get);
};
