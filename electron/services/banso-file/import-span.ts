import { constants } from 'node:fs';
import path from 'node:path';
import type { BansoManifest } from '#shared/banso-file/manifest.ts';
import { documentOf } from '#shared/banso-file/manifest.ts';
import { HEADER_SPACE, readFileHeader } from '#shared/documents/file-header.ts';
import type { BansoSpan } from '#shared/ipc/banso.ts';
import type { SourceName } from '#shared/ipc/logs.ts';
import { BackupError } from '../backup/backup-error.ts';
import { logPrefix } from '../backup/log-prefix.ts';
import { LOGS } from '../backup/scan-records.ts';
import { EXTENSION } from '../log/list-logs.ts';
import { openNoFollow } from '../safe-files.ts';
import { IMPORTS, type ImportRecord, stampOf } from './incoming.ts';
import { writeJsonAt } from './json-at.ts';
import { importsOf, lastImport } from './undo-import.ts';

/** What an import has brought, document by document, as places in the logs. */
export type ImportSpan = { readonly at: number; readonly documents: readonly BansoSpan[] };

type Lengths = ImportRecord['documents'][number]['before'];

/**
 * Which frames an import has brought.
 * @param at when it was taken in; the last one that can be undone unless given
 * @throws WORKED_ON where a log was rewritten since: its frames of before can't be told from later ones
 */
export const importSpan = async (records: string, at: number | null): Promise<ImportSpan> => {
  const found =
    at === null
      ? (await lastImport(records))?.record
      : (await importsOf(records)).find((each) => each.at === at);
  if (found === undefined) throw new BackupError('WORKED_ON');
  const documents: BansoSpan[] = [];
  for (const { folder, title, before, after } of found.documents) {
    const endsOf = async (lengths: Lengths): Promise<BansoSpan['before']> => {
      const ends: BansoSpan['before'][number][] = [];
      for (const { name, bytes, generation } of lengths) {
        const log = await readWhole(path.join(records, LOGS, folder, name), records);
        const isRewritten = headerGeneration(log) !== generation || log.length < bytes;
        if (isRewritten) throw new BackupError('WORKED_ON');
        const { head } = logPrefix(log.subarray(0, bytes));
        // The name was checked when the record was read.
        const source = name.slice(0, -EXTENSION.length) as SourceName;
        ends.push({ source, seq: head?.seq ?? 0 });
      }
      return ends;
    };
    documents.push({
      document: documentOf(folder),
      title,
      before: await endsOf(before),
      after: await endsOf(after),
    });
  }
  return { at: found.at, documents };
};

/** How often a log has been rewritten as a whole; 0 where its header can't be read. */
export const generationOf = async (file: string, below: string): Promise<number> => {
  const handle = await openNoFollow(file, below, constants.O_RDONLY);
  try {
    const start = new Uint8Array(HEADER_SPACE);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return headerGeneration(start.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
};

const headerGeneration = (log: Uint8Array): number => {
  const reading = readFileHeader(log.subarray(0, HEADER_SPACE));
  return reading.kind === 'header' ? reading.header.generation : 0;
};

const readWhole = async (file: string, below: string): Promise<Uint8Array> => {
  const handle = await openNoFollow(file, below, constants.O_RDONLY);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

/** Remembers that an import was undone by edits, or that what these set back was taken in again. */
export const rememberUndone = async (
  records: string,
  at: number,
  isUndone: boolean,
): Promise<void> => {
  const record = (await importsOf(records)).find((each) => each.at === at);
  if (record === undefined) throw new BackupError('WORKED_ON');
  const file = path.join(records, IMPORTS, `${stampOf(at)}.json`);
  await writeJsonAt(file, records, { ...record, isUndone });
};

/** An import that was undone by edits, and that a file brings as well. */
export type Undone = { readonly folder: string; readonly at: number };

export const undoneIn = async (
  records: string,
  manifest: BansoManifest,
): Promise<readonly Undone[]> => {
  const offered = new Map(
    manifest.documents.map(({ folder, files }) => [
      folder,
      new Map(files.map(({ name, bytes }) => [name, bytes])),
    ]),
  );
  const undone = (await importsOf(records)).filter(({ isUndone }) => isUndone === true);
  return undone.flatMap(({ at, documents }) =>
    documents.flatMap(({ folder, before, after }) => {
      const lengths = new Map(before.map(({ name, bytes }) => [name, bytes]));
      const brought = after.filter(({ name, bytes }) => bytes > (lengths.get(name) ?? 0));
      const isIn = brought.some(
        ({ name, bytes }) => (offered.get(folder)?.get(name) ?? 0) >= bytes,
      );
      return isIn ? [{ folder, at }] : [];
    }),
  );
};
