import { app } from 'electron';

/**
 * Before ready: bounds the room for young objects (MiB of each half), which grows with a burst of work on the
 * window's thread and in each worker, and mostly stays until there is work again.
 */
export const keepHeapsSmall = (): void => {
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=4');
};
