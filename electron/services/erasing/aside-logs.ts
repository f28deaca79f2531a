import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { folderOf } from '#shared/documents/document-id.ts';
import { type AsideLog, type AsideRequest, isStamp } from '#shared/ipc/erasing.ts';
import { deviceOfSource, type LogPart } from '#shared/ipc/logs.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { ASIDE, CARRIED } from '../backup/restore-plan.ts';
import { LOGS } from '../backup/scan-records.ts';
import { writeJsonAt } from '../banso-file/json-at.ts';
import { EXTENSION, listLogs } from '../log/list-logs.ts';
import type { LogReader } from '../log/log-reader.ts';
import { isFault } from '../safe-files.ts';
import { removeFiles } from './clear-traces.ts';

const stampsIn = async (records: string): Promise<readonly string[]> => {
  try {
    return (await readdir(path.join(records, ASIDE))).filter(isStamp).sort();
  } catch (error) {
    if (isFault(error, 'ENOENT')) return [];
    throw error;
  }
};

/** The logs that restores have moved aside. @throws the system's error */
export const listAsideLogs = async (records: string): Promise<readonly AsideLog[]> => {
  const found: AsideLog[] = [];
  for (const stamp of await stampsIn(records)) {
    const folder = path.join(records, ASIDE, stamp);
    const isCarried = (await readdir(folder)).includes(CARRIED);
    const { places } = await listLogs(path.join(folder, LOGS));
    for (const { document, source } of places) found.push({ stamp, document, source, isCarried });
  }
  return found;
};

/** Reads one of them as a log in use is read. @throws the system's error */
export const readAsideLog = async (
  records: string,
  read: LogReader,
  { stamp, log }: AsideRequest,
): Promise<LogPart> => {
  const { document, source, known, whole = false, last } = log;
  const folder = path.join(records, ASIDE, stamp, LOGS, folderOf(document));
  const { part } = await read({
    ...{ path: path.join(folder, `${source}${EXTENSION}`), below: records, document },
    ...{ device: deviceOfSource(source), known, whole, last, limit: undefined },
  });
  return part;
};

/**
 * Remembers that all that was erased in them is erased in what took their place.
 * @param files attached files that came back with it, and that nobody names any more: they go
 * @throws the system's error
 */
export const settleAsides = async (records: string, files: readonly string[]): Promise<void> => {
  await removeFiles(path.join(records, ATTACHMENTS_FOLDER), files);
  for (const stamp of await stampsIn(records)) {
    await writeJsonAt(path.join(records, ASIDE, stamp, CARRIED), records, {});
  }
};
