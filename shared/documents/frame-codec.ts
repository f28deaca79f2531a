import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { type CommandId, isCommandId } from '../domain/record/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { type ByteReader, readBytes, readFields, writeBytes, writeFields } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { LAYOUT } from './file-header.ts';
import type { Author, Frame, FrameDraft, FrameKind, Head, Seen } from './frame.ts';
import { decodeChained, decodePart, encodeChained, encodePart, type Part } from './frame-parts.ts';
import { HASH_BYTES, type LogTools } from './log-tools.ts';

/*
 * A frame on disk, little-endian. Its header never changes, whatever version writes it:
 *   magic 4 | body length u32 | layout u8 | kind u8 | flags u16 | seq u32 | CRC of the body u32
 *   | CRC of the header u32
 * and its body, as this layout has it:
 *   previous 16, time u48, format u16, fields          `chained`: places, numbers and ids
 *   | length, codec u8, bytes                          the part that can be taken out (frame-parts.ts)
 *   | marks                                            fields outside the hash: redaction, signature
 * The body's CRC begins with the file's identity: a frame that lies in another file is no frame there.
 * hash = SHA-256(identity | header bytes 8–15 | chained | SHA-256(decoded part)), each cut to 16 bytes.
 */
export const MAGIC = Uint8Array.of(0xb5, 0x42, 0x4e, 0x0a);
export const HEADER_BYTES = 24;
export const MAX_UPDATE_BYTES = 64 * 1024 * 1024;
/** Room for what else a frame holds beside the largest update. */
export const MAX_BODY_BYTES = MAX_UPDATE_BYTES + 1024 * 1024;
const MAX_SEQ = 2 ** 32 - 1;
const MAX_FORMAT = 2 ** 16 - 1;
const MAX_TIME = 2 ** 48 - 1;
const MAX_TEXT = 4000;
const MAX_SEEN = 10_000;
/** The high byte of the flags must be understood. */
const MUST_UNDERSTAND = 0xff00;
const JUMP = 0x0001;

const KIND_NUMBERS: Readonly<Record<FrameKind, number>> = {
  update: 1,
  checkpoint: 2,
  adopt: 3,
  erased: 4,
};
const KINDS = new Map<number, FrameKind>(
  (Object.keys(KIND_NUMBERS) as FrameKind[]).map((kind) => [KIND_NUMBERS[kind], kind]),
);
export const CODECS = { plain: 0, deflate: 1 } as const;
export const MARKS = { redaction: 1, signature: 2 } as const;

/** Where a frame goes in its file. */
export type FramePlace = {
  readonly identity: Uint8Array;
  readonly after: Head;
  /** Whether the frames up to `after` are in no file: only a checkpoint may go on from there. */
  readonly jump: boolean;
  /** What the frame before it says; unknown where only the file's end was read. */
  readonly lastSeen: Seen | undefined;
  readonly lastAuthor: Author | undefined;
};

export type Refusal = 'too-large' | 'out-of-range' | 'not-a-checkpoint';

/** Whether a reader would take the draft; a writer refuses what no reader takes. */
const refusalOf = (draft: FrameDraft, { after, jump }: FramePlace): Refusal | undefined => {
  if (draft.update.length > MAX_UPDATE_BYTES) return 'too-large';
  if (draft.label.length > MAX_TEXT || draft.author.name.length > MAX_TEXT) return 'too-large';
  if (draft.seen.length > MAX_SEEN) return 'too-large';
  if (jump && draft.kind !== 'checkpoint') return 'not-a-checkpoint';
  const isPlaced = Number.isInteger(after.seq) && after.seq >= 0 && after.seq < MAX_SEQ;
  const isFormat = Number.isInteger(draft.format) && draft.format >= 1;
  if (!isPlaced || !isFormat || draft.format > MAX_FORMAT) return 'out-of-range';
  if (!isCommandId(draft.command) || !/^[0-9a-f]{0,32}$/.test(draft.author.id)) {
    return 'out-of-range';
  }
  return undefined;
};

/** A clock may say anything; the file holds what fits. */
const storedTime = (time: number): number =>
  Number.isFinite(time) ? Math.min(MAX_TIME, Math.max(0, Math.round(time))) : 0;

/**
 * Gives a draft its place and encodes it.
 * @returns the bytes to append and the head that the file then has
 */
