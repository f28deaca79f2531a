import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  BACKUP_FORMAT,
  CHUNK_BYTES,
  type DocumentEntry,
  type GenerationName,
  generationName,
  type InstallationId,
  type LogFileEntry,
  type Manifest,
  objectsOf,
} from '#shared/backup/manifest.ts';
import type { FolderId } from '#shared/domain/record/ids.ts';
import { syncFolder } from '../safe-files.ts';
import { BackupError, goOn } from './backup-error.ts';
import { listGenerations, readGeneration } from './generations.ts';
import { inParallel } from './in-parallel.ts';
import { indexPage, SEALED_PAGE } from './index-page.ts';
import { logPrefix } from './log-prefix.ts';
import { type Objects, openObjects } from './objects.ts';
import { prune } from './prune.ts';
import {
  type FoundFile,
  type FoundLog,
  type FoundRecords,
  readFound,
  scanRecords,
} from './scan-records.ts';
import {
  freeBytes,
  GENERATIONS,
  generationFile,
  listGenerationFiles,
  listObjects,
  openTarget,
  removeDrafts,
  storedName,
  type Target,
  type TargetPlace,
  writeChecked,
  writeSealed,
} from './target.ts';
import { whileMarked } from './target-lock.ts';

export type BackupJob = TargetPlace & {
  /** The records folder. */
  readonly records: string;
  readonly installation: InstallationId;
  readonly folder: FolderId;
  readonly by: string;
  readonly app: string;
  /** Names of documents, by their folder. */
  readonly titles: Readonly<Record<string, string>>;
  readonly at: number;
  /** Minutes that local time is ahead of UTC. */
  readonly offset: number;
  /** Asked for by hand: a generation is made although nothing has changed. */
  readonly isWanted: boolean;
};

export type BackupOutcome = {
  /** Nothing where nothing had changed since the newest. */
  readonly made: GenerationName | undefined;
  readonly bytes: number;
  /** How many bytes were not in the folder yet. */
  readonly added: number;
  /** How many files could not be read. */
  readonly unread: number;
  readonly free: number;
};

export type Follow = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
};

const WIDTH = 8;
/** Another PC, or a person, may have taken away what was there at the beginning. */
const TRIES = 3;

/**
 * Makes one generation while the app works. It is named last, when all that it needs has been flushed
 * and read back: whatever ends it before, the folder holds what it held, and pieces that the next one
 * finds.
 * @throws the system's error, or a `BackupError`
 */
export const makeBackup = async (job: BackupJob, follow: Follow): Promise<BackupOutcome> => {
  const target = await openTarget(job);
  await removeDrafts(target, job.installation);
  const outcome = await whileMarked(target, job.installation, () => tryBackup(target, job, follow));
  if (outcome.made !== undefined) {
    await prune(target, job.installation, job.offset);
    await writeIndex(target, job);
  }
  return { ...outcome, free: await freeBytes(target.root) };
};

const tryBackup = async (
  target: Target,
  job: BackupJob,
  follow: Follow,
): Promise<Omit<BackupOutcome, 'free'>> => {
  for (let count = 1; ; count += 1) {
    const outcome = await backUp(target, job, follow);
    if (outcome !== undefined) return outcome;
    if (count === TRIES) throw new BackupError('UNTRUE', 'pieces vanish');
  }
};

const backUp = async (
  target: Target,
  job: BackupJob,
  follow: Follow,
): Promise<Omit<BackupOutcome, 'free'> | undefined> => {
  const newest = await newestOwn(target, job.installation);
  const objects = await openObjects(target, job.installation);
  const found = await scanRecords(job.records);
  const stored = await storeAll(found, { job, objects, newest, follow });
  goOn(follow.signal);
  const manifest: Manifest = {
    kind: 'banso-backup',
    format: BACKUP_FORMAT,
    app: job.app,
    at: job.at,
    installation: job.installation,
    by: job.by,
    records: job.folder,
    documents: stored.documents,
    attachments: stored.attachments,
    unread: stored.unread,
  };
  const { added, bytes, unread } = stored;
  const isSame = newest !== undefined && contentOf(newest) === contentOf(manifest);
  if (isSame && !job.isWanted) return { made: undefined, bytes, added, unread };

  await objects.settle();
  const name = generationName(job.at, job.installation);
  const content = Buffer.from(`${JSON.stringify(manifest)}\n`);
  await writeSealed(target, generationFile(name), content, job.installation);
  await syncFolder(path.join(target.root, GENERATIONS));
  const there = await listObjects(target);
  if ([...objectsOf(manifest)].every((hash) => there.has(storedName(target, hash)))) {
    return { made: name, bytes, added, unread };
  }
  await rm(path.join(target.root, generationFile(name)), { force: true });
  return undefined;
};

/** What a generation holds, whenever it was made. */
const contentOf = ({ documents, attachments, unread }: Manifest): string =>
  JSON.stringify([
    documents.map(({ folder, title, files }) => [
      folder,
      title,
      files.map(({ name, bytes, chunks }) => [name, bytes, chunks]),
    ]),
    attachments,
    unread,
  ]);

