import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { isFault } from '../safe-files.ts';

/** What trying to have a records folder alone comes to. */
export type Lock =
  | { readonly kind: 'held'; readonly release: () => void }
  /** Another process has it: on this PC, or on another one that shares the folder. */
  | { readonly kind: 'taken'; readonly by: 'process' | 'pc' }
  /** Nobody can: the disk is full or may not be written to. */
  | { readonly kind: 'impossible'; readonly error: unknown };

/** libuv's UV_FS_O_EXLOCK: share mode 0, kept by Windows as long as the process lives. Node does not name it. */
const EXCLUSIVE = 0x1000_0000;
/** Several starts at once may all find the same stale lock. */
const TRIES = 5;

/** Takes the records folder for this process alone; the lock goes with the process, however it ends. */
export const takeLock = (recordsFolder: string): Lock => {
  const file = path.join(recordsFolder, '.lock');
  try {
    return process.platform === 'win32' ? takeHandle(file) : takeFile(file);
  } catch (error) {
    return { kind: 'impossible', error };
  }
};

const takeHandle = (file: string): Lock => {
  try {
    const handle = openSync(file, constants.O_RDWR | constants.O_CREAT | EXCLUSIVE);
    return { kind: 'held', release: () => closeSync(handle) };
  } catch (error) {
    if (isFault(error, 'EBUSY')) return { kind: 'taken', by: 'process' };
    throw error;
  }
};

const takeFile = (file: string): Lock => {
  const ours = JSON.stringify(holderOf(process.pid, path.dirname(file)));
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (create(file, ours)) {
      // Somebody slower may have taken ours for the stale one that we have just replaced.
      if (read(file) === ours) return { kind: 'held', release: () => release(file, ours) };
      continue;
    }
    const theirs = read(file);
    if (theirs === undefined) continue;
    const by = whoHolds(theirs, path.dirname(file));
    if (by !== undefined) return { kind: 'taken', by };
    removeStale(file, theirs);
  }
  return { kind: 'taken', by: 'process' };
};

/** Puts a whole lock in its place, or nothing: half a one would look stale. @returns whether the place was free */
const create = (file: string, content: string): boolean => {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    put(draft, file);
    return true;
  } catch (error) {
    if (isFault(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Gives a file a second name, if that is free. @throws EEXIST when it is not */
const put = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!isFault(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    // FAT and some network file systems know no second names.
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/** Moves a stale lock away; one that came into its place meanwhile is put back. */
const removeStale = (file: string, stale: string): void => {
  const aside = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== stale) put(aside, file);
  } catch (error) {
    if (!isFault(error, 'ENOENT', 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

const release = (file: string, ours: string): void => {
  if (read(file) === ours) rmSync(file, { force: true });
};

const holderSchema = z.object({
  pid: z.int().min(1),
  /** When the process began, in the system's own words: a number that is used again is no holder. */
  began: z.string(),
  /** One start of the system; a process does not outlive it. */
  boot: z.string(),
  host: z.string(),
  /** The folder's number: a lock that was copied along with the folder counts for nothing. */
  folder: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

const holderOf = (pid: number, folder: string): Holder => ({
  pid,
  began: beganAt(pid) ?? '',
  boot: bootId(),
  host: hostname(),
  folder: String(statSync(folder, { bigint: true }).ino),
});

/** Whose a lock is, as far as it is anybody's. */
const whoHolds = (content: string, folder: string): 'process' | 'pc' | undefined => {
  const held = parse(content);
  if (held === undefined) return undefined;
  const now = holderOf(held.pid, folder);
  if (held.folder !== now.folder) return undefined;
  const isHere = held.boot === '' ? held.host === now.host : held.boot === now.boot;
  if (isHere) return now.began !== '' && held.began === now.began ? 'process' : undefined;
  return held.host === now.host ? undefined : 'pc';
};

const parse = (content: string): Holder | undefined => {
  try {
    return holderSchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
};

const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Other systems tell when a process began to the day and second, which is enough.
    return '';
  }
};

/** Undefined when there is no such process. */
const beganAt = (pid: number): string | undefined => {
  try {
    if (process.platform !== 'linux') {
      const env = { ...process.env, LC_ALL: 'C' };
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env })
        .toString()
        .trim();
    }
    // The name, in brackets, may hold blanks and brackets itself; the beginning is field 22 (proc(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
};
