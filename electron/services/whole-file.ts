import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { syncFolderSync } from './safe-files-sync.ts';

/**
 * Replaces a file as a whole: after a power cut the old or the new content stands there.
 * A link in its place is replaced, not followed.
 * @param mode the rights of a new file
 * @throws the system's error (ENOSPC …); the old file then stands untouched
 */
export const writeWholeFile = (file: string, content: string | Uint8Array, mode: number): void => {
  // A name may have 255 bytes: staff may choose one to which nothing can be added.
  const short = [...path.basename(file)].slice(0, 40).join('');
  const name = `${short}.${randomBytes(8).toString('hex')}.tmp`;
  const draft = path.join(path.dirname(file), name);
  // Exclusively: nothing that may stand there already is written to, or removed.
  const handle = openSync(draft, 'wx', mode);
  try {
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolderSync(path.dirname(file));
};
