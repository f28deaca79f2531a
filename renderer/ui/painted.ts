/** What was painted reaches the screen, and whoever waited for it can begin. */
const SETTLE_MS = 100;
/** Longer than a frame ever takes; a window that nobody sees has none. */
const PATIENCE_MS = 1000;

/** Resolves when what has been rendered by now stands on the screen. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        setTimeout(resolve, SETTLE_MS);
      }),
    );
  });
