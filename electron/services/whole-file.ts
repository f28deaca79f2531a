import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Replaces a file as a whole: after a power cut the old or the new content stands there.
 * @param mode the rights of a new file
 * @throws the system's error (ENOSPC …); the old file then stands untouched
 */
export const writeWholeFile = (file: string, content: string | Uint8Array, mode: number): void => {
  // A name may have 255 bytes: staff may choose one to which nothing can be added.
  const short = [...path.basename(file)].slice(0, 40).join('');
  const draft = path.join(path.dirname(file), `${short}.${process.pid}.tmp`);
  try {
    const handle = openSync(draft, 'w', mode);
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
  syncFolder(path.dirname(file));
};

/** Makes the renaming itself durable; Windows neither needs nor allows it. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
