import { constants, existsSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { FILE_MODE, SAFE_FLAGS, setAsideName } from '../safe-files.ts';
import { withFileSync } from '../safe-files-sync.ts';

const OLD_FILES = 2;
const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;

/** How electron-log opens main.log: Node takes flags as a number too, which the package's types don't know. */
export const WRITE_OPTIONS = {
  flag: APPEND | SAFE_FLAGS,
  mode: FILE_MODE,
  encoding: 'utf8',
} as const;

export const mainLog = (folder: string): string => path.join(folder, 'main.log');

/** Whether the log can be written where it belongs; a link or whatever else stands there is moved aside. */
export const makeWay = (file: string): boolean => {
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
    return withLog(file, () => true);
  } catch {
    return false;
  }
};

/** Adds a line, at once. @throws the system's error (ENOSPC, ELOOP for a link …) */
export const appendLine = (file: string, line: string): void => {
  withLog(file, (handle) => writeSync(handle, line));
};

const withLog = <T>(file: string, work: (handle: number) => T): T =>
  withFileSync(file, path.dirname(path.dirname(file)), APPEND, work);

/** main.log becomes main.1.log, main.1.log main.2.log, and the oldest goes. */
export const rotate = (folder: string): void => {
  const file = (age: number) =>
    age === 0 ? mainLog(folder) : path.join(folder, `main.${age}.log`);
  for (const age of Array.from({ length: OLD_FILES }, (_, index) => OLD_FILES - 1 - index)) {
    try {
      if (existsSync(file(age))) renameSync(file(age), file(age + 1));
    } catch {
      // Another program holds the file: it grows until the next try.
    }
  }
};
