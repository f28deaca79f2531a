import type { Dropped } from './held.ts';

/** When what was asked for now has been drawn. */
const whenPainted = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act));
};

export type Settling = {
  /** Shows what was dropped where it was dropped. */
  readonly put: (dropped: Dropped) => void;
  /** The roadmap has been drawn anew. */
  readonly drawn: () => void;
};

/** What was dropped is shown where it was dropped until the roadmap has followed. */
export const createSettling = (): Settling => {
  let settle: (() => void) | null = null;
  return {
    put: (dropped) => {
      settle = dropped.settle;
      const putBack = (): void => {
        if (settle !== dropped.settle) return;
        settle = null;
        dropped.settle();
      };
      // A move that was refused, or that changes nothing, draws nothing that would put it back.
      void dropped.taken.then((isTaken) => (isTaken ? whenPainted(putBack) : putBack()));
    },
    drawn: () => {
      settle?.();
      settle = null;
    },
  };
};
