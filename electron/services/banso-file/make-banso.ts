import { createHash, hash as hashOnce } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import {
  BANSO_FORMAT,
  type BansoDocument,
  type BansoExtent,
  type BansoManifest,
  type BansoVariant,
  documentOf,
  MANIFEST_NAME,
  PAGE_NAME,
} from '#shared/banso-file/manifest.ts';
import type { BansoPiece } from '#shared/banso-file/piece.ts';
import { newFileHeader } from '#shared/documents/file-header.ts';
import { type FrameDraft, NO_HEAD } from '#shared/documents/frame.ts';
import {
  type DeviceId,
  type FolderId,
  randomCommandId,
  randomId,
} from '#shared/domain/record/ids.ts';
import { ATTACHMENTS_FOLDER } from '../attachments/store.ts';
import { BackupError, goOn } from '../backup/backup-error.ts';
import { logPrefix } from '../backup/log-prefix.ts';
import type { Follow } from '../backup/make-backup.ts';
import { type FoundLog, readFound, scanRecords } from '../backup/scan-records.ts';
import { draftBeside, removeOldDrafts } from '../drafts.ts';
import { encodeDrafts } from '../log/append.ts';
import { FIRST_END } from '../log/read-part.ts';
import { openNoFollow, syncFolder } from '../safe-files.ts';
import { openSealedFile, sealFile } from '../sealing/sealed-file.ts';
import { createArchive } from './archive.ts';
import { filePieces, PIECE } from './file-pieces.ts';
import { readBanso } from './read-banso.ts';

type DocumentState = NonNullable<BansoPiece['state']>;

export type BansoJob = {
  readonly records: string;
  /** Where the file will stand. */
  readonly to: string;
  readonly app: string;
  readonly at: number;
  readonly by: string;
  readonly author: string;
  readonly device: DeviceId;
  readonly folder: FolderId;
  readonly variant: BansoVariant;
  readonly extent: BansoExtent;
  readonly documents: readonly {
    readonly folder: string;
    readonly title: string;
  }[];
  /** Seals the whole file; '' for none. */
  readonly passphrase: string;
};

export type BansoMade = { readonly bytes: number; readonly missing: number };

type Part = {
  readonly folder: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly head: BansoDocument['files'][number]['head'];
};

/** One for each document, in their order. */
export type BansoPieces = AsyncIterable<BansoPiece> | Iterable<BansoPiece>;

/**
 * Makes a .banso file: written beside its place, flushed, read back to its end as whoever opens it would,
 * and then renamed. Whatever ends it before, no such file stands there.
 * @throws the system's error, or a `BackupError`
 */
