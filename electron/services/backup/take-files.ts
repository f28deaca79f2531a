import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { makeFolder, syncFolder } from '../safe-files.ts';
import type { Follow } from './make-backup.ts';
import { copyObject } from './objects.ts';
import {
  type GenerationPlace,
  missingOf,
  openGeneration,
  roomFor,
  writeNew,
} from './prepare-restore.ts';

export type FilesJob = GenerationPlace & {
  readonly records: string;
  /** Of the attached files that are wanted. */
  readonly hashes: readonly string[];
};

/**
 * Copies attached files out of a generation that the records do not have; each gets its name when it is whole.
 * One that the generation does not have either stays missing, as its record will tell.
 * @returns how many were copied
 * @throws DAMAGED where one is not what its name says, NO_ROOM, AWAY …
 */
export const takeFiles = async (job: FilesJob, { signal }: Follow): Promise<number> => {
  const { records } = job;
  const { target, manifest } = await openGeneration(job);
  const wanted = new Set(job.hashes);
  const kept = manifest.attachments.filter(({ hash }) => wanted.has(hash));
  const missing = await missingOf(kept, records);
  if (missing.length === 0) return 0;
  const folder = path.join(records, ATTACHMENTS_FOLDER);
  await makeFolder(folder, records);
  await roomFor(
    missing.reduce((sum, { bytes }) => sum + bytes, 0),
    records,
  );
  for (const { hash } of missing) {
    // A name that the attachments' own sweeping knows, should the power fail here.
    const draft = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
    try {
      await writeNew(draft, records, (handle) => copyObject(target, hash, handle, signal));
      await rename(draft, path.join(folder, hash));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
  await syncFolder(folder);
  return missing.length;
};
