import type { Problem } from '#shared/result.ts';

/** Carries problems to the screen: those before the first question wait, later ones go at once. */
export type Notices = {
  readonly report: (problem: Problem) => void;
  /** Hands out what waits; from then on problems are sent. */
  readonly collect: () => readonly Problem[];
};

export const createNotices = (send: (problem: Problem) => void): Notices => {
  const waiting: Problem[] = [];
  const state = { collected: false };
  return {
    report: (problem) => {
      if (state.collected) send(problem);
      else waiting.push(problem);
    },
    collect: () => {
      state.collected = true;
      return waiting.splice(0);
    },
  };
};
