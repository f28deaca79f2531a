import { existsSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import log from 'electron-log/main';
import { describeError } from './describe-error.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const OLD_FILES = 2;

/** Codes, counts and versions; the types leave no room for what staff wrote. */
export type Facts = Readonly<Record<string, number | boolean | string>>;

const state: { folders: readonly string[] } = { folders: [homedir()] };

export const appLog = {
  info: (code: string, facts: Facts = {}): void => log.info(code, facts),
  warn: (code: string, facts: Facts = {}): void => log.warn(code, facts),
  /** Writes an error's name, code and place, never its message. */
  fault: (code: string, error: unknown, facts: Facts = {}): void =>
    log.error(code, { ...facts, ...describeError(error, state.folders) }),
} as const;

/** Writes to main.log in this folder; two older files of 5 MB are kept beside it. */
export const setupAppLog = (folder: string, privateFolders: readonly string[]): void => {
  state.folders = [homedir(), ...privateFolders];
  log.transports.ipc.level = false;
  log.transports.console.level = 'warn';
  log.transports.file.level = 'info';
  log.transports.file.maxSize = MAX_BYTES;
  log.transports.file.resolvePathFn = () => path.join(folder, 'main.log');
  log.transports.file.archiveLogFn = () => rotate(folder);
};

/** main.log becomes main.1.log, main.1.log main.2.log, and the oldest goes. */
const rotate = (folder: string): void => {
  const file = (age: number) => path.join(folder, age === 0 ? 'main.log' : `main.${age}.log`);
  for (const age of Array.from({ length: OLD_FILES }, (_, index) => OLD_FILES - 1 - index)) {
    try {
      if (existsSync(file(age))) renameSync(file(age), file(age + 1));
    } catch {
      // Another program holds the file: it grows until the next try.
    }
  }
};
