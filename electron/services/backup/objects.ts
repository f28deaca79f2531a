import { createHash, hash as hashOnce } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isFault, openNoFollow } from '../safe-files.ts';
import { openStream, sealStream } from '../sealing/seal.ts';
import { BackupError, goOn } from './backup-error.ts';
import {
  draftPath,
  listObjects,
  makeGroup,
  objectPath,
  readSealed,
  storedName,
  syncTarget,
  type Target,
  writeSealed,
} from './target.ts';

/** Pieces of files under the SHA-256 of their content: what has been stored once is never stored again. */
export type Objects = {
  readonly has: (hash: string) => boolean;
  /** Stores a piece unless it is there. @returns its name, and how many bytes were written */
  readonly put: (bytes: Uint8Array) => Promise<{ readonly hash: string; readonly added: number }>;
  /** As `put`, for a whole file of any length that is named by its content already. */
  readonly putFile: (file: FileToPut, signal: AbortSignal) => Promise<number>;
  /** Makes the names durable of what was stored. */
  readonly settle: () => Promise<void>;
};

export type FileToPut = { readonly path: string; readonly below: string; readonly hash: string };

const PIECE_BYTES = 1024 * 1024;

/** @param owner names half-written files, so that a later run finds them */
export const openObjects = async (target: Target, owner: string): Promise<Objects> => {
  const there = await listObjects(target);
  const groups = new Set<string>();
  /** Two files may hold the same piece at the same time. */
  const coming = new Map<string, Promise<number>>();

  const store = async (hash: string, write: () => Promise<number>): Promise<number> => {
    const name = storedName(target, hash);
    if (there.has(name)) return 0;
    const begun = coming.get(hash);
    if (begun !== undefined) {
      await begun;
      return 0;
    }
    const writing = makeGroup(target, hash).then((group) => {
      groups.add(group);
      return write();
    });
    coming.set(hash, writing);
    try {
      const added = await writing;
      there.add(name);
      return added;
    } finally {
      coming.delete(hash);
    }
  };

  return {
    has: (hash) => there.has(storedName(target, hash)),
    put: async (bytes) => {
      const hash = hashOf(bytes);
      const added = await store(hash, async () => {
        await writeSealed(target, objectPath(target, hash), bytes, owner);
        return bytes.length;
      });
      return { hash, added };
    },
    putFile: (file, signal) => store(file.hash, () => copyIn(target, file, owner, signal)),
    settle: () => syncTarget(target, groups),
  };
};

export const hashOf = (bytes: Uint8Array): string => hashOnce('sha256', bytes, 'hex');

/**
 * Copies a file into the objects, piece by piece; its content is checked on the way and once more as
 * the target gives it back.
 * @throws DAMAGED when it is not what its name says
 */
const copyIn = async (
  target: Target,
  { path: file, below, hash }: FileToPut,
  owner: string,
  signal: AbortSignal,
): Promise<number> => {
  const draft = draftPath(target, owner);
  try {
    const source = await openNoFollow(file, below, constants.O_RDONLY).catch(() => {
      throw new BackupError('UNREAD');
    });
    const copy = await open(draft, 'wx+').catch(async (error: unknown) => {
      await source.close();
      throw error;
    });
    try {
      const { key } = target;
      const told = noting(piecesOf(source, signal));
      const sealed = key === undefined ? told.pieces : sealStream(told.pieces, key);
      for await (const piece of sealed) await copy.writeFile(piece);
      if (told.hash() !== hash) throw new BackupError('DAMAGED');
      await copy.sync();
      if ((await digestOf(opened(target, copy, signal))) !== hash) throw new BackupError('UNTRUE');
      await rename(draft, path.join(target.root, objectPath(target, hash)));
      return told.length();
    } finally {
      await source.close();
      await copy.close();
    }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** Passes pieces on, and knows afterwards what they were together. */
const noting = (pieces: AsyncIterable<Uint8Array>) => {
  const digest = createHash('sha256');
  let length = 0;
  const passOn = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      digest.update(piece);
      length += piece.length;
      yield piece;
    }
  };
  return {
    pieces: passOn(),
    length: (): number => length,
    hash: (): string => digest.digest('hex'),
  };
};

const digestOf = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const digest = createHash('sha256');
  for await (const piece of pieces) digest.update(piece);
  return digest.digest('hex');
};

/** The content of a file that stands in a backup folder. */
const opened = (
  { key }: Target,
  handle: FileHandle,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> => {
  const pieces = piecesOf(handle, signal);
  return key === undefined ? pieces : openStream(pieces, key);
};

async function* piecesOf(handle: FileHandle, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PIECE_BYTES);
  for (let at = 0; ; ) {
    goOn(signal);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** An object's bytes. @throws DAMAGED when it is missing or is not what its name says */
export const readObject = async (
  target: Target,
  hash: string,
  limit: number,
): Promise<Uint8Array> => {
  const file = objectPath(target, hash);
  const bytes = await readSealed(target, file, limit).catch((error: unknown) => {
    if (isFault(error, 'EFBIG', 'DAMAGED')) return undefined;
    throw error;
  });
  if (bytes === undefined || hashOf(bytes) !== hash) throw new BackupError('DAMAGED', hash);
  return bytes;
};

/** Copies an object of any length to a new file. @throws DAMAGED as `readObject` */
export const copyObject = async (
  target: Target,
  hash: string,
  to: FileHandle,
  signal: AbortSignal,
): Promise<number> => {
  const file = path.join(target.root, objectPath(target, hash));
  const source = await openNoFollow(file, target.root, constants.O_RDONLY).catch(
    (error: unknown) => {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw isGone ? new BackupError('DAMAGED', hash) : error;
    },
  );
  try {
    const told = noting(opened(target, source, signal));
    for await (const piece of told.pieces) await to.writeFile(piece);
    if (told.hash() !== hash) throw new BackupError('DAMAGED', hash);
    return told.length();
  } finally {
    await source.close();
  }
};
