import { constants } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type AttachmentEntry,
  bytesOf,
  CHUNK_BYTES,
  type DocumentEntry,
  type GenerationName,
  type LogFileEntry,
  type Manifest,
  readGenerationName,
} from '#shared/backup/manifest.ts';
import { titleOfFolder } from '#shared/backup/words.ts';
import { type FolderId, randomHex } from '#shared/domain/record/ids.ts';
import type { RestoreLine } from '#shared/ipc/backup.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { makeFolder, openNoFollow, syncFolder } from '../safe-files.ts';
import { BackupError, goOn } from './backup-error.ts';
import { readGeneration } from './generations.ts';
import { inParallel } from './in-parallel.ts';
import { eachOther, type FileState, isLater, rewrittenSince, tellingLogs } from './later-states.ts';
import { logPrefix } from './log-prefix.ts';
import type { Follow } from './make-backup.ts';
import { hashesNamedIn } from './named-files.ts';
import { copyObject, readObject } from './objects.ts';
import { ASIDE, IDENTITY, PLAN, type RestorePlan, STAGE } from './restore-plan.ts';
import { LOGS, readFound, scanRecords } from './scan-records.ts';
import { freeBytes, openTarget, type Target, type TargetPlace } from './target.ts';

/** Which generation of which folder. */
export type GenerationPlace = TargetPlace & {
  readonly generation: GenerationName;
};

export type RestoreJob = GenerationPlace & {
  readonly records: string;
  /** Folders of the documents that are wanted; absent, all. */
  readonly folders: readonly string[] | undefined;
  readonly now: number;
};

/** So much stays free beside what is restored. */
const ROOM_BYTES = 64 * 1024 * 1024;
const WIDTH = 8;

/** @throws DAMAGED, NEWER, or as `openTarget` */
export const openGeneration = async (
  place: GenerationPlace,
): Promise<{ readonly target: Target; readonly manifest: Manifest }> => {
  const { generation } = place;
  const target = await openTarget(place);
  const found = readGenerationName(generation);
  if (found === undefined) throw new BackupError('DAMAGED');
  const reading = await readGeneration(target, { ...found, name: generation });
  if (reading.kind === 'newer') throw new BackupError('NEWER');
  if (reading.kind === 'damaged') throw new BackupError('DAMAGED');
  return { target, manifest: reading.manifest };
};

/** How each document of a generation stands to today's. */
export const compareWithToday = async (
  place: GenerationPlace,
  records: string,
): Promise<readonly RestoreLine[]> => {
  const { target, manifest } = await openGeneration(place);
  const today = await stateOfToday(records);
  const files = new Map(manifest.documents.map((each) => [each.folder, each.files]));
  const followed = new Set<string>();
  const follow = (folder: string, state: readonly FileState[]): void => {
    const than = files.get(folder);
    if (than !== undefined && isLater(state, than)) followed.add(folder);
  };
  for (const [folder, state] of today) follow(folder, state);
  await eachOther(target, place.generation, (other) => {
    if (other.at <= manifest.at) return;
    for (const document of other.documents) follow(document.folder, document.files);
  });
  const lines = manifest.documents.map((document): RestoreLine => {
    const { folder, title } = document;
    const now = today.get(folder);
    const isSame = now !== undefined && stateOf(now) === stateOf(document.files);
    const relation = now === undefined ? 'gone' : isSame ? 'same' : 'differs';
    const isLatest = !followed.has(folder);
    return { folder, title: titleOfFolder(folder, title), relation, isLatest };
  });
  const added = [...today.keys()].filter((folder) => !files.has(folder));
  return [
    ...lines,
    ...added.map(
      (folder): RestoreLine => ({
        ...{ folder, title: titleOfFolder(folder, '') },
        ...{ relation: 'new', isLatest: false },
      }),
    ),
  ];
};

type KnownFile = FileState & Pick<LogFileEntry, 'bytes'>;

