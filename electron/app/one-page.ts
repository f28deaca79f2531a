import { app } from 'electron';

/**
 * Before ready: one page is all that is ever shown. A window begins with an empty one, and Chromium would give
 * ours, which has an opener policy, a second process while the first is still coming up.
 */
export const keepToOneProcess = (): void => {
  app.commandLine.appendSwitch('renderer-process-limit', '1');
};
