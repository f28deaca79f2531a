import { app } from 'electron';

/**
 * Before ready, for V8 in the window and its workers. The room for young objects (MiB of each half), which grows
 * with a burst of work on each thread and mostly stays until there is work again, is bounded. And code is compiled
 * as a whole: Chromium keeps what it compiled from the second start on, but of code that compiles function by
 * function only what had run while the file was read, so that each start compiled anew what draws its screens.
 */
export const setupV8 = (): void => {
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=4 --no-lazy');
};
