import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { DeviceId } from '../domain/ids.ts';
import { crc32 } from './crc32.ts';
import type { DocumentId } from './document-id.ts';
import type { Frame, FrameDraft, FrameKind, Head } from './frame.ts';

/*
 * A frame on disk, little-endian:
 *   magic 4 | body length u32 | CRC-32 of the body u32 | body
 * and its body:
 *   layout u8 | kind u8 | format u16 | seq u32 | time f64 | previous 16 | hash 16
 *   | author, command, label: u16 length and UTF-8 each | update: the rest
 * The magic is no valid UTF-8, so no text inside a frame can look like a frame's beginning.
 */
export const MAGIC = Uint8Array.of(0xb5, 0x42, 0x4e, 0x0a);
export const HEADER_BYTES = 12;
/** No single frame may be larger: 64 MiB, far above any real state. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

const LAYOUT = 1;
const HASH_BYTES = 16;
const HASH_AT = 32;
const FIXED_BYTES = 48;
const KINDS: readonly FrameKind[] = ['update', 'checkpoint'];

const digest = (...parts: readonly Uint8Array[]): Uint8Array =>
  sha256(concatBytes(...parts)).subarray(0, HASH_BYTES);

/** The hash that stands before a file's first frame; it ties the file to its document and device. */
export const genesis = (document: DocumentId, device: DeviceId): Head => ({
  seq: 0,
  hash: bytesToHex(digest(new TextEncoder().encode(`banso log 1\n${document}\n${device}`))),
});

const text = (value: string): Uint8Array => {
  const bytes = new TextEncoder().encode(value);
  const framed = new Uint8Array(2 + bytes.length);
  new DataView(framed.buffer).setUint16(0, bytes.length, true);
  framed.set(bytes, 2);
  return framed;
};

/**
 * Gives a draft its place behind `after` and encodes it.
 * @returns the bytes to append and the head that the file then has
 */
export const encodeFrame = (
  draft: FrameDraft,
  after: Head,
): { readonly bytes: Uint8Array; readonly head: Head } => {
  const seq = after.seq + 1;
  const fixed = new Uint8Array(FIXED_BYTES);
  const view = new DataView(fixed.buffer);
  view.setUint8(0, LAYOUT);
  view.setUint8(1, KINDS.indexOf(draft.kind));
  view.setUint16(2, draft.format, true);
  view.setUint32(4, seq, true);
  view.setFloat64(8, draft.time, true);
  fixed.set(hexToBytes(after.hash), 16);
  const rest = concatBytes(
    text(draft.author),
    text(draft.command),
    text(draft.label),
    draft.update,
  );
  const hash = digest(fixed.subarray(0, HASH_AT), rest);
  fixed.set(hash, HASH_AT);
  const body = concatBytes(fixed, rest);

  const header = new Uint8Array(HEADER_BYTES);
  header.set(MAGIC);
  const headerView = new DataView(header.buffer);
  headerView.setUint32(4, body.length, true);
  headerView.setUint32(8, crc32(body), true);
  return { bytes: concatBytes(header, body), head: { seq, hash: bytesToHex(hash) } };
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const hasMagicAt = (bytes: Uint8Array, at: number): boolean =>
  MAGIC.every((byte, index) => bytes[at + index] === byte);

/** Where the frame that begins at `at` would end by its own header; undefined without a whole header. */
export const frameEnd = (bytes: Uint8Array, at: number): number | undefined => {
  if (at + HEADER_BYTES > bytes.length || !hasMagicAt(bytes, at)) return undefined;
  const length = viewOf(bytes).getUint32(at + 4, true);
  return length < FIXED_BYTES || length > MAX_BODY_BYTES ? undefined : at + HEADER_BYTES + length;
};

/**
 * Reads the frame that begins at `at`.
 * @returns the frame and where it ends, or undefined where no whole, undamaged frame stands
 */
export const decodeFrame = (
  bytes: Uint8Array,
  at: number,
): { readonly frame: Frame; readonly end: number } | undefined => {
  const end = frameEnd(bytes, at);
  if (end === undefined || end > bytes.length) return undefined;
  const body = bytes.subarray(at + HEADER_BYTES, end);
  if (crc32(body) !== viewOf(bytes).getUint32(at + 8, true)) return undefined;
  const frame = decodeBody(body);
  return frame && { frame, end };
};

const decodeBody = (body: Uint8Array): Frame | undefined => {
  const view = viewOf(body);
  const kind = KINDS[view.getUint8(1)];
  if (view.getUint8(0) !== LAYOUT || kind === undefined) return undefined;
  const hash = bytesToHex(body.subarray(HASH_AT, FIXED_BYTES));
  if (hash !== bytesToHex(digest(body.subarray(0, HASH_AT), body.subarray(FIXED_BYTES)))) {
    return undefined;
  }
  const texts: string[] = [];
  let at = FIXED_BYTES;
  for (let index = 0; index < 3; index += 1) {
    if (at + 2 > body.length) return undefined;
    const from = at + 2;
    const to = from + view.getUint16(at, true);
    if (to > body.length) return undefined;
    texts.push(new TextDecoder().decode(body.subarray(from, to)));
    at = to;
  }
  const [author = '', command = '', label = ''] = texts;
  return {
    kind,
    format: view.getUint16(2, true),
    seq: view.getUint32(4, true),
    time: view.getFloat64(8, true),
    previous: bytesToHex(body.subarray(16, HASH_AT)),
    hash,
    author,
    command,
    label,
    // A copy: a view would keep the whole file's buffer alive, and would not survive a transfer.
    update: body.slice(at),
  };
};
