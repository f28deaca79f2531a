import { constants, type Dirent, type Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isHash, isLogFolder, isLogName } from '#shared/backup/manifest.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { isFault, openNoFollow } from '../safe-files.ts';
import { BackupError } from './backup-error.ts';

/** A file as it was at the moment of the backup. */
export type FoundFile = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly mtime: number;
};

export type FoundLog = FoundFile & { readonly folder: string };

/** All that a backup takes along, at one moment. */
export type FoundRecords = {
  readonly logs: readonly FoundLog[];
  readonly attachments: readonly FoundFile[];
};

export const LOGS = 'logs';

/** An edit of several documents is appended one after the other, each with a flush. */
const QUIET_MS = 300;
const QUIET_LOOKS = 40;
const LOOKS = 100;

/**
 * What the records folder holds at one moment, while the app goes on writing: a moment before and after
 * which nothing was written, so that an edit of several documents is in it whole or not at all. Where
 * nobody ever rests, it is one that a power cut might have left as well.
 * @throws RESTLESS when not even two looks in a row agree
 */
export const scanRecords = async (records: string): Promise<FoundRecords> => {
  let before = await look(records);
  for (let count = 0; count < LOOKS; count += 1) {
    if (count < QUIET_LOOKS) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const now = await look(records);
    if (isSame(before.logs, now.logs)) return now;
    before = now;
  }
  throw new BackupError('RESTLESS');
};

const look = async (records: string): Promise<FoundRecords> => {
  const logs: FoundLog[] = [];
  const folders = await listed(path.join(records, LOGS));
  for (const { name: folder } of folders.filter((entry) => entry.isDirectory())) {
    if (!isLogFolder(folder)) continue;
    for (const file of await found(path.join(records, LOGS, folder), isLogName)) {
      logs.push({ ...file, folder });
    }
  }
  return { logs, attachments: await found(path.join(records, ATTACHMENTS_FOLDER), isHash) };
};

const found = async (
  folder: string,
  isOurs: (name: string) => boolean,
): Promise<readonly FoundFile[]> => {
  const names = (await listed(folder)).filter((entry) => entry.isFile() && isOurs(entry.name));
  const files = await Promise.all(
    names.map(async ({ name }) => {
      const file = path.join(folder, name);
      const stats = await lstat(file).catch(ifGone);
      return stats?.isFile() ? [{ path: file, name, bytes: stats.size, mtime: stats.mtimeMs }] : [];
    }),
  );
  return files.flat();
};

/** A folder that is not there is empty; it may also go while we look. */
const listed = async (folder: string): Promise<readonly Dirent[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ifGone);
  return [...(entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
};

const ifGone = (error: unknown): undefined => {
  if (isFault(error, 'ENOENT')) return undefined;
  throw error;
};

const isSame = (a: readonly FoundLog[], b: readonly FoundLog[]): boolean =>
  a.length === b.length &&
  a.every((file, at) => {
    const other = b[at];
    return file.path === other?.path && file.bytes === other.bytes && file.mtime === other.mtime;
  });

/** A file's bytes as far as they stood there at the moment of the backup. @throws the system's error */
export const readFound = async (file: FoundFile, below: string): Promise<Uint8Array> => {
  const handle = await openNoFollow(file.path, below, constants.O_RDONLY);
  try {
    const stats: Stats = await handle.stat();
    const bytes = new Uint8Array(Math.min(file.bytes, stats.size));
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } finally {
    await handle.close();
  }
};
