import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { folderOf } from '#shared/documents/document-id.ts';
import type { ErasedTraces } from '#shared/ipc/erasing.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { ASIDE, STAGE } from '../backup/restore-plan.ts';
import { LOGS } from '../backup/scan-records.ts';
import { isFault, syncFolder } from '../safe-files.ts';

/**
 * Removes what lies in the records folder beside the logs in use and still holds what was erased: attached
 * files, and what restores have prepared or moved aside.
 * @throws the system's error
 */
export const clearTraces = async (
  records: string,
  { documents, attachments }: ErasedTraces,
): Promise<void> => {
  await remove(path.join(records, STAGE));
  const asides = (await namesIn(path.join(records, ASIDE))).map((name) => path.join(ASIDE, name));
  for (const aside of asides) {
    for (const document of documents) {
      await remove(path.join(records, aside, LOGS, folderOf(document)));
    }
  }
  for (const folder of ['', ...asides].map((each) =>
    path.join(records, each, ATTACHMENTS_FOLDER),
  )) {
    const gone = (await namesIn(folder)).filter((name) => attachments.includes(name));
    for (const name of gone) await remove(path.join(folder, name));
    if (gone.length > 0) await syncFolder(folder);
  }
};

const remove = (place: string): Promise<void> => rm(place, { recursive: true, force: true });

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isFault(error, 'ENOENT')) return [];
    throw error;
  }
};
