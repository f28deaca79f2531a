import type { SaveState } from '#data/journal/save-state.ts';
import { createSignal, type Signal } from '#data/signal.ts';

/** Two edits that were saved within this time belong to one stretch of typing (ms). */
const STRETCH_MS = 350;
/** Such a stretch is over when so long nothing has come (ms). */
const QUIET_MS = 300;

/**
 * What the top bar says while somebody types. Each frame of a text is saved by itself, so that 保存中 and
 * 保存済み would take turns ten times a second, with a rendering for each. In a stretch of typing 保存中
 * stays until it is over. Everything else is said at once: 保存済み comes late at most, never early.
 */
export const calmSaveState = (source: Signal<SaveState>): Pick<Signal<SaveState>, Read> => {
  const shown = createSignal(source.get());
  const last = { savedAt: Number.NEGATIVE_INFINITY, timer: undefined as Timer | undefined };
  const say = (): void => {
    const next = source.get();
    if (next !== shown.get() && !(next.kind === 'saving' && shown.get().kind === 'saving')) {
      shown.set(next);
    }
  };
  source.subscribe(() => {
    clearTimeout(last.timer);
    const now = performance.now();
    const isSaved = source.get().kind === 'saved';
    const isStretch = now - last.savedAt < STRETCH_MS && shown.get().kind === 'saving';
    if (isSaved) last.savedAt = now;
    if (isSaved && isStretch) last.timer = setTimeout(say, QUIET_MS);
    else say();
  });
  return shown;
};

type Read = 'get' | 'subscribe';
type Timer = ReturnType<typeof setTimeout>;