export const encodeFrame = (
  draft: FrameDraft,
  place: FramePlace,
  tools: LogTools,
  salt?: Uint8Array,
): Result<{ readonly bytes: Uint8Array; readonly head: Head }, Refusal> => {
  const refusal = refusalOf(draft, place);
  if (refusal !== undefined) return fail(refusal);
  const { after, identity, lastSeen, lastAuthor, jump } = place;
  const seq = after.seq + 1;
  const chained = encodeChained(
    { ...draft, previous: after.hash, time: storedTime(draft.time) },
    lastSeen,
  );
  const part = encodePart(draft, lastAuthor, salt);
  const deflated = draft.kind === 'checkpoint' ? tools.deflate?.(part) : undefined;
  const body = writeBytes()
    .raw(chained)
    .varint((deflated ?? part).length + 1)
    .u8(deflated === undefined ? CODECS.plain : CODECS.deflate)
    .raw(deflated ?? part)
    .block(writeFields(new Map()))
    .bytes();
  if (body.length > MAX_BODY_BYTES) return fail('too-large');
  const bytes = frameBytes(
    { kind: KIND_NUMBERS[draft.kind], flags: jump ? JUMP : 0, seq },
    body,
    identity,
  );
  const hash = hashOf(identity, bytes.subarray(8, 16), chained, digestOf(part, tools), tools);
  return ok({ bytes, head: { generation: after.generation, seq, hash } });
};

/** Header and body as they stand in the file. */
export const frameBytes = (
  { kind, flags, seq }: { readonly kind: number; readonly flags: number; readonly seq: number },
  body: Uint8Array,
  identity: Uint8Array,
): Uint8Array => {
  const start = writeBytes()
    .raw(MAGIC)
    .u32(body.length)
    .u8(LAYOUT)
    .u8(kind)
    .u16(flags)
    .u32(seq)
    .u32(crc32(body, crc32(identity)))
    .bytes();
  return writeBytes().raw(start).u32(crc32(start)).raw(body).bytes();
};

export const digestOf = (part: Uint8Array, { sha256 }: LogTools): Uint8Array =>
  sha256(part).slice(0, HASH_BYTES);

const hashOf = (
  identity: Uint8Array,
  placed: Uint8Array,
  chained: Uint8Array,
  digest: Uint8Array,
  { sha256 }: LogTools,
): string => {
  const all = new Uint8Array(identity.length + placed.length + chained.length + digest.length);
  all.set(identity);
  all.set(placed, identity.length);
  all.set(chained, identity.length + placed.length);
  all.set(digest, identity.length + placed.length + chained.length);
  return bytesToHex(sha256(all).subarray(0, HASH_BYTES));
};

