import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import path from 'node:path';
import {
  FILE_MODE,
  FOLDER_MODE,
  hasOtherRights,
  IS_POSIX,
  isFault,
  isForWriting,
  NO_FOLDER_SYNC,
  NOT_OURS,
  refuseLink,
  refuseUnlessFile,
  refuseUnlessFolder,
  SAFE_FLAGS,
  stepsBelow,
} from './safe-files.ts';

/**
 * The same as in safe-files.ts for what can't wait: before Electron is ready, and while it quits.
 */

/**
 * Makes the data folder itself, which may be a link or lie behind one.
 * @throws the system's error, ENOTDIR when a file stands there
 */
export const makeDataFolder = (folder: string): void => {
  const first = mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  if (IS_POSIX) {
    withHandle(openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY), (handle) =>
      takeRights(handle, FOLDER_MODE),
    );
  }
  if (first === undefined) return;
  const top = path.dirname(first);
  for (const step of [top, ...stepsBelow(folder, top).slice(0, -1)]) syncFolderSync(step);
};

/** As `makeFolder`. @throws ELOOP when a step is a link or a junction, ENOTDIR when one is a file */
export const makeFolderSync = (folder: string, below: string): void => {
  for (const step of stepsBelow(folder, below)) {
    const isNew = passes(() => mkdirSync(step, { mode: FOLDER_MODE }), 'EEXIST');
    refuseUnlessFolder(step, lstatSync(step));
    if (IS_POSIX) {
      const flags = constants.O_RDONLY | constants.O_DIRECTORY | SAFE_FLAGS;
      withHandle(openSync(step, flags), (handle) => takeRights(handle, FOLDER_MODE));
    }
    if (isNew) syncFolderSync(path.dirname(step));
  }
};

/** Takes the rights that an older version left to others from the files of a folder; not from those below. */
export const closeToOthers = (folder: string): void => {
  if (!IS_POSIX) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const flags = constants.O_RDONLY | SAFE_FLAGS;
    withHandle(openSync(path.join(folder, entry.name), flags), (handle) =>
      takeRights(handle, FILE_MODE),
    );
  }
};

/**
 * As `openNoFollow`, and hands the open file to `work`.
 * @throws ELOOP when a step is a link or a junction, EINVAL when it is no plain file, ENOENT …
 */
export const withFileSync = <T>(
  file: string,
  below: string,
  flags: number,
  work: (handle: number) => T,
): T => {
  for (const step of stepsBelow(file, below)) {
    const found = lstatSync(step, { throwIfNoEntry: false });
    if (found !== undefined) refuseLink(step, found);
  }
  return withHandle(openSync(file, flags | SAFE_FLAGS, FILE_MODE), (handle) => {
    refuseUnlessFile(file, fstatSync(handle));
    if (IS_POSIX && isForWriting(flags)) takeRights(handle, FILE_MODE);
    return work(handle);
  });
};

/** As `syncFolder`. */
export const syncFolderSync = (folder: string): void => {
  if (!IS_POSIX) return;
  withHandle(openSync(folder, 'r'), (handle) => {
    passes(() => fsyncSync(handle), ...NO_FOLDER_SYNC);
  });
};

const takeRights = (handle: number, mode: number): void => {
  if (!hasOtherRights(fstatSync(handle), mode)) return;
  passes(() => fchmodSync(handle, mode), ...NOT_OURS);
};

const withHandle = <T>(handle: number, work: (handle: number) => T): T => {
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
};

/** Whether it worked; an error with one of these codes is no surprise. */
const passes = (work: () => void, ...codes: readonly string[]): boolean => {
  try {
    work();
    return true;
  } catch (error) {
    if (isFault(error, ...codes)) return false;
    throw error;
  }
};
