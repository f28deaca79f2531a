import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { folderOf } from '#shared/documents/document-id.ts';
import type { ErasedTraces } from '#shared/ipc/erasing.ts';
import { patternOf } from '#shared/text/sought-words.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { ASIDE, STAGE } from '../backup/restore-plan.ts';
import { LOGS } from '../backup/scan-records.ts';
import { forgetPlaces } from '../banso-file/handed-over.ts';
import { IMPORTS, INCOMING, readImportRecord } from '../banso-file/incoming.ts';
import { readJsonAt } from '../banso-file/json-at.ts';
import { isFault, syncFolder } from '../safe-files.ts';
import { findingIn, setAsideIn } from './look-beside.ts';

export type TracePlaces = {
  readonly data: string;
  readonly records: string;
  readonly settings: string;
};

/**
 * Removes what lies in the data folder beside the logs in use and still holds what was erased: attached files,
 * what restores have prepared or moved aside, what was opened of a hand-over file, what is known of imports,
 * and what was set aside and says a word in plain letters.
 * @throws the system's error
 */
export const clearTraces = async (
  { data, records, settings }: TracePlaces,
  { documents, attachments, words }: ErasedTraces,
): Promise<void> => {
  await remove(path.join(records, STAGE));
  await remove(path.join(records, INCOMING));
  await forgetImports(path.join(records, IMPORTS), new Set(documents.map(folderOf)));
  const asides = (await namesIn(path.join(records, ASIDE))).map((name) => path.join(ASIDE, name));
  for (const aside of asides) {
    for (const document of documents) {
      await remove(path.join(records, aside, LOGS, folderOf(document)));
    }
  }
  for (const folder of ['', ...asides].map((each) =>
    path.join(records, each, ATTACHMENTS_FOLDER),
  )) {
    await removeFiles(folder, attachments);
  }
  const pattern = patternOf(words);
  if (pattern === undefined) return;
  for (const file of await setAsideIn(data)) {
    if ((await findingIn(file, data, pattern)) === 'says') await remove(file);
  }
  await forgetPlaces(settings, pattern);
};

/** Removes those of some files that a folder has, durably. @throws the system's error */
export const removeFiles = async (folder: string, names: readonly string[]): Promise<void> => {
  const gone = (await namesIn(folder)).filter((name) => names.includes(name));
  for (const name of gone) await remove(path.join(folder, name));
  if (gone.length > 0) await syncFolder(folder);
};

/** What an import has changed can be undone no more, and says what cases were called. */
const forgetImports = async (folder: string, gone: ReadonlySet<string>): Promise<void> => {
  for (const name of await namesIn(folder)) {
    const place = path.join(folder, name);
    const record = readImportRecord(await readJsonAt(place, folder));
    if (record?.documents.some((each) => gone.has(each.folder))) await remove(place);
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
