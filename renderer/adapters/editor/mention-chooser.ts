import type { MentionOption } from './mention-options.ts';

type Shown = {
  readonly options: readonly MentionOption[];
  /** The one that Enter takes; -1 for none. */
  readonly active: number;
};

/** What the list shows and which of it is meant: the editor's keys move in it, and React draws it. */
export type MentionChooser = {
  readonly get: () => Shown;
  readonly subscribe: (changed: () => void) => () => void;
  /** Puts other options into the list; Enter takes the first of them where somebody surely means it. */
  readonly show: (options: readonly MentionOption[]) => void;
  /** False where there is nothing to move in. */
  readonly move: (by: 1 | -1) => boolean;
  /** False where nothing is meant. */
  readonly pick: () => boolean;
};

const NOTHING: Shown = { options: [], active: -1 };

export const createMentionChooser = (onPick: (option: MentionOption) => void): MentionChooser => {
  const listeners = new Set<() => void>();
  let shown = NOTHING;
  const set = (next: Shown): void => {
    shown = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => shown,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    show: (options) => {
      if (options.length === 0 && shown.options.length === 0) return;
      set({ options, active: options[0]?.isMeant === true ? 0 : -1 });
    },
    move: (by) => {
      const { length } = shown.options;
      if (length === 0) return false;
      const from = shown.active < 0 && by < 0 ? 0 : shown.active;
      set({ ...shown, active: (from + by + length) % length });
      return true;
    },
    pick: () => {
      const option = shown.options[shown.active];
      if (option === undefined) return false;
      onPick(option);
      return true;
    },
  };
};