/** Two states of a document are the same when each of its files ends with the same frame. */
const stateOf = (files: readonly KnownFile[]): string =>
  files
    .filter(({ bytes }) => bytes > 0)
    .map(({ name, bytes, head }) => `${name} ${head?.hash ?? bytes}`)
    .sort()
    .join('\n');

const stateOfToday = async (
  records: string,
): Promise<ReadonlyMap<string, readonly KnownFile[]>> => {
  const { logs } = await scanRecords(records);
  const files = new Map<string, KnownFile[]>();
  for (const log of logs) {
    const { bytes, head } = logPrefix(await readFound(log, records));
    const entry = { name: log.name, bytes: bytes.length, ...(head === undefined ? {} : { head }) };
    files.set(log.folder, [...(files.get(log.folder) ?? []), entry]);
  }
  return files;
};

/**
 * Writes a generation, or some documents of it, beside the records in use, each piece checked. The next
 * start puts it in their place; until the plan is written, nothing is valid.
 * @returns how many documents will be restored
 * @throws the system's error, or a `BackupError`; the records then stay as they are
 */
export const prepareRestore = async (job: RestoreJob, follow: Follow): Promise<number> => {
  const { records } = job;
  const { target, manifest } = await openGeneration(job);
  await clearStage(records);
  const documents = wantedOf(manifest, job.folders);
  const missing = await missingOf(manifest.attachments, records);
  const isWhole = job.folders === undefined;
  const all = bytesOf({ ...manifest, documents, attachments: isWhole ? missing : [] });
  const rewritten = await rewrittenSince(target, job.generation, documents);
  await roomFor(
    rewritten.reduce((sum, { file }) => sum + file.bytes, all),
    records,
  );

  const stage = await openStage(records);
  await writeLogs(target, documents, { stage, records, all, follow });
  const attachments = isWhole ? missing : await filesOf(documents, missing, stage);
  if (!isWhole) await roomFor(bytesOf({ ...manifest, documents: [], attachments }), records);
  for (const { hash } of attachments) {
    await writeNew(path.join(stage, ATTACHMENTS_FOLDER, hash), records, (handle) =>
      copyObject(target, hash, handle, follow.signal),
    );
  }
  const erasing = `${ASIDE}/${stampOf(job.now + 1)}`;
  let isTold = false;
  for await (const { folder, name, bytes } of tellingLogs(target, rewritten, follow.signal)) {
    const place = path.join(stage, erasing, LOGS, folder);
    await makeFolder(place, records);
    await writeNew(path.join(place, name), records, (handle) => handle.writeFile(bytes));
    await syncFolder(place);
    isTold = true;
  }
  goOn(follow.signal);
  await writePlan(records, {
    kind: 'banso-restore',
    at: manifest.at,
    stamp: stampOf(job.now),
    entries: [
      // Beside what is moved aside: the next start carries out what was erased in it.
      ...(isTold ? [erasing] : []),
      ...(job.folders === undefined ? [LOGS] : documents.map((each) => `${LOGS}/${each.folder}`)),
      ...attachments.map(({ hash }) => `${ATTACHMENTS_FOLDER}/${hash}`),
      ...IDENTITY,
    ],
  });
  return documents.length;
};

const stampOf = (at: number): string => new Date(at).toISOString().replaceAll(/[-:.]/g, '');

/** Of some attached files those that restored documents name; all where that can't be told. */
const filesOf = async (
  documents: readonly DocumentEntry[],
  attachments: readonly AttachmentEntry[],
  stage: string,
): Promise<readonly AttachmentEntry[]> => {
  const named = await hashesNamedIn(path.join(stage, LOGS), documents);
  return named === undefined ? attachments : attachments.filter(({ hash }) => named.has(hash));
};

/** Takes away what an earlier restore has prepared and nobody has carried out. */
export const clearStage = async (records: string): Promise<void> => {
  await rm(path.join(records, PLAN), { force: true });
  await rm(path.join(records, STAGE), { recursive: true, force: true });
};

