import { createSignal, type Signal } from '../signal.ts';
import { type SaveState, sameSaveState, saveStateOf, type Unsaved } from './save-state.ts';

export type SaveWatch = {
  readonly state: Signal<SaveState>;
  /** Looks again at what the save state has to say. */
  readonly lookAgain: () => void;
  /** What runs counts as unsaved from its first moment on. */
  readonly counted: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing that was counted runs any longer. */
  readonly settled: () => Promise<void>;
};

/**
 * Watches whether all is saved.
 * @param unsaved what waits elsewhere; what runs here is added to it
 */
export const createSaveWatch = (unsaved: () => Unsaved, now: () => number): SaveWatch => {
  const state = createSignal<SaveState>({ kind: 'saved', at: undefined });
  /** Commands and typing that wait for their document, or for its rows. */
  const running = new Set<Promise<unknown>>();
  let savedAt: number | undefined;

  const lookAgain = (): void => {
    const waiting = unsaved();
    const isWaiting = waiting.isWaiting || running.size > 0;
    const before = state.get();
    if (!isWaiting && !waiting.isSending && before.kind === 'saving') savedAt = now();
    const next = saveStateOf({ ...waiting, isWaiting }, savedAt);
    if (!sameSaveState(before, next)) state.set(next);
  };

  return {
    state,
    lookAgain,
    counted: async (work) => {
      const run = work();
      running.add(run);
      lookAgain();
      try {
        return await run;
      } finally {
        running.delete(run);
        lookAgain();
      }
    },
    settled: async () => {
      // A command that runs may start another: what is typed last still waits for its document.
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
};