const newestOwn = async (
  target: Target,
  installation: InstallationId,
): Promise<Manifest | undefined> => {
  for (const generation of await listGenerationFiles(target)) {
    if (generation.installation !== installation) continue;
    const reading = await readGeneration(target, generation);
    if (reading.kind === 'manifest') return reading.manifest;
  }
  return undefined;
};

type Stored = Pick<Manifest, 'documents' | 'attachments' | 'unread'> & {
  readonly bytes: number;
  readonly added: number;
};

type Storing = {
  readonly job: BackupJob;
  readonly objects: Objects;
  readonly newest: Manifest | undefined;
  readonly follow: Follow;
};

const storeAll = async (found: FoundRecords, storing: Storing): Promise<Stored> => {
  const { job, objects, newest, follow } = storing;
  const { signal, onProgress } = follow;
  const known = entriesOf(newest);
  const entries = new Map<FoundLog, LogFileEntry>();
  const attachments: Manifest['attachments'][number][] = [];
  const all = [...found.logs, ...found.attachments].reduce((sum, file) => sum + file.bytes, 0);
  let [done, added, unread] = [0, 0, 0];
  const count = (file: FoundFile): void => {
    done += file.bytes;
    onProgress(done, all);
  };
  onProgress(0, all);

  await inParallel(found.logs, WIDTH, async (file) => {
    goOn(signal);
    const before = known.get(`${file.folder}/${file.name}`);
    if (before !== undefined && isUntouched(file, before, objects)) entries.set(file, before);
    else {
      const stored = await storeLog(file, job.records, objects, signal).catch(skipUnreadable);
      if (stored === undefined) unread += 1;
      else {
        added += stored.added;
        entries.set(file, stored.entry);
      }
    }
    count(file);
  });
  await inParallel(found.attachments, 2, async (file) => {
    goOn(signal);
    const hash = file.name;
    const put = { path: file.path, below: job.records, hash };
    const stored = await objects.putFile(put, signal).catch(skipUnreadable);
    if (stored === undefined) unread += 1;
    else {
      added += stored;
      attachments.push({ hash, bytes: file.bytes });
    }
    count(file);
  });
  attachments.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const documents = documentsOf(found.logs, entries, job.titles, newest);
  return { documents, attachments, unread, bytes: done, added };
};

const entriesOf = (manifest: Manifest | undefined): ReadonlyMap<string, LogFileEntry> =>
  new Map(
    (manifest?.documents ?? []).flatMap(({ folder, files }) =>
      files.map((file) => [`${folder}/${file.name}`, file] as const),
    ),
  );

/** A log is only ever appended to: the same length at the same time is the same file. */
const isUntouched = (file: FoundLog, before: LogFileEntry, objects: Objects): boolean =>
  before.bytes === file.bytes &&
  before.mtime === file.mtime &&
  before.chunks.every((hash) => objects.has(hash));

const storeLog = async (
  file: FoundLog,
  records: string,
  objects: Objects,
  signal: AbortSignal,
): Promise<{ readonly entry: LogFileEntry; readonly added: number }> => {
  const content = await readFound(file, records).catch(() => {
    throw new BackupError('UNREAD');
  });
  const { bytes, head } = logPrefix(content);
  const chunks: string[] = [];
  let added = 0;
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    goOn(signal);
    const stored = await objects.put(bytes.subarray(at, at + CHUNK_BYTES));
    chunks.push(stored.hash);
    added += stored.added;
  }
  const { name, mtime } = file;
  const place = head === undefined ? {} : { head };
  return { entry: { name, bytes: bytes.length, mtime, ...place, chunks }, added };
};

/** What can't be read on the PC is counted, and holds up nothing else; the target's own trouble does. */
const skipUnreadable = (error: unknown): undefined => {
  if (error instanceof BackupError && ['UNREAD', 'DAMAGED'].includes(error.code)) return undefined;
  throw error;
};

const documentsOf = (
  logs: readonly FoundLog[],
  entries: ReadonlyMap<FoundLog, LogFileEntry>,
  titles: Readonly<Record<string, string>>,
  newest: Manifest | undefined,
): readonly DocumentEntry[] => {
  const before = new Map(newest?.documents.map(({ folder, title }) => [folder, title]));
  const folders = new Map<string, LogFileEntry[]>();
  for (const log of logs) {
    const files = folders.get(log.folder) ?? [];
    const entry = entries.get(log);
    if (entry !== undefined) files.push(entry);
    folders.set(log.folder, files);
  }
  return [...folders].map(([folder, files]) => ({
    folder,
    title: (titles[folder] ?? before.get(folder) ?? '').slice(0, 400),
    files,
  }));
};

/** The page beside the generations is a help, and no reason for a backup to fail. */
const writeIndex = async (target: Target, { installation }: BackupJob): Promise<void> => {
  const newest = await newestOwn(target, installation);
  if (newest === undefined) return;
  const page =
    target.key === undefined
      ? indexPage(newest, await listGenerations(target, installation))
      : SEALED_PAGE;
  await writeChecked(target, 'index.html', Buffer.from(page), installation).catch(() => undefined);
};
