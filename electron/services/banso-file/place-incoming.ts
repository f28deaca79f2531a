import { hash as hashOnce } from 'node:crypto';
import { constants } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLogName } from '#shared/backup/manifest.ts';
import { documentOf } from '#shared/banso-file/manifest.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { deviceOfSource, isSourceName, type SourceName } from '#shared/ipc/logs.ts';
import { LOGS } from '../backup/scan-records.ts';
import { EXTENSION } from '../log/list-logs.ts';
import { isFault, openNoFollow } from '../safe-files.ts';
import { INCOMING } from './incoming.ts';

/** A log that was unpacked and says something that the records do not have. */
export type Placing = {
  readonly document: DocumentId;
  readonly folder: string;
  /** What it is called in the file, and what it will be called here. */
  readonly source: SourceName;
  readonly as: SourceName;
  /** How long the log in its place is; 0 where there is none. */
  readonly before: number;
  readonly after: number;
};

type Log = { readonly source: SourceName; readonly bytes: Uint8Array };

/**
 * Where each unpacked log belongs. A log is only ever appended to, so of two logs of one device the longer
 * one holds the shorter, and takes its place; where they say different things both stay, the other under
 * the name of a fork. This device's own log is nobody else's to go on with.
 */
export const placingsOf = async (
  records: string,
  device: DeviceId,
): Promise<readonly Placing[]> => {
  const placings: Placing[] = [];
  const incoming = path.join(records, INCOMING, LOGS);
  for (const folder of await namesIn(incoming)) {
    const here = await logsIn(path.join(records, LOGS, folder), records);
    for (const log of await logsIn(path.join(incoming, folder), records)) {
      const place = placeOf(log, here, device);
      if (place === undefined) continue;
      placings.push({
        document: documentOf(folder),
        folder,
        source: log.source,
        ...place,
        after: log.bytes.length,
      });
    }
  }
  return placings;
};

const placeOf = (
  { source, bytes }: Log,
  here: readonly Log[],
  device: DeviceId,
): Pick<Placing, 'as' | 'before'> | undefined => {
  const of = deviceOfSource(source);
  const own = here.filter((log) => deviceOfSource(log.source) === of);
  if (own.some((log) => beginsWith(log.bytes, bytes))) return undefined;
  const shorter = own
    .filter((log) => log.source !== (device as string) && beginsWith(bytes, log.bytes))
    .toSorted((a, b) => b.bytes.length - a.bytes.length)[0];
  if (shorter !== undefined) return { as: shorter.source, before: shorter.bytes.length };
  const isFree = of !== device && !here.some((log) => log.source === source);
  // The same name on every PC, however often and in whatever order it comes.
  const tag = hashOnce('sha256', bytes, 'hex').slice(0, 12);
  return { as: isFree ? source : (`${of}~${tag}` as string as SourceName), before: 0 };
};

const beginsWith = (whole: Uint8Array, start: Uint8Array): boolean =>
  start.length <= whole.length && Buffer.compare(whole.subarray(0, start.length), start) === 0;

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (
    await readdir(folder).catch((error: unknown) => {
      if (isFault(error, 'ENOENT')) return [] as string[];
      throw error;
    })
  ).sort();

const logsIn = async (folder: string, below: string): Promise<readonly Log[]> => {
  const logs: Log[] = [];
  for (const name of await namesIn(folder)) {
    const source = name.slice(0, -EXTENSION.length);
    if (!isLogName(name) || !isSourceName(source)) continue;
    const handle = await openNoFollow(path.join(folder, name), below, constants.O_RDONLY);
    try {
      logs.push({ source, bytes: await handle.readFile() });
    } finally {
      await handle.close();
    }
  }
  return logs;
};

/** How long each log of a document is now, by name. */
export const lengthsOf = async (
  records: string,
  folder: string,
): Promise<ReadonlyMap<string, number>> => {
  const place = path.join(records, LOGS, folder);
  const lengths = new Map<string, number>();
  for (const name of (await namesIn(place)).filter(isLogName)) {
    lengths.set(name, (await stat(path.join(place, name))).size);
  }
  return lengths;
};
