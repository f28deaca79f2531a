import { app, type WebContents } from 'electron';
import type { Problem } from '#shared/result.ts';
import { UNEXPECTED } from '../../ipc/unexpected.ts';
import { appLog } from './app-log.ts';

/** Exceptions that nobody caught are logged and told; Electron would show an English box. */
export const watchFaults = (report: (problem: Problem) => void): void => {
  const caught = (code: string) => (error: unknown) => {
    appLog.fault(code, error);
    report(UNEXPECTED);
  };
  process.on('uncaughtException', caught('main.exception'));
  process.on('unhandledRejection', caught('main.rejection'));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    appLog.warn('child.gone', { type, reason, exitCode });
  });
};

/** Errors in the screen's console are counted, not copied: they may quote what staff wrote. */
export const countConsoleErrors = (contents: WebContents): void => {
  const count = { errors: 0 };
  contents.on('console-message', (...parts: readonly unknown[]) => {
    if (!isErrorMessage(parts)) return;
    count.errors += 1;
    if (Number.isInteger(Math.log10(count.errors))) {
      appLog.warn('renderer.console-errors', { count: count.errors });
    }
  });
};

/** Electron 35 put the level into the event; before, it is the second argument and 3 means error. */
const isErrorMessage = ([event, level]: readonly unknown[]): boolean =>
  level === 3 ||
  (typeof event === 'object' && event !== null && 'level' in event && event.level === 'error');