export const makeBanso = async (
  job: BansoJob,
  follow: Follow,
  pieces: BansoPieces,
): Promise<BansoMade> => {
  await removeOldDrafts(path.dirname(job.to), Date.now());
  const draft = draftBeside(job.to);
  const sealed = job.passphrase === '' ? draft : draftBeside(job.to);
  const handle = await open(draft, 'wx+', 0o600);
  try {
    let missing = 0;
    try {
      missing = await writeAll(handle, job, follow, pieces);
      await handle.sync();
      await readBanso(handle, { signal: follow.signal, onProgress: () => undefined });
      if (sealed !== draft) await sealAs(sealed, handle, job.passphrase, follow.signal);
    } finally {
      await handle.close();
    }
    goOn(follow.signal);
    await rename(sealed, job.to);
    if (sealed !== draft) await rm(draft, { force: true });
    await syncFolder(path.dirname(job.to)).catch(() => undefined);
    return { bytes: (await stat(job.to)).size, missing };
  } catch (error) {
    for (const each of [draft, sealed]) await rm(each, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** Writes a sealed copy and opens it again: it must hold what the file holds. @throws UNTRUE */
const sealAs = async (
  to: string,
  plain: FileHandle,
  passphrase: string,
  signal: AbortSignal,
): Promise<void> => {
  const handle = await open(to, 'wx+', 0o600);
  try {
    await sealFile(plain, handle, passphrase, signal);
    await handle.sync();
    const back = await openSealedFile(handle, passphrase, signal);
    const { size } = await plain.stat();
    const content = await digestOf(filePieces(plain, size, signal));
    if (back === undefined || (await digestOf(back)) !== content) throw new BackupError('UNTRUE');
  } finally {
    await handle.close();
  }
};

const digestOf = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const digest = createHash('sha256');
  for await (const piece of pieces) digest.update(piece);
  return digest.digest('hex');
};

const writeAll = async (
  handle: FileHandle,
  job: BansoJob,
  follow: Follow,
  pieces: BansoPieces,
): Promise<number> => {
  const { records, variant, extent } = job;
  const archive = createArchive(handle);
  const { page, states, hashes, leftOut } = await writePage(archive, job, follow, pieces);
  const logs = await logsOf(job, states);
  const all = logs.reduce((sum, log) => sum + log.bytes, 0) + hashes.size * PIECE;
  const tell = (part: number): void => follow.onProgress(HALF + (HALF * part) / all, 2 * HALF);
  let done = 0;
  const documents: BansoDocument[] = [];
  for (const { folder, title } of job.documents) {
    const state = states.get(folder);
    const files: BansoDocument['files'][number][] = [];
    const own = logs.filter((log) => log.folder === folder);
    const parts = state === undefined ? partsOf(own, records) : [stateOf(folder, state, job)];
    for await (const { name, content, head } of parts) {
      goOn(follow.signal);
      await archive.add(`logs/${folder}/${name}`, factsOf(content), [content]);
      const place = head === undefined ? {} : { head };
      files.push({ name, bytes: content.length, hash: hashOf(content), ...place });
    }
    // A document that nobody has written to has no log, and nothing to hand over.
    if (files.length > 0) documents.push({ folder, title: title.slice(0, 400), files });
    done += own.reduce((sum, log) => sum + log.bytes, 0);
    tell(done);
  }
  const attachments: { hash: string; bytes: number }[] = [];
  let missing = 0;
  for (const hash of hashes) {
    const added = await addAttachment(hash, job, archive, follow);
    if (added === undefined) missing += 1;
    else attachments.push({ hash, bytes: added });
    done += PIECE;
    tell(Math.min(done, all));
  }
  const manifest: BansoManifest = {
    ...{ kind: 'banso-file', format: BANSO_FORMAT, app: job.app, at: job.at, by: job.by },
    ...{ device: job.device, records: job.folder, variant, extent, documents, attachments },
    ...(variant === 'municipalities' && { leftOut }),
    page,
  };
  const content = Buffer.from(`${JSON.stringify(manifest)}\n`);
  await archive.add(MANIFEST_NAME, factsOf(content), [content]);
  await archive.end();
  return missing;
};

/** The readable copy is made while it is written, which takes about as long as all else. */
const HALF = 500;

/** Writes the readable copy, and gathers what else is known of the documents. */
const writePage = async (
  archive: ReturnType<typeof createArchive>,
  { documents }: BansoJob,
  follow: Follow,
  pieces: BansoPieces,
) => {
  const states = new Map<string, DocumentState>();
  const hashes = new Set<string>();
  const digest = createHash('sha256');
  const gathered: Uint8Array[] = [];
  let length = 0;
  let at = 0;
  let leftOut = 0;
  const pages = async function* (): AsyncGenerator<Uint8Array> {
    for await (const { page, attachments, state, leftOut: own = 0 } of pieces) {
      goOn(follow.signal);
      const folder = documents[at]?.folder;
      if (folder !== undefined && state !== undefined) states.set(folder, state);
      for (const hash of attachments) hashes.add(hash);
      leftOut += own;
      digest.update(page);
      gathered.push(page);
      length += page.length;
      // Each write is mostly waiting.
      if (length >= PIECE) {
        yield Buffer.concat(gathered.splice(0));
        length = 0;
      }
      at += 1;
      follow.onProgress((HALF * at) / documents.length, 2 * HALF);
    }
    yield Buffer.concat(gathered);
  };
  const bytes = await archive.addGrowing(PAGE_NAME, pages());
  return { page: { bytes, hash: digest.digest('hex') }, states, hashes, leftOut };
};

const factsOf = (content: Uint8Array) => ({ bytes: content.length, crc: crc32(content) });

const hashOf = (content: Uint8Array): string => hashOnce('sha256', content, 'hex');

/** The logs of the chosen documents, at one moment; none where states go along instead. */
const logsOf = async (
  { records, documents }: BansoJob,
  states: ReadonlyMap<string, DocumentState>,
): Promise<readonly FoundLog[]> => {
  const whole = new Set(documents.flatMap(({ folder }) => (states.has(folder) ? [] : [folder])));
  if (whole.size === 0) return [];
  const { logs } = await scanRecords(records);
  return logs.filter(({ folder }) => whole.has(folder));
};

async function* partsOf(logs: readonly FoundLog[], records: string): AsyncGenerator<Part> {
  for (const log of logs) {
    const read = await readFound(log, records).catch(() => {
      throw new BackupError('UNREAD');
    });
    const { bytes, head } = logPrefix(read);
    if (bytes.length > 0) yield { folder: log.folder, name: log.name, content: bytes, head };
  }
}

/** A log of its own device that holds the state and nothing else. */
const stateOf = (folder: string, state: DocumentState, job: BansoJob): Part => {
  const device = randomId<DeviceId>();
  const draft: FrameDraft = {
    kind: 'checkpoint',
    format: state.format,
    time: job.at,
    author: { id: job.author, name: job.by },
    command: randomCommandId(),
    label: '引継ぎファイル',
    seen: state.seen,
    covers: NO_HEAD,
    update: state.update,
  };
  const header = newFileHeader(documentOf(folder), device, job.folder);
  const encoded = encodeDrafts([draft], FIRST_END, header, undefined);
  if (!encoded.ok) throw new BackupError('TOO_LARGE', encoded.error.refusal);
  const { bytes, heads } = encoded.value;
  return { folder, name: `${device}.log`, content: bytes, head: heads[0] };
};

/** @returns its length; nothing where it is missing, or is not what its name says */
const addAttachment = async (
  hash: string,
  { records }: BansoJob,
  archive: ReturnType<typeof createArchive>,
  { signal }: Follow,
): Promise<number | undefined> => {
  const file = path.join(records, ATTACHMENTS_FOLDER, hash);
  const source = await openNoFollow(file, records, constants.O_RDONLY).catch(() => undefined);
  if (source === undefined) return undefined;
  try {
    const { size } = await source.stat();
    const digest = createHash('sha256');
    let crc = 0;
    // Read twice: what is not its name must not stand in the file, and a CRC stands before its bytes.
    for await (const piece of filePieces(source, size, signal)) {
      digest.update(piece);
      crc = crc32(piece, crc);
    }
    if (digest.digest('hex') !== hash) return undefined;
    await archive.add(
      `attachments/${hash}`,
      { bytes: size, crc },
      filePieces(source, size, signal),
    );
    return size;
  } finally {
    await source.close();
  }
};
