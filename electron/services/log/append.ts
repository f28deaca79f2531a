import { constants } from 'node:fs';
import path from 'node:path';
import {
  encodeFileHeader,
  type FileHeader,
  genesisOf,
  identityOf,
} from '#shared/documents/file-header.ts';
import type { FrameDraft, Head } from '#shared/documents/frame.ts';
import { encodeFrame, type Refusal } from '#shared/documents/frame-codec.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isFault, makeFolder, openNoFollow, setAsideName, syncFolder } from '../safe-files.ts';
import { NODE_TOOLS } from './node-tools.ts';
import type { FileEnd } from './read-part.ts';

/** Frames as bytes, and what the file's end is once they are on the disk. */
export type Encoded = {
  readonly bytes: Uint8Array;
  readonly heads: readonly Head[];
  readonly fileEnd: FileEnd;
};

/**
 * Encodes drafts to follow a file's end.
 * @param header the file's header; it is written first where the file has none
 * @param salt random bytes for each part; given where the same file has to come out again
 * @param jumpFrom the head from which the first draft, a checkpoint, goes on instead of the file's
 */
export const encodeDrafts = (
  drafts: readonly FrameDraft[],
  fileEnd: FileEnd,
  header: FileHeader,
  jumpFrom: Head | undefined,
  salt?: () => Uint8Array,
): Result<Encoded, { readonly index: number; readonly refusal: Refusal }> => {
  const isNew = fileEnd.header === undefined;
  const parts: Uint8Array[] = isNew ? [encodeFileHeader(header)] : [];
  const identity = identityOf(header, NODE_TOOLS);
  const heads: Head[] = [];
  let { head, lastSeen, lastAuthor, checkpointBytes, bytesSince } = fileEnd;
  if (isNew) head = genesisOf(header, NODE_TOOLS);
  for (const [index, draft] of drafts.entries()) {
    const jump = index === 0 && jumpFrom !== undefined;
    const after = jump ? { ...jumpFrom, generation: header.generation } : head;
    const place = { identity, after, jump, lastSeen, lastAuthor };
    const encoded = encodeFrame(draft, place, NODE_TOOLS, salt?.());
    if (!encoded.ok) return fail({ index, refusal: encoded.error });
    const { bytes } = encoded.value;
    head = encoded.value.head;
    heads.push(head);
    parts.push(bytes);
    lastSeen = draft.seen;
    lastAuthor = draft.author;
    if (draft.kind === 'checkpoint') [checkpointBytes, bytesSince] = [bytes.length, 0];
    else bytesSince += bytes.length;
  }
  const bytes = Buffer.concat(parts);
  const end = fileEnd.end + bytes.length;
  return ok({
    bytes,
    heads,
    fileEnd: { header, head, end, lastSeen, lastAuthor, checkpointBytes, bytesSince },
  });
};

/** The end of the file could not be made what it was: nothing may be written behind it. */
export class StuckError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the end of a failed write could not be cut off');
    this.code = code;
  }
}

/**
 * Appends bytes and returns once the disk has them.
 * @param end where the file must end now; a file that another process has made longer is not touched
 * @throws the system's error, and the file is then as long as before; a `StuckError` when it is not
 */
export const appendBytes = async (
  file: string,
  below: string,
  end: number,
  bytes: Uint8Array,
): Promise<void> => {
  const folder = path.dirname(file);
  await makeFolder(folder, below);
  const handle = await openNoFollow(
    file,
    below,
    constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
  );
  try {
    const { size } = await handle.stat();
    if (size !== end) throw Object.assign(new Error('somebody else writes'), { code: 'EBUSY' });
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } catch (error) {
      await cut(handle, end);
      throw error;
    }
  } finally {
    await handle.close();
  }
  if (end === 0) await syncFolder(folder);
};

type Cuttable = {
  readonly truncate: (length: number) => Promise<void>;
  readonly datasync: () => Promise<void>;
};

const cut = async (handle: Cuttable, end: number): Promise<void> => {
  try {
    await handle.truncate(end);
    await handle.datasync();
  } catch (error) {
    throw new StuckError(
      error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN',
    );
  }
};

/** Cuts a file to where its last flush had ended. @throws a `StuckError` when the system refuses */
export const cutBack = async (file: string, below: string, end: number): Promise<void> => {
  const handle = await openNoFollow(file, below, constants.O_WRONLY).catch((error: unknown) => {
    if (isFault(error, 'ENOENT')) return undefined;
    throw new StuckError('UNKNOWN');
  });
  if (handle === undefined) return;
  try {
    await cut(handle, end);
  } finally {
    await handle.close();
  }
};

/**
 * Makes our own file end with a whole frame again. What a power cut left behind it is kept beside the
 * file first, and flushed.
 */
export const cutTorn = async (
  file: string,
  below: string,
  end: number,
  now: Date,
): Promise<void> => {
  const handle = await openNoFollow(file, below, constants.O_RDWR);
  try {
    const { size } = await handle.stat();
    if (size <= end) return;
    const torn = new Uint8Array(size - end);
    await handle.read(torn, 0, torn.length, end);
    if (torn.some((byte) => byte !== 0)) {
      const aside = await openNoFollow(
        setAsideName(file, 'torn', now),
        below,
        constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
      );
      try {
        await aside.writeFile(torn);
        await aside.sync();
      } finally {
        await aside.close();
      }
      await syncFolder(path.dirname(file));
    }
    await handle.truncate(end);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
