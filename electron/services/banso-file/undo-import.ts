import { constants } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { BackupError } from '../backup/backup-error.ts';
import { clearStage, openStage, roomFor, writeNew, writePlan } from '../backup/prepare-restore.ts';
import { IDENTITY } from '../backup/restore-plan.ts';
import { LOGS } from '../backup/scan-records.ts';
import { isFault, makeFolder, openNoFollow, syncFolder } from '../safe-files.ts';
import { IMPORTS, type ImportRecord, readImportRecord, stampOf, stampOfName } from './incoming.ts';
import { readJsonAt } from './json-at.ts';
import { lengthsOf } from './place-incoming.ts';

/**
 * The last import that has not been undone, and how it can be: by taking its files away while nothing stands
 * behind them, else by edits that set back what nobody has changed since.
 */
export type LastImport = { readonly record: ImportRecord; readonly way: 'files' | 'edits' };

export const lastImport = async (records: string): Promise<LastImport | undefined> => {
  for (const record of await importsOf(records)) {
    if (record.isUndone === true || (await standsAt(records, record, 'before'))) continue;
    return { record, way: (await standsAt(records, record, 'after')) ? 'files' : 'edits' };
  }
  return undefined;
};

/** All imports, the latest first. */
export const importsOf = async (records: string): Promise<readonly ImportRecord[]> => {
  const folder = path.join(records, IMPORTS);
  const names = await readdir(folder).catch((error: unknown) => {
    if (isFault(error, 'ENOENT')) return [] as string[];
    throw error;
  });
  const stamps = names.filter((name) => stampOfName(name) !== undefined).sort();
  const found: ImportRecord[] = [];
  for (const name of stamps.reverse()) {
    const record = readImportRecord(await readJsonAt(path.join(folder, name), records));
    if (record !== undefined) found.push(record);
  }
  return found;
};

/** Whether all logs of an import are as long as they were before it, or right after it. */
const standsAt = async (
  records: string,
  { documents }: ImportRecord,
  when: 'before' | 'after',
): Promise<boolean> => {
  for (const document of documents) {
    const now = await lengthsOf(records, document.folder);
    const then = document[when];
    if (now.size !== then.length) return false;
    if (!then.every(({ name, bytes }) => now.get(name) === bytes)) return false;
  }
  return true;
};

/**
 * Prepares what takes the last import away, files and cache together: the next start puts the logs as they
 * were in their place, under a new folder id, so that the cache is made anew of them. What was taken in is
 * moved aside as a restore moves what it replaces.
 * @throws WORKED_ON where anything has been written to its documents since
 */
export const prepareUndo = async (records: string, now: number): Promise<void> => {
  const last = await lastImport(records);
  if (last?.way !== 'files') throw new BackupError('WORKED_ON');
  const { documents, at } = last.record;
  await clearStage(records);
  const all = documents.flatMap(({ before }) => before).reduce((sum, { bytes }) => sum + bytes, 0);
  await roomFor(all, records);
  const stage = await openStage(records);
  for (const { folder, before } of documents) {
    await makeFolder(path.join(stage, LOGS, folder), records);
    for (const { name, bytes } of before) {
      const start = await startOf(path.join(records, LOGS, folder, name), records, bytes);
      await writeNew(path.join(stage, LOGS, folder, name), records, (handle) =>
        handle.writeFile(start),
      );
    }
    await syncFolder(path.join(stage, LOGS, folder));
  }
  await writePlan(records, {
    kind: 'banso-restore',
    at,
    isUndo: true,
    stamp: stampOf(now),
    entries: [...documents.map(({ folder }) => `${LOGS}/${folder}`), ...IDENTITY],
  });
};

/** A log's beginning: what it was before it was gone on with. */
const startOf = async (file: string, below: string, bytes: number): Promise<Uint8Array> => {
  const handle = await openNoFollow(file, below, constants.O_RDONLY);
  try {
    const whole = await handle.readFile();
    if (whole.length < bytes) throw new BackupError('WORKED_ON');
    return whole.subarray(0, bytes);
  } finally {
    await handle.close();
  }
};
