import { randomBytes } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const DRAFT = /^\.banso-[0-9a-f]{16}\.tmp$/;
/** Nobody writes a file for longer, not on another PC either. */
const OLD_MS = 24 * 60 * 60 * 1000;

/** Where a file that leaves the app is written until it is whole: beside its place, under a name of its own. */
export const draftBeside = (to: string): string =>
  path.join(path.dirname(to), `.banso-${randomBytes(8).toString('hex')}.tmp`);

/** Removes what a power cut or a kill has left of earlier ones in a folder. What can't be removed stays. */
export const removeOldDrafts = async (folder: string, now: number): Promise<void> => {
  const names = await readdir(folder).catch((): readonly string[] => []);
  for (const name of names.filter((each) => DRAFT.test(each))) {
    const file = path.join(folder, name);
    const found = await lstat(file).catch(() => undefined);
    if (found === undefined || !found.isFile() || now - found.mtimeMs <= OLD_MS) continue;
    await rm(file, { force: true }).catch(() => undefined);
  }
};
