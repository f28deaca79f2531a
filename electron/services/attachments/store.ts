import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { ATTACHMENT_LIMIT, attachmentName } from '#shared/domain/attachment/file-kind.ts';
import type { TakenFile } from '#shared/ipc/attachments.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { draftBeside, removeOldDrafts } from '../drafts.ts';
import {
  FILE_MODE,
  isFault,
  makeFolder,
  openNoFollow,
  SAFE_FLAGS,
  syncFolder,
} from '../safe-files.ts';
import {
  alteredFile,
  changedMeanwhile,
  isEmpty,
  missingFile,
  noFile,
  takeProblem,
  tooLarge,
} from './problems.ts';

/** Where files lie in the records folder. */
export const ATTACHMENTS_FOLDER = 'attachments';
/** How much is read at a time, in bytes. */
const PIECE = 1 << 20;
/** So much stays free for the records themselves, in bytes. */
const LEFT_FREE = 64_000_000;
const DRAFT = /^\.[0-9a-f]{16}\.tmp$/;

/** Why a copy ended early; never leaves this file. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The files of the records folder, by the SHA-256 of their bytes; the same bytes lie there once. */
export type AttachmentStore = ReturnType<typeof createAttachmentStore>;

/** @param recordsFolder which exists */
export const createAttachmentStore = (recordsFolder: string) => {
  const folder = path.join(recordsFolder, ATTACHMENTS_FOLDER);
  const placeOf = (hash: string): string => path.join(folder, hash);
  /** Hashes whose bytes were read whole, with the size and time that the file had then. */
  const proven = new Map<string, string>();
  const state = { isSwept: false };

  /** What a power cut has left of a copy goes. */
  const sweep = async (): Promise<void> => {
    if (state.isSwept) return;
    state.isSwept = true;
    for (const name of await readdir(folder)) {
      if (DRAFT.test(name)) await rm(path.join(folder, name), { force: true });
    }
  };

  const keep = async (
    name: string,
    size: number,
    pieces: () => AsyncIterable<Uint8Array>,
  ): Promise<Result<TakenFile>> => {
    if (size === 0) return fail(isEmpty(name));
    if (size > ATTACHMENT_LIMIT) return fail(tooLarge(name, size));
    try {
      await makeFolder(folder, recordsFolder);
      await sweep();
      await refuseFull(folder, size);
      const draft = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
      try {
        const hash = await writeDraft(draft, name, size, pieces());
        // The same bytes may lie there already: what is not whole is replaced by what is.
        if ((await prove(hash)) === 'whole') await rm(draft);
        else await rename(draft, placeOf(hash));
        await syncFolder(folder);
        return ok({ name, size, hash });
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    } catch (error) {
      return fail(error instanceof Refusal ? error.problem : takeProblem(name, error));
    }
  };

  /** Reads what lies under a hash to its end. @throws the system's error */
  const hashOf = async (hash: string): Promise<string> => {
    const handle = await openNoFollow(placeOf(hash), recordsFolder, constants.O_RDONLY);
    try {
      const sum = createHash('sha256');
      for await (const piece of piecesOf(handle)) sum.update(piece);
      return sum.digest('hex');
    } finally {
      await handle.close();
    }
  };

  /** Whether the bytes of a hash are all there, and no others. */
  const prove = async (hash: string): Promise<'whole' | 'missing' | 'altered'> => {
    try {
      const { size, mtimeMs } = await lstat(placeOf(hash));
      const now = `${size} ${mtimeMs}`;
      if (proven.get(hash) === now) return 'whole';
      if ((await hashOf(hash)) !== hash) return 'altered';
      proven.set(hash, now);
      return 'whole';
    } catch (error) {
      return isFault(error, 'ENOENT') ? 'missing' : 'altered';
    }
  };

  return {
    prove,
    /** Copies a file that staff have chosen or dropped. Never throws. */
    takeFile: async (from: string): Promise<Result<TakenFile>> => {
      const name = attachmentName(path.basename(from));
      try {
        if ((await lstat(from)).isDirectory()) return fail(noFile(name));
        const handle = await openNoFollow(from, path.dirname(from), constants.O_RDONLY);
        try {
          const { size } = await handle.stat();
          return await keep(name, size, () => unchanged(handle, from, name));
        } finally {
          await handle.close();
        }
      } catch (error) {
        return fail(takeProblem(name, error));
      }
    },
    /** Keeps what was pasted, or dropped without being a file. Never throws. */
    takeBytes: (given: string, bytes: Uint8Array): Promise<Result<TakenFile>> =>
      keep(attachmentName(given), bytes.length, async function* () {
        yield bytes;
      }),
    /** Writes the bytes of a hash to a new file, which gets its name when they were proven on the way. */
    copyTo: async (hash: string, name: string, to: string): Promise<Result<null>> => {
      await removeOldDrafts(path.dirname(to), Date.now());
      const draft = draftBeside(to);
      try {
        const handle = await openNoFollow(placeOf(hash), recordsFolder, constants.O_RDONLY).catch(
          (error: unknown) => {
            throw isFault(error, 'ENOENT') ? new Refusal(missingFile(name)) : error;
          },
        );
        try {
          const { size } = await handle.stat();
          if ((await writeDraft(draft, name, size, piecesOf(handle))) !== hash) {
            throw new Refusal(alteredFile(name));
          }
        } finally {
          await handle.close();
        }
        await rename(draft, to);
        return ok(null);
      } catch (error) {
        await rm(draft, { force: true });
        if (error instanceof Refusal) return fail(error.problem);
        throw error;
      }
    },
  };
};

/** @returns the SHA-256 of what was written, flushed */
const writeDraft = async (
  draft: string,
  name: string,
  size: number,
  pieces: AsyncIterable<Uint8Array>,
): Promise<string> => {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | SAFE_FLAGS;
  const handle = await open(draft, flags, FILE_MODE);
  try {
    const sum = createHash('sha256');
    const written = { bytes: 0 };
    for await (const piece of pieces) {
      written.bytes += piece.length;
      if (written.bytes > size) throw new Refusal(changedMeanwhile(name));
      sum.update(piece);
      await handle.writeFile(piece);
    }
    if (written.bytes !== size) throw new Refusal(changedMeanwhile(name));
    await handle.sync();
    return sum.digest('hex');
  } finally {
    await handle.close();
  }
};

async function* piecesOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PIECE);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, PIECE, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The bytes of a file that nobody has changed, or put another in place of, while they were read. */
async function* unchanged(
  handle: FileHandle,
  from: string,
  name: string,
): AsyncGenerator<Uint8Array> {
  const before = await handle.stat({ bigint: true });
  yield* piecesOf(handle);
  const after = await handle.stat({ bigint: true });
  const there = await stat(from, { bigint: true }).catch(() => undefined);
  const isSame =
    after.size === before.size && after.mtimeNs === before.mtimeNs && there?.ino === before.ino;
  if (!isSame) throw new Refusal(changedMeanwhile(name));
}

/** Says before the first byte that the disk has no room for them all. */
const refuseFull = async (folder: string, size: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= size + LEFT_FREE) return;
  throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
};
