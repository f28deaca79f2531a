import { constants, existsSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import log from 'electron-log/main';
import { FILE_MODE, SAFE_FLAGS, setAsideName } from '../safe-files.ts';
import { withFileSync } from '../safe-files-sync.ts';
import { describeError } from './describe-error.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const OLD_FILES = 2;
const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;

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
  const file = path.join(folder, 'main.log');
  log.transports.file.level = makeWay(file) ? 'info' : false;
  log.transports.file.maxSize = MAX_BYTES;
  log.transports.file.resolvePathFn = () => file;
  // Node takes flags as a number too, which the package's types don't know.
  Object.assign(log.transports.file, {
    writeOptions: { flag: APPEND | SAFE_FLAGS, mode: FILE_MODE, encoding: 'utf8' },
  });
  log.transports.file.archiveLogFn = () => rotate(folder);
};

/** Whether the log can be written where it belongs; a link or whatever else stands there is moved aside. */
const makeWay = (file: string): boolean => {
  if (isWritable(file)) return true;
  try {
    renameSync(file, setAsideName(file, 'refused', new Date()));
  } catch {
    return false;
  }
  return isWritable(file);
};

const isWritable = (file: string): boolean => {
  try {
    return withFileSync(file, path.dirname(path.dirname(file)), APPEND, () => true);
  } catch {
    return false;
  }
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
