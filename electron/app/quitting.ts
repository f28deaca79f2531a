/** What quitting does to the world; tests put their own in its place. */
export type QuitEffects = {
  /** Asks the screen to save; false when there is no screen that could answer. */
  readonly ask: () => boolean;
  /** Resolves when the screen has answered, or to undefined after the time to wait. */
  readonly answer: () => Promise<boolean | undefined>;
  /** Staff's choice when no answer came. */
  readonly choose: () => Promise<'wait' | 'quit'>;
  /** Lets the logs reach the disk. */
  readonly flush: () => Promise<void>;
};

/**
 * Decides whether the app may close: after the screen's word that all is saved,
 * or after staff's own that it need not be.
 */
export const mayQuit = async (effects: QuitEffects): Promise<boolean> => {
  if (!effects.ask()) {
    await effects.flush();
    return true;
  }
  const answer = await waitForAnswer(effects);
  if (answer) await effects.flush();
  return answer;
};

const waitForAnswer = async (effects: QuitEffects): Promise<boolean> => {
  const answer = await effects.answer();
  if (answer !== undefined) return answer;
  return (await effects.choose()) === 'quit' || waitForAnswer(effects);
};

/** Where the screen's answer meets the one who waits for it. */
export type AnswerBox = {
  readonly open: () => void;
  readonly put: (answer: boolean) => void;
  /** The answer, or undefined when none has come in this time. */
  readonly wait: (milliseconds: number) => Promise<boolean | undefined>;
};

export const createAnswerBox = (): AnswerBox => {
  const state: {
    answer: boolean | undefined;
    waiting: ((answer: boolean | undefined) => void) | undefined;
  } = { answer: undefined, waiting: undefined };
  return {
    open: () => {
      state.answer = undefined;
    },
    put: (answer) => {
      state.answer = answer;
      state.waiting?.(answer);
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle(state.answer), milliseconds);
        const settle = (answer: boolean | undefined): void => {
          clearTimeout(timer);
          state.waiting = undefined;
          resolve(answer);
        };
        state.waiting = settle;
        // It may have come while staff read the question.
        if (state.answer !== undefined) settle(state.answer);
      }),
  };
};
