import { constants, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isHash } from '#shared/backup/manifest.ts';
import type { Beside } from '#shared/ipc/erasing.ts';
import { patternOf } from '#shared/text/sought-words.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import type { Follow } from '../backup/make-backup.ts';
import { ASIDE } from '../backup/restore-plan.ts';
import { isFault, openNoFollow } from '../safe-files.ts';
import { type Finding, sayingOf } from './text-in-file.ts';

export type LookJob = {
  readonly data: string;
  readonly records: string;
  readonly words: readonly string[];
};

/** A longer file is not looked into. */
const MAX_BYTES = 128 * 1024 * 1024;
/** What was kept because it could not be read: a log's torn end, settings that were damaged. */
const SET_ASIDE = /\.(?:torn|corrupt|refused)-[0-9TZ]+-[0-9a-f]{16}$/;
/** Chromium's, which the next start throws away as a whole; and what is looked through elsewhere. */
const LEFT_OUT = ['browser', ATTACHMENTS_FOLDER];

/**
 * Looks for words in what lies beside the logs: attached files, those too that a restore moved aside, and what
 * was set aside since it could not be read.
 * @throws the system's error; CANCELLED
 */
export const lookBeside = async (
  { data, records, words }: LookJob,
  { signal, onProgress }: Follow,
): Promise<Beside> => {
  const pattern = patternOf(words);
  if (pattern === undefined) return { attachments: [], setAside: [] };
  const stamps = (await entriesOf(path.join(records, ASIDE))).map(({ name }) =>
    path.join(ASIDE, name),
  );
  const files = new Map<string, string>();
  for (const part of ['', ...stamps]) {
    const folder = path.join(records, part, ATTACHMENTS_FOLDER);
    for (const { name } of (await entriesOf(folder)).filter(({ name }) => isHash(name))) {
      if (!files.has(name)) files.set(name, path.join(folder, name));
    }
  }
  const kept = await setAsideIn(data);
  const attachments: { hash: string; finding: Exclude<Finding, 'silent'> }[] = [];
  const setAside: { name: string; finding: Exclude<Finding, 'silent'> }[] = [];
  const all = files.size + kept.length;
  let done = 0;
  const look = async (file: string): Promise<Finding> => {
    if (signal.aborted) throw Object.assign(new Error('cancelled'), { code: 'CANCELLED' });
    onProgress(done, all);
    done += 1;
    return findingIn(file, data, pattern);
  };
  for (const [hash, file] of files) {
    const finding = await look(file);
    if (finding !== 'silent') attachments.push({ hash, finding });
  }
  for (const file of kept) {
    // A torn end is packed: that it says nothing in plain letters means nothing.
    const finding = await look(file);
    const isPacked = file.includes('.torn-');
    if (finding !== 'silent' || isPacked) {
      setAside.push({
        name: path.basename(file),
        finding: finding === 'silent' ? 'closed' : finding,
      });
    }
  }
  return { attachments, setAside };
};

/** What was set aside anywhere in the data folder, without following a link. */
export const setAsideIn = async (folder: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !LEFT_OUT.includes(entry.name)) {
      found.push(...(await setAsideIn(place)));
    } else if (entry.isFile() && SET_ASIDE.test(entry.name)) found.push(place);
  }
  return found;
};

/** Whether a file says a word; one that cannot be read, or is too long, is closed to us. */
export const findingIn = async (file: string, below: string, pattern: RegExp): Promise<Finding> => {
  try {
    const handle = await openNoFollow(file, below, constants.O_RDONLY);
    try {
      if ((await handle.stat()).size > MAX_BYTES) return 'closed';
      return sayingOf(await handle.readFile(), pattern);
    } finally {
      await handle.close();
    }
  } catch {
    return 'closed';
  }
};

const entriesOf = async (folder: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isFault(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
};