/** What a frame's first 24 bytes say: they mean the same in every version. */
export type FrameHeader = {
  readonly bodyLength: number;
  readonly layout: number;
  readonly kind: number;
  readonly flags: number;
  readonly seq: number;
  readonly bodyCrc: number;
  /** Where the frame ends. */
  readonly end: number;
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const hasMagicAt = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === MAGIC[0] &&
  bytes[at + 1] === MAGIC[1] &&
  bytes[at + 2] === MAGIC[2] &&
  bytes[at + 3] === MAGIC[3];

/** The header that stands at `at`; undefined where none does, or its CRC is wrong. */
export const readFrameHeader = (bytes: Uint8Array, at: number): FrameHeader | undefined => {
  if (at + HEADER_BYTES > bytes.length || !hasMagicAt(bytes, at)) return undefined;
  const view = viewOf(bytes);
  const crc = view.getUint32(at + 20, true);
  if (crc32(bytes.subarray(at, at + 20)) !== crc) return undefined;
  const bodyLength = view.getUint32(at + 4, true);
  if (bodyLength > MAX_BODY_BYTES) return undefined;
  return {
    bodyLength,
    layout: view.getUint8(at + 8),
    kind: view.getUint8(at + 9),
    flags: view.getUint16(at + 10, true),
    seq: view.getUint32(at + 12, true),
    bodyCrc: view.getUint32(at + 16, true),
    end: at + HEADER_BYTES + bodyLength,
  };
};

/** Whether a frame says of itself that it is a whole state. */
export const isCheckpoint = ({ layout, kind }: FrameHeader): boolean =>
  layout === LAYOUT && kind === KIND_NUMBERS.checkpoint;

/** Whether a frame says of itself that nothing but this version is needed to understand it, and that it erases nothing. */
export const isOrdinary = ({ layout, kind, flags }: FrameHeader): boolean =>
  layout === LAYOUT &&
  (flags & MUST_UNDERSTAND) === 0 &&
  KINDS.has(kind) &&
  kind !== KIND_NUMBERS.erased;

export const isBodyWhole = (
  bytes: Uint8Array,
  at: number,
  header: FrameHeader,
  identity: Uint8Array,
): boolean =>
  header.end <= bytes.length &&
  crc32(bytes.subarray(at + HEADER_BYTES, header.end), crc32(identity)) === header.bodyCrc;

/** A frame as it stands in its file: what it leaves out is said by the frames before it. */
export type BareFrame = Omit<Frame, 'seen' | 'author' | 'generation'> & {
  readonly seen: Seen | undefined;
  readonly author: { readonly id: string; readonly name: string | undefined };
};

export type Decoded =
  | { readonly kind: 'frame'; readonly frame: BareFrame }
  /** Whole, and of a later version: layout, kind, codec, a flag or a field that must be understood. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'damaged' };

/** Reads a frame whose header and body are whole (`isBodyWhole`). */
export const decodeFrame = (
  bytes: Uint8Array,
  at: number,
  header: FrameHeader,
  identity: Uint8Array,
  tools: LogTools,
): Decoded => {
  const kind = KINDS.get(header.kind);
  const isKnown = header.layout === LAYOUT && (header.flags & MUST_UNDERSTAND) === 0;
  if (kind === undefined || !isKnown) return { kind: 'unknown' };
  const body = bytes.subarray(at + HEADER_BYTES, header.end);
  try {
    const reader = readBytes(body);
    const chained = decodeChained(reader);
    const chainedBytes = body.subarray(0, reader.at());
    const { part, digest, isRedacted } = readPart(reader, tools);
    if (chained === 'unknown' || part === 'unknown') return { kind: 'unknown' };
    const frame: BareFrame = {
      kind,
      seq: header.seq,
      jump: (header.flags & JUMP) !== 0,
      redacted: isRedacted,
      hash: hashOf(identity, bytes.subarray(at + 8, at + 16), chainedBytes, digest, tools),
      previous: chained.previous,
      time: chained.time,
      format: chained.format,
      seen: chained.seen,
      command: part.command,
      author: part.author,
      label: part.label,
      update: part.update,
    };
    if (chained.covers !== undefined) Object.assign(frame, { covers: chained.covers });
    return { kind: 'frame', frame };
  } catch {
    return { kind: 'damaged' };
  }
};

const NO_COMMAND = '0000000000000000' as CommandId;
const NOTHING: Part = {
  command: NO_COMMAND,
  author: { id: '', name: undefined },
  label: '',
  update: Uint8Array.of(0, 0),
};

const readPart = (
  reader: ByteReader,
  tools: LogTools,
): {
  readonly part: Part | 'unknown';
  readonly digest: Uint8Array;
  readonly isRedacted: boolean;
} => {
  const stored = reader.block();
  const marks = readFields(reader.block());
  const kept = marks.get(MARKS.redaction);
  const isUnknown = [...marks.keys()].some((tag) => tag % 2 === 1 && tag !== MARKS.redaction);
  if (isUnknown) return { part: 'unknown', digest: new Uint8Array(), isRedacted: false };
  // A redacted checkpoint is dropped whole.
  if (stored.length === 0 && kept !== undefined)
    return { part: NOTHING, digest: kept, isRedacted: true };
  const coded = stored.subarray(1);
  const plain = decoded(coded, stored[0] ?? 0, tools);
  if (plain === undefined) return { part: 'unknown', digest: new Uint8Array(), isRedacted: false };
  return {
    part: decodePart(plain),
    digest: kept ?? digestOf(plain, tools),
    isRedacted: kept !== undefined,
  };
};

/** @throws when the bytes are not what their codec says */
const decoded = (coded: Uint8Array, codec: number, tools: LogTools): Uint8Array | undefined => {
  if (codec === CODECS.plain) return coded;
  if (codec === CODECS.deflate) return tools.inflate?.(coded, MAX_BODY_BYTES);
  return undefined;
};

/** The hash as bytes, for a place that has none: sixteen zeros. */
export const hashBytes = (hash: string): Uint8Array =>
  hash === '' ? new Uint8Array(HASH_BYTES) : hexToBytes(hash);
