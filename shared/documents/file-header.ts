import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { type DeviceId, type FolderId, isFolderId, isId, randomHex } from '../domain/record/ids.ts';
import { hasUnknownField, readBytes, readFields, writeBytes } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { type DocumentId, isDocumentId } from './document-id.ts';
import type { Head } from './frame.ts';
import { HASH_BYTES, type LogTools } from './log-tools.ts';

/*
 * A log file begins with its header, twice, so that one bad sector does not make all frames nobody's:
 *   magic 8 | body length u16 | layout u8 | flags u8 | generation u32 | nonce 16 | document | device
 *   | folder 16 | fields | CRC-32 of all before it
 * Texts and fields carry their length. The magic is no valid UTF-8.
 */
const MAGIC = Uint8Array.of(0xb5, 0x42, 0x41, 0x4e, 0x53, 0x4f, 0x0a, 0xfe);
export const LAYOUT = 2;
/** The high half of the flags must be understood. */
const MUST_UNDERSTAND = 0xf0;
const BEFORE_BODY = MAGIC.length + 2;
const CRC_BYTES = 4;
const MAX_HEADER_BYTES = 1024;
/** Both copies and some more: enough to read from the file's beginning. */
export const HEADER_SPACE = 2 * MAX_HEADER_BYTES;

export type FileHeader = {
  readonly document: DocumentId;
  readonly device: DeviceId;
  /** The records folder in which the file was made. */
  readonly folder: FolderId;
  readonly generation: number;
  /** 16 random bytes as hexadecimal digits: a file made anew is another one. */
  readonly nonce: string;
};

export const newFileHeader = (
  document: DocumentId,
  device: DeviceId,
  folder: FolderId,
): FileHeader => ({ document, device, folder, generation: 0, nonce: randomHex(16) });

export const encodeFileHeader = (header: FileHeader): Uint8Array => {
  const body = writeBytes()
    .u8(LAYOUT)
    .u8(0)
    .u32(header.generation)
    .raw(hexToBytes(header.nonce))
    .text(header.document)
    .text(header.device)
    .raw(hexToBytes(header.folder))
    .block(new Uint8Array())
    .bytes();
  const start = writeBytes().raw(MAGIC).u16(body.length).raw(body).bytes();
  const one = writeBytes().raw(start).u32(crc32(start)).bytes();
  return writeBytes().raw(one).raw(one).bytes();
};

export type HeaderReading =
  | { readonly kind: 'header'; readonly header: FileHeader; readonly end: number }
  /** Whole, and of a later version: nothing behind it can be judged. */
  | { readonly kind: 'unknown' }
  /** Too few bytes, all of them a header's beginning: the first write never finished. */
  | { readonly kind: 'torn' }
  | { readonly kind: 'damaged' };

type Copy =
  | { readonly kind: 'header'; readonly header: FileHeader; readonly end: number }
  | { readonly kind: 'unknown'; readonly end: number };

const readCopy = (bytes: Uint8Array, at: number): Copy | undefined => {
  if (!MAGIC.every((byte, index) => bytes[at + index] === byte)) return undefined;
  if (at + BEFORE_BODY > bytes.length) return undefined;
  const length = readBytes(bytes, at + MAGIC.length).u16();
  const end = at + BEFORE_BODY + length + CRC_BYTES;
  if (end - at > MAX_HEADER_BYTES || end > bytes.length) return undefined;
  const reader = readBytes(bytes, at + BEFORE_BODY);
  if (crc32(bytes.subarray(at, end - CRC_BYTES)) !== readBytes(bytes, end - CRC_BYTES).u32()) {
    return undefined;
  }
  try {
    const layout = reader.u8();
    const flags = reader.u8();
    if (layout !== LAYOUT || (flags & MUST_UNDERSTAND) !== 0) return { kind: 'unknown', end };
    const generation = reader.u32();
    const nonce = bytesToHex(reader.raw(16));
    const document = reader.text();
    const device = reader.text();
    const folder = bytesToHex(reader.raw(16));
    if (hasUnknownField(readFields(reader.block()), [])) return { kind: 'unknown', end };
    if (!isDocumentId(document) || !isId(device) || !isFolderId(folder)) {
      return { kind: 'unknown', end };
    }
    return {
      kind: 'header',
      header: { document, device: device as DeviceId, folder, generation, nonce },
      end,
    };
  } catch {
    return undefined;
  }
};

/** Reads a file's header from its first bytes (`HEADER_SPACE` of them are enough). */
export const readFileHeader = (bytes: Uint8Array): HeaderReading => {
  const first = readCopy(bytes, 0);
  if (first?.kind === 'unknown') return { kind: 'unknown' };
  if (first !== undefined) {
    const second = readCopy(bytes, first.end);
    const whole = first.end * 2;
    if (second === undefined && bytes.length < whole) return { kind: 'torn' };
    // The copy has the same length, whatever it says.
    return { ...first, end: second?.end ?? whole };
  }
  const until = Math.min(bytes.length, MAX_HEADER_BYTES);
  for (let at = 1; at < until; at += 1) {
    const copy = readCopy(bytes, at);
    if (copy?.kind === 'unknown') return { kind: 'unknown' };
    if (copy !== undefined) return copy;
  }
  const isBeginning = MAGIC.every((byte, at) => at >= bytes.length || bytes[at] === byte);
  const isShort = bytes.length < 2 * BEFORE_BODY || isUnfinished(bytes);
  return { kind: isShort && (isBeginning || isEmpty(bytes)) ? 'torn' : 'damaged' };
};

const isUnfinished = (bytes: Uint8Array): boolean =>
  bytes.length < BEFORE_BODY ||
  bytes.length < BEFORE_BODY + readBytes(bytes, MAGIC.length).u16() + CRC_BYTES;

const isEmpty = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** What every hash and CRC of the file's frames begins with: a frame belongs to no other file. */
export const identityOf = (header: FileHeader, { sha256 }: LogTools): Uint8Array =>
  sha256(
    writeBytes()
      .u8(LAYOUT)
      .text(header.document)
      .text(header.device)
      .raw(hexToBytes(header.nonce))
      .bytes(),
  ).slice(0, HASH_BYTES);

/** The place before a file's first frame. */
export const genesisOf = (header: FileHeader, tools: LogTools): Head => ({
  generation: header.generation,
  seq: 0,
  hash: bytesToHex(identityOf(header, tools)),
});
