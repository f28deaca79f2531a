import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AsideState } from '#shared/ipc/backup.ts';
import { isFault } from '../safe-files.ts';
import { ASIDE, CARRIED } from './restore-plan.ts';
import { LOGS } from './scan-records.ts';

/** As long as what is deleted stays in the bin. */
const KEPT_MS = 180 * 24 * 60 * 60 * 1000;
/** The newest ones stay however old they are. */
const KEPT = 3;
const STAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/;

type Aside = { readonly name: string; readonly at: number };

/** What restores have moved aside, the newest first; what has another name is none of ours, and stays. */
const asidesIn = async (records: string): Promise<readonly Aside[]> => {
  const folder = path.join(records, ASIDE);
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isFault(error, 'ENOENT')) return [];
    throw error;
  });
  return found
    .flatMap((entry): Aside[] => {
      const [, year, month, day, ...clock] = STAMP.exec(entry.name) ?? [];
      if (!entry.isDirectory() || year === undefined) return [];
      const [hour, minute, second, ms] = clock;
      const time = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
      return [{ name: entry.name, at: Date.parse(time) }];
    })
    .toSorted((a, b) => b.at - a.at);
};

/** Where they lie, how many there are, and how large they are together. */
export const asideState = async (records: string): Promise<AsideState> => {
  const asides = await asidesIn(records);
  const folder = path.join(records, ASIDE);
  let bytes = 0;
  for (const { name } of asides) bytes += await sizeOf(path.join(folder, name));
  return { path: folder, count: asides.length, bytes };
};

/** Removes those that have had their time, and are not needed any more. @returns how many */
export const pruneAsides = async (records: string, now: number): Promise<number> => {
  const old = (await asidesIn(records)).slice(KEPT).filter(({ at }) => now - at > KEPT_MS);
  return remove(records, old);
};

/** Removes all that are not needed any more. @returns how many */
export const removeAsides = async (records: string): Promise<number> =>
  remove(records, await asidesIn(records));

const remove = async (records: string, asides: readonly Aside[]): Promise<number> => {
  let count = 0;
  for (const { name } of asides) {
    const folder = path.join(records, ASIDE, name);
    if (await isNeeded(folder)) continue;
    await rm(folder, { recursive: true, force: true });
    count += 1;
  }
  return count;
};

/** Its logs alone may know what was erased for good, as long as that was not carried into today's. */
const isNeeded = async (folder: string): Promise<boolean> => {
  const found = await readdir(folder, { recursive: true });
  return !found.includes(CARRIED) && found.some((name) => isLogBelow(name));
};

const isLogBelow = (name: string): boolean => {
  const [first, , file] = name.split(path.sep);
  return first === LOGS && file?.endsWith('.log') === true;
};

const sizeOf = async (folder: string): Promise<number> => {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await lstat(path.join(entry.parentPath, entry.name))).size;
  }
  return bytes;
};
