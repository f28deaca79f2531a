/** Work behind the screens waits so long, and then until the screens are at rest (ms). */
const PAUSE_MS = 250;

/** Resolves when nothing has to be painted and nobody types. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 2000 }), PAUSE_MS);
  });
