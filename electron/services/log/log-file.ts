import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Damage, Frame, FrameDraft, Head } from '#shared/documents/frame.ts';
import { encodeFrame } from '#shared/documents/frame-codec.ts';
import { countSinceCheckpoint, readHead, readLog } from '#shared/documents/log-reader.ts';
import type { Append } from '#shared/ipc/contract.ts';

/** Reading so much from the end finds the last frame of nearly every file. */
const TAIL_BYTES = 64 * 1024;

/** What is known of a file: enough to append to it without reading it again. */
export type FileState = {
  readonly head: Head;
  readonly size: number;
  readonly sinceCheckpoint: number;
};

export type FileReading = FileState & {
  readonly bytes: Uint8Array;
  readonly frames: readonly Frame[];
  /** Where each frame begins in the bytes. */
  readonly starts: readonly number[];
  /** What no later checkpoint has healed. */
  readonly damage: readonly Damage[];
  readonly end: number;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Reads a whole log file; a missing file is an empty one. */
export const readLogFile = async (path: string, start: Head): Promise<FileReading> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return new Uint8Array();
    throw error;
  });
  const reading = readLog(bytes, start);
  return {
    ...reading,
    bytes,
    damage: reading.damage.slice(reading.healed),
    size: bytes.length,
    sinceCheckpoint: countSinceCheckpoint(reading.frames),
  };
};

/** The place of a file's last frame, read from its end where that is enough. */
export const readFileHead = async (path: string, start: Head): Promise<Head> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = new Uint8Array(Math.min(size, TAIL_BYTES));
    await file.read(tail, 0, tail.length, size - tail.length);
    return readHead(tail) ?? (await readLogFile(path, start)).head;
  } finally {
    await file.close();
  }
};

/**
 * Reads our own file to go on writing it. Bytes of a frame that a power cut left unfinished
 * are kept in a file beside it, and the log ends with a whole frame again.
 */
export const readForWriting = async (path: string, start: Head): Promise<FileReading> => {
  const reading = await readLogFile(path, start);
  if (reading.end === reading.size) return reading;
  const torn = reading.bytes.subarray(reading.end);
  await writeFile(`${path}.torn-${reading.end}-${reading.size}`, torn);
  const file = await open(path, 'r+');
  try {
    await file.truncate(reading.end);
    await file.sync();
  } finally {
    await file.close();
  }
  return { ...reading, size: reading.end };
};

/**
 * Appends frames and returns once the disk has them.
 * @throws when the disk refuses; the file is then as long as before
 */
export const appendFrames = async (
  path: string,
  state: FileState,
  entries: readonly Append[],
): Promise<readonly FileState[]> => {
  const states: FileState[] = [];
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    const next = place(states.at(-1) ?? state, entry.draft, entry.known);
    states.push(next.state);
    parts.push(next.bytes);
  }
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND);
  try {
    await file.writeFile(Buffer.concat(parts));
    await file.datasync();
  } catch (error) {
    await file.truncate(state.size).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
  if (state.size === 0) await syncFolder(dirname(path));
  return states;
};

/** A checkpoint may leave the file's own head behind: it goes on from where the renderer had been. */
const place = (
  state: FileState,
  draft: FrameDraft,
  known: Head,
): { state: FileState; bytes: Uint8Array } => {
  const after = draft.kind === 'checkpoint' && known.seq > state.head.seq ? known : state.head;
  const { bytes, head } = encodeFrame(draft, after);
  return {
    bytes,
    state: {
      head,
      size: state.size + bytes.length,
      sinceCheckpoint: draft.kind === 'checkpoint' ? 0 : state.sinceCheckpoint + 1,
    },
  };
};

/** A new file survives a power cut only when its folder is flushed too; Windows has no such call. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
