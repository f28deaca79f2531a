import { constants } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { isFault, openNoFollow, syncFolder } from '../safe-files.ts';

const MAX_BYTES = 256 * 1024 * 1024;

/** What a file of the records folder says; undefined where there is none, or none that can be read. */
export const readJsonAt = async (file: string, below: string): Promise<unknown> => {
  const handle = await openNoFollow(file, below, constants.O_RDONLY).catch((error: unknown) => {
    if (isFault(error, 'ENOENT', 'ELOOP', 'ENOTDIR', 'EINVAL')) return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    if ((await handle.stat()).size > MAX_BYTES) return undefined;
    return JSON.parse(await handle.readFile('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    await handle.close();
  }
};

/** Writes a file of the records folder so that it is there whole or not at all. */
export const writeJsonAt = async (file: string, below: string, value: unknown): Promise<void> => {
  const draft = `${file}.new`;
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
  const handle = await openNoFollow(draft, below, flags);
  try {
    await handle.writeFile(`${JSON.stringify(value)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(path.dirname(file));
};
