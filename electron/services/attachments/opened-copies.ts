import { randomBytes } from 'node:crypto';
import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { endingOf } from '#shared/domain/attachment/file-kind.ts';
import { ok, type Result } from '#shared/result.ts';
import { fileNameFor } from '../files/file-name.ts';
import { makeFolder } from '../safe-files.ts';
import type { AttachmentStore } from './store.ts';

/** For its owner's eyes alone: what is written into the copy would be lost. */
const READ_ONLY = 0o400;

/** The plain name that a copy gets: no device of Windows, no path, its ending kept. */
export const copyName = (name: string): string => {
  const ending = endingOf(name);
  const stem = ending === '' ? name : name.slice(0, name.lastIndexOf('.'));
  return ending === '' ? fileNameFor(stem, 'bin') : fileNameFor(stem, ending);
};

/**
 * Copies of attached files for other programs, each under its own name in a folder of its own. They are
 * read-only, so that the other program asks where to save what somebody writes into one.
 */
export const createOpenedCopies = (store: AttachmentStore, dataFolder: string) => {
  const folder = path.join(dataFolder, 'opened');
  return {
    /** @returns the path of a new copy */
    make: async (hash: string, name: string): Promise<Result<string>> => {
      const own = path.join(folder, randomBytes(8).toString('hex'));
      await makeFolder(own, dataFolder);
      const to = path.join(own, copyName(name));
      const copied = await store.copyTo(hash, name, to);
      if (!copied.ok) {
        await rm(own, { recursive: true, force: true });
        return copied;
      }
      await chmod(to, READ_ONLY);
      return ok(to);
    },
    /** Takes the copies of earlier runs away; one that another program still holds stays for the next time. */
    clear: async (): Promise<void> => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
      }
    },
  };
};