/** Makes the folder whose content will take the records' place. @returns its path */
export const openStage = async (records: string): Promise<string> => {
  const stage = path.join(records, STAGE);
  for (const name of [LOGS, ATTACHMENTS_FOLDER, 'devices']) {
    await makeFolder(path.join(stage, name), records);
  }
  return stage;
};

/** Makes what was prepared valid: under a new folder id, and with the plan last. */
export const writePlan = async (records: string, plan: RestorePlan): Promise<void> => {
  const stage = path.join(records, STAGE);
  const folder = { folder: randomHex(16) as FolderId };
  await writeText(path.join(stage, 'folder.json'), records, folder);
  for (const name of [LOGS, ATTACHMENTS_FOLDER]) await syncFolder(path.join(stage, name));
  await syncFolder(stage);
  // Under another name first: half of a plan is none.
  await writeText(path.join(records, `${PLAN}.new`), records, plan);
  await rename(path.join(records, `${PLAN}.new`), path.join(records, PLAN));
  await syncFolder(stage);
};

/** @throws NO_ROOM where the disk has not so much, and some more */
export const roomFor = async (bytes: number, folder: string): Promise<void> => {
  if ((await freeBytes(folder)) < bytes + ROOM_BYTES) throw new BackupError('NO_ROOM');
};

const wantedOf = (
  { documents }: Manifest,
  folders: readonly string[] | undefined,
): readonly DocumentEntry[] => {
  if (folders === undefined) return documents;
  const wanted = new Set(folders);
  return documents.filter(({ folder }) => wanted.has(folder));
};

/** An attachment's name is its content: what is there needs no restoring. */
export const missingOf = async (
  attachments: readonly AttachmentEntry[],
  records: string,
): Promise<readonly AttachmentEntry[]> => {
  const missing: AttachmentEntry[] = [];
  for (const entry of attachments) {
    const size = await stat(path.join(records, ATTACHMENTS_FOLDER, entry.hash)).then(
      (found) => found.size,
      () => undefined,
    );
    if (size !== entry.bytes) missing.push(entry);
  }
  return missing;
};

type Writing = {
  readonly stage: string;
  readonly records: string;
  readonly all: number;
  readonly follow: Follow;
};

/** Writes the logs of documents below a folder, each piece checked, and flushes them. */
export const writeLogs = async (
  target: Target,
  documents: readonly DocumentEntry[],
  { stage, records, all, follow }: Writing,
): Promise<void> => {
  const files = documents.flatMap(({ folder, files: each }) =>
    each.map((file) => ({ folder, file })),
  );
  for (const { folder } of documents) await makeFolder(path.join(stage, LOGS, folder), records);
  let done = 0;
  await inParallel(files, WIDTH, async ({ folder, file }) => {
    await writeNew(path.join(stage, LOGS, folder, file.name), records, async (handle) => {
      let length = 0;
      for (const hash of file.chunks) {
        goOn(follow.signal);
        const chunk = await readObject(target, hash, CHUNK_BYTES);
        await handle.writeFile(chunk);
        length += chunk.length;
      }
      if (length !== file.bytes) throw new BackupError('DAMAGED', file.name);
    });
    done += file.bytes;
    follow.onProgress(done, all);
  });
  for (const { folder } of documents) await syncFolder(path.join(stage, LOGS, folder));
};

type Handle = Awaited<ReturnType<typeof openNoFollow>>;

export const writeNew = async (
  file: string,
  below: string,
  write: (handle: Handle) => Promise<unknown>,
): Promise<void> => {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await openNoFollow(file, below, flags);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeText = (file: string, below: string, value: unknown): Promise<void> =>
  writeNew(file, below, (handle) => handle.writeFile(`${JSON.stringify(value, undefined, 2)}\n`));
