import { constants, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type DocumentId, documentOfFolder } from '#shared/documents/document-id.ts';
import { HEADER_SPACE, identityOf, readFileHeader } from '#shared/documents/file-header.ts';
import { type Head, NO_HEAD } from '#shared/documents/frame.ts';
import {
  decodeFrame,
  hasMagicAt,
  isBodyWhole,
  readFrameHeader,
} from '#shared/documents/frame-codec.ts';
import {
  deviceOfSource,
  isSourceName,
  type LogFile,
  type LogFiles,
  type SourceName,
} from '#shared/ipc/logs.ts';
import type { Problem } from '#shared/result.ts';
import { isFault, openNoFollow } from '../safe-files.ts';
import type { LogReader } from './log-reader.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { asReadProblem, strangeFolderProblem } from './problems.ts';

export const EXTENSION = '.log';
/** Reading so much from the end finds the last frame of nearly every file. */
const TAIL_BYTES = 64 * 1024;
const PARALLEL_READS = 16;

type Place = {
  readonly document: DocumentId;
  readonly source: SourceName;
  readonly path: string;
};

type Listing = Pick<LogFiles, 'closed' | 'problems'> & { readonly places: readonly Place[] };

/**
 * Every log file there is. A folder that cannot be looked into stops no other.
 * @throws the system's error when the folder of all logs is there and cannot be looked into
 */
export const listLogs = async (folder: string): Promise<Listing> => {
  const places: Place[] = [];
  const closed: LogFiles['closed'][number][] = [];
  const problems: Problem[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (!isFault(error, 'ENOENT')) throw error;
    return [] as Dirent[];
  });
  for (const entry of entries) {
    const document = documentOfFolder(entry.name);
    if (document === undefined || !entry.isDirectory()) {
      // Whatever a later version, or somebody's hand, has put there.
      if (entry.isDirectory()) problems.push(strangeFolderProblem());
      continue;
    }
    try {
      for (const file of await readdir(path.join(folder, entry.name))) {
        const source = file.slice(0, -EXTENSION.length);
        if (!file.endsWith(EXTENSION) || !isSourceName(source)) continue;
        places.push({ document, source, path: path.join(folder, entry.name, file) });
      }
    } catch (error) {
      closed.push({ document, problem: asReadProblem(error) });
    }
  }
  return { places, closed, problems };
};

/** Where each file ends. One that cannot be read says so, and stops no other. */
export const readHeads = async (
  places: readonly Place[],
  below: string,
  read: LogReader,
): Promise<readonly LogFile[]> => {
  const files: LogFile[] = [];
  for (let at = 0; at < places.length; at += PARALLEL_READS) {
    const batch = places.slice(at, at + PARALLEL_READS).map(async (place): Promise<LogFile> => {
      const { document, source } = place;
      try {
        return { document, source, ...(await readHead(place, below, read)) };
      } catch (error) {
        return { document, source, head: NO_HEAD, problem: asReadProblem(error) };
      }
    });
    files.push(...(await Promise.all(batch)));
  }
  return files;
};

const readHead = async (
  place: Place,
  below: string,
  read: LogReader,
): Promise<Pick<LogFile, 'head' | 'size' | 'isNewer'>> => {
  const device = deviceOfSource(place.source);
  const { head, size } = await readLastFrame(place, below);
  if (head !== undefined) return { head, size };
  const { part } = await read({
    path: place.path,
    below,
    limit: undefined,
    document: place.document,
    device,
    known: NO_HEAD,
    whole: false,
  });
  return part.isNewer ? { head: part.head, size, isNewer: true } : { head: part.head, size };
};

/** The file's size, and its last frame from its beginning and end alone; undefined where that is not enough. */
const readLastFrame = async (
  { path: file, document, source }: Place,
  below: string,
): Promise<{ readonly head: Head | undefined; readonly size: number }> => {
  const handle = await openNoFollow(file, below, constants.O_RDONLY);
  try {
    const { size } = await handle.stat();
    const start = new Uint8Array(Math.min(size, HEADER_SPACE));
    await handle.read(start, 0, start.length, 0);
    const reading = readFileHeader(start);
    if (reading.kind !== 'header') return { head: undefined, size };
    const { header } = reading;
    const isMisplaced = header.document !== document || header.device !== deviceOfSource(source);
    if (isMisplaced) return { head: undefined, size };
    const tail = new Uint8Array(Math.min(size - reading.end, TAIL_BYTES));
    await handle.read(tail, 0, tail.length, size - tail.length);
    return { head: lastFrameIn(tail, identityOf(header, NODE_TOOLS), header.generation), size };
  } finally {
    await handle.close();
  }
};

const lastFrameIn = (
  tail: Uint8Array,
  identity: Uint8Array,
  generation: number,
): Head | undefined => {
  for (let at = tail.length - 4; at >= 0; at -= 1) {
    if (!hasMagicAt(tail, at)) continue;
    const header = readFrameHeader(tail, at);
    if (header === undefined || header.end !== tail.length) continue;
    if (!isBodyWhole(tail, at, header, identity)) return undefined;
    const decoded = decodeFrame(tail, at, header, identity, NODE_TOOLS);
    if (decoded.kind !== 'frame') return undefined;
    return { generation, seq: decoded.frame.seq, hash: decoded.frame.hash };
  }
  return undefined;
};
