import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, mkdir, open } from 'node:fs/promises';
import path from 'node:path';

/**
 * How files of the data folder are reached. Every function takes `below`, the folder that is trusted:
 * it may itself be a link, or lie behind one; no step between it and the file may be.
 * Rights are the user's alone on POSIX, whatever the umask says; Windows keeps those of the profile.
 */

/** Rights of a folder in the data folder. */
export const FOLDER_MODE = 0o700;
/** Rights of a file in the data folder. */
export const FILE_MODE = 0o600;

export const IS_POSIX = process.platform !== 'win32';

/** A link at the path itself is refused by the system; a pipe does not keep us waiting. Windows has neither flag. */
export const SAFE_FLAGS = IS_POSIX ? constants.O_NOFOLLOW | constants.O_NONBLOCK : 0;

/**
 * Makes a folder and those above it up to `below`, which must exist; each new one survives a power cut.
 * @throws ELOOP when a step is a link or a junction, ENOTDIR when one is a file
 */
export const makeFolder = async (folder: string, below: string): Promise<void> => {
  for (const step of stepsBelow(folder, below)) {
    const isNew = await mkdir(step, { mode: FOLDER_MODE }).then(() => true, unless('EEXIST'));
    const found = await lstat(step);
    refuseUnlessFolder(step, found);
    // As open() and mkdir() see rights: the umask takes some, an older version left too many.
    if (IS_POSIX && hasOtherRights(found, FOLDER_MODE)) await tighten(step);
    if (isNew) await syncFolder(path.dirname(step));
  }
};

/** A folder can't be changed through its path without following it: it is opened as what it is. */
const tighten = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY | SAFE_FLAGS);
  try {
    await handle.chmod(FOLDER_MODE).catch(unless(...NOT_OURS));
  } finally {
    await handle.close();
  }
};

/**
 * Opens a file that lies below `below`, and nothing else that may stand in its place.
 * A new file, and one that is opened for writing, ends up with FILE_MODE.
 * @param flags of node:fs constants: O_RDONLY, or O_WRONLY | O_CREAT | O_APPEND …
 * @throws ELOOP when a step is a link or a junction, EINVAL when it is no plain file, ENOENT …
 */
export const openNoFollow = async (
  file: string,
  below: string,
  flags: number,
): Promise<FileHandle> => {
  for (const step of stepsBelow(file, below)) {
    await lstat(step).then((found) => refuseLink(step, found), unless('ENOENT'));
  }
  const handle = await open(file, flags | SAFE_FLAGS, FILE_MODE);
  try {
    const found = await handle.stat();
    refuseUnlessFile(file, found);
    if (isForWriting(flags) && hasOtherRights(found, FILE_MODE)) {
      await handle.chmod(FILE_MODE).catch(unless(...NOT_OURS));
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
};

/** Makes what was created, renamed or removed in a folder durable; Windows neither needs nor allows it. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (!IS_POSIX) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(unless(...NO_FOLDER_SYNC));
  } finally {
    await handle.close();
  }
};

/**
 * A name beside a file, under which something of it is kept for somebody to look at:
 * settings.json.corrupt-20260401T000000000Z-0123456789abcdef. No two calls give the same one.
 */
export const setAsideName = (file: string, label: string, now: Date): string =>
  `${file}.${label}-${now.toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(8).toString('hex')}`;

/** Some network and FUSE file systems can't flush a folder; they have no better way either. */
export const NO_FOLDER_SYNC = ['EINVAL', 'ENOTSUP'] as const;

/** Somebody else's file, or a file system without rights: it is used as it is. */
export const NOT_OURS = ['EPERM', 'ENOTSUP', 'EROFS'] as const;

/** The paths from just below `below` down to `target`, in the order in which they are walked. */
export const stepsBelow = (target: string, below: string): readonly string[] => {
  const way = path.relative(below, target);
  const names = way.split(path.sep);
  if (way === '' || path.isAbsolute(way) || names[0] === '..') {
    throw fault('EINVAL', 'not below the trusted folder');
  }
  return names.map((_, at) => path.join(below, ...names.slice(0, at + 1)));
};

/** @throws ELOOP, as the system does; Node tells junctions of Windows as links too */
export const refuseLink = (step: string, found: Stats): void => {
  if (found.isSymbolicLink()) throw fault('ELOOP', `a link: ${path.basename(step)}`);
};

/** @throws ELOOP for a link, ENOTDIR for anything else that is no folder */
export const refuseUnlessFolder = (step: string, found: Stats): void => {
  refuseLink(step, found);
  if (!found.isDirectory()) throw fault('ENOTDIR', `no folder: ${path.basename(step)}`);
};

/** @throws EINVAL for a pipe, a device or a folder */
export const refuseUnlessFile = (file: string, found: Stats): void => {
  if (!found.isFile()) throw fault('EINVAL', `no plain file: ${path.basename(file)}`);
};

export const hasOtherRights = ({ mode }: Stats, wanted: number): boolean =>
  (mode & 0o777) !== wanted;

export const isForWriting = (flags: number): boolean =>
  (flags & (constants.O_WRONLY | constants.O_RDWR)) !== 0;

const fault = (code: string, message: string): Error => Object.assign(new Error(message), { code });

/** For `catch`: lets these errors pass as false, and throws all others. */
const unless =
  (...codes: readonly string[]) =>
  (error: unknown): false => {
    if (isFault(error, ...codes)) return false;
    throw error;
  };

/** Whether an error is the system's own with one of these codes. */
export const isFault = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  codes.includes(error.code);
