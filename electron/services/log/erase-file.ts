import { constants } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { encodeFileHeader, genesisOf, identityOf } from '#shared/documents/file-header.ts';
import { type FrameDraft, NO_HEAD, sameHead } from '#shared/documents/frame.ts';
import { readFrameHeader } from '#shared/documents/frame-codec.ts';
import { type LogReading, readLog } from '#shared/documents/log-reader.ts';
import { redactFrame } from '#shared/documents/redaction.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import type { EraseAnswer, ErasedFile, Redaction } from '#shared/ipc/logs.ts';
import { isFault, openNoFollow, syncFolder } from '../safe-files.ts';
import { encodeDrafts } from './append.ts';
import { MAX_LOG_BYTES } from './log-reader.ts';
import { NODE_TOOLS } from './node-tools.ts';
import { FIRST_END } from './read-part.ts';

type Place = { readonly document: DocumentId; readonly device: DeviceId };

type Work = Omit<ErasedFile, 'source'> & { readonly drafts: readonly FrameDraft[] };

/** Ends with no name that is taken for a log; a power cut may leave it, and the next rewriting removes it. */
const DRAFT = '.rewritten';

/**
 * Rewrites one log file as a new generation, from which what is erased is gone: written beside it, flushed,
 * read back, and only then put in its place. What was set aside of the file goes as well.
 * @throws the system's error, or that the new file does not say what the old one said; the old one stands then
 */
export const eraseInFile = async (
  file: string,
  below: string,
  place: Place,
  { known, redactions, drafts }: Work,
): Promise<EraseAnswer> => {
  const before = await bytesOf(file, below);
  const reading = readLog(before, place, NODE_TOOLS);
  if (!sameHead(reading.head, known) || reading.unknownFrom !== undefined) return 'changed';
  const after = rewritten(before, reading, redactions, drafts);
  verify(after, reading, place, drafts.length);
  await replace(file, below, after, reading, place, drafts.length);
  await clearSetAside(file);
  return 'erased';
};

const bytesOf = async (file: string, below: string): Promise<Uint8Array> => {
  const handle = await openNoFollow(file, below, constants.O_RDONLY);
  try {
    const { size } = await handle.stat();
    if (size > MAX_LOG_BYTES) throw fault('EFBIG');
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

const fault = (code: string): Error => Object.assign(new Error('not rewritten'), { code });

/** Frames as they stand, but for what is erased; what makes no frame stays behind with the old file. */
const rewritten = (
  before: Uint8Array,
  { header: old, frames, starts, head }: LogReading,
  redactions: readonly Redaction[],
  drafts: readonly FrameDraft[],
): Uint8Array => {
  if (old === undefined) throw fault('NO_HEADER');
  const header = { ...old, generation: old.generation + 1 };
  // The generation is no part of it: every hash of the file stays what it is.
  const identity = identityOf(header, NODE_TOOLS);
  const erased = new Map(redactions.map((each) => [each.hash, each]));
  const parts: Uint8Array[] = [encodeFileHeader(header)];
  for (const [index, frame] of frames.entries()) {
    const start = starts[index] ?? 0;
    const bytes = before.subarray(start, readFrameHeader(before, start)?.end);
    const redaction = erased.get(frame.hash);
    if (redaction === undefined) {
      parts.push(bytes);
      continue;
    }
    const { update, keepsAuthor } = redaction;
    const redacted = redactFrame(bytes, { update, author: keepsAuthor }, identity, NODE_TOOLS);
    if (!redacted.ok) throw fault(redacted.error);
    parts.push(redacted.value);
  }
  const last = head.seq === 0 ? genesisOf(header, NODE_TOOLS) : head;
  // The author is said once more: the name of before may have been erased.
  const end = { ...FIRST_END, header, head: { ...last, generation: header.generation } };
  const encoded = encodeDrafts(drafts, end, header, undefined);
  if (!encoded.ok) throw fault(encoded.error.refusal);
  return Buffer.concat([...parts, encoded.value.bytes]);
};

/** The new file has to say all that the old one said, in the same chain, and what was added. */
const verify = (after: Uint8Array, before: LogReading, place: Place, added: number): void => {
  const { frames, damage, unknownFrom, head } = readLog(after, place, NODE_TOOLS);
  const isWhole =
    unknownFrom === undefined &&
    frames.length === before.frames.length + added &&
    before.frames.every(
      ({ hash, seq }, at) => frames[at]?.hash === hash && frames[at].seq === seq,
    ) &&
    damage.every(({ kind }) => kind === 'missing-frames' || kind === 'broken-chain') &&
    head.generation === (before.header?.generation ?? NO_HEAD.generation) + 1;
  if (!isWhole) throw fault('NOT_THE_SAME');
};

const replace = async (
  file: string,
  below: string,
  bytes: Uint8Array,
  before: LogReading,
  place: Place,
  added: number,
): Promise<void> => {
  const draft = `${file}${DRAFT}`;
  await rm(draft, { force: true });
  const handle = await openNoFollow(
    draft,
    below,
    constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
  );
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    verify(await bytesOf(draft, below), before, place, added);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
};

/** Ends that a power cut had left, and drafts: they may hold what was erased. */
const clearSetAside = async (file: string): Promise<void> => {
  const folder = path.dirname(file);
  const beginning = `${path.basename(file)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning)) continue;
    await rm(path.join(folder, name), { force: true }).catch((error: unknown) => {
      if (!isFault(error, 'ENOENT', 'EISDIR')) throw error;
    });
  }
};
