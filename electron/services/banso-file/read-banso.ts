import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  type BansoManifest,
  documentOf,
  entriesOf,
  MANIFEST_NAME,
  readBansoManifest,
} from '#shared/banso-file/manifest.ts';
import { HEADER_SPACE, readFileHeader } from '#shared/documents/file-header.ts';
import { deviceOfSource, isSourceName } from '#shared/ipc/logs.ts';
import { BackupError, goOn } from '../backup/backup-error.ts';
import { inParallel } from '../backup/in-parallel.ts';
import type { Follow } from '../backup/make-backup.ts';
import { type ArchivedFile, archivedPieces, listArchive } from './archive.ts';

const MAX_MANIFEST_BYTES = 32 * 1024 * 1024;

const WIDTH = 4;

/** Hears the bytes of each file within that is not the manifest or the page; of some at a time. */
export type TakeOut = (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * Reads a .banso file to its end: its list, its manifest, and every byte of every file, by CRC and by
 * SHA-256; each log says that it is of its folder's document and of its name's device.
 * @throws OTHER for what is no such file, NEWER, DAMAGED, CANCELLED, or the system's error
 */
export const readBanso = async (
  handle: FileHandle,
  { signal, onProgress }: Follow,
  takeOut?: TakeOut,
): Promise<BansoManifest> => {
  const files = await listArchive(handle);
  const manifest = await manifestOf(handle, files);
  const entries = entriesOf(manifest);
  if (entries.length + 1 !== files.length) throw new BackupError('DAMAGED', 'entries');
  const all = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  let done = 0;
  // A flush is mostly waiting: meanwhile others are read.
  await inParallel([...entries.entries()], WIDTH, async ([index, entry]) => {
    goOn(signal);
    const file = files[index];
    if (file?.name !== entry.name || file.bytes !== entry.bytes) {
      throw new BackupError('DAMAGED', 'entry');
    }
    const isCargo = /^(logs|attachments)\//.test(entry.name);
    const checked = checkedPieces(handle, file, entry.hash, signal);
    if (isCargo && takeOut !== undefined) await takeOut(entry.name, checked);
    else for await (const _ of checked);
    done += entry.bytes;
    onProgress(done, all);
  });
  return manifest;
};

const manifestOf = async (
  handle: FileHandle,
  files: readonly ArchivedFile[],
): Promise<BansoManifest> => {
  const last = files.at(-1);
  if (last?.name !== MANIFEST_NAME || last.bytes > MAX_MANIFEST_BYTES) {
    throw new BackupError('DAMAGED', 'no manifest');
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of archivedPieces(handle, last)) pieces.push(piece);
  const reading = readBansoManifest(Buffer.concat(pieces).toString('utf8'));
  if (reading.kind === 'newer') throw new BackupError('NEWER');
  if (reading.kind === 'damaged') throw new BackupError('DAMAGED', 'manifest');
  return reading.manifest;
};

async function* checkedPieces(
  handle: FileHandle,
  file: ArchivedFile,
  hash: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  let isFirst = true;
  for await (const piece of archivedPieces(handle, file)) {
    goOn(signal);
    if (isFirst) checkLog(file.name, piece);
    isFirst = false;
    digest.update(piece);
    yield piece;
  }
  if (digest.digest('hex') !== hash) throw new BackupError('DAMAGED', 'hash');
}

/** A log in another document's folder, or under another device's name, is a file that somebody has made up. */
const checkLog = (name: string, start: Uint8Array): void => {
  const [first, folder = '', file = ''] = name.split('/');
  if (first !== 'logs') return;
  const source = file.slice(0, -'.log'.length);
  const reading = readFileHeader(start.subarray(0, HEADER_SPACE));
  if (reading.kind === 'unknown') throw new BackupError('NEWER');
  const isRight =
    reading.kind === 'header' &&
    isSourceName(source) &&
    reading.header.document === documentOf(folder) &&
    reading.header.device === deviceOfSource(source);
  if (!isRight) throw new BackupError('DAMAGED', 'foreign log');
};
