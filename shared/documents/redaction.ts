import { fail, ok, type Result } from '../result.ts';
import { readBytes, readFields, writeBytes, writeFields } from './bytes.ts';
import {
  CODECS,
  digestOf,
  frameBytes,
  HEADER_BYTES,
  isBodyWhole,
  MARKS,
  readFrameHeader,
} from './frame-codec.ts';
import { blankPart, decodeChained } from './frame-parts.ts';
import type { LogTools } from './log-tools.ts';

/** What stays of what somebody wrote in a frame. */
export type Kept = {
  /** The frame's update without what is erased; nothing for a checkpoint that is dropped whole. */
  readonly update: Uint8Array | undefined;
  /** Whether the author's name stays: it is carried by the frames behind, too. */
  readonly author: boolean;
};

/**
 * Takes what somebody wrote out of one frame and leaves its place in the chain: the old digest stays, its
 * random bytes go, so that nobody can try texts against it.
 * @param bytes the frame as it stands in the file
 * @returns the frame to put in its place
 */
export const redactFrame = (
  bytes: Uint8Array,
  { update, author }: Kept,
  identity: Uint8Array,
  tools: LogTools,
): Result<Uint8Array, 'no-frame' | 'not-plain'> => {
  const header = readFrameHeader(bytes, 0);
  if (header === undefined || !isBodyWhole(bytes, 0, header, identity)) return fail('no-frame');
  const body = bytes.subarray(HEADER_BYTES, header.end);
  const reader = readBytes(body);
  if (decodeChained(reader) === 'unknown') return fail('no-frame');
  const chained = body.subarray(0, reader.at());
  const stored = reader.block();
  const marks = readFields(reader.block());
  const plain = plainPart(stored, tools);
  if (plain === undefined) return fail('not-plain');
  const kept = marks.get(MARKS.redaction) ?? digestOf(plain, tools);
  const coded =
    update === undefined
      ? new Uint8Array()
      : writeBytes()
          .u8(CODECS.plain)
          .raw(blankPart(plain, update, author))
          .bytes();
  const next = writeBytes()
    .raw(chained)
    .block(coded)
    .block(writeFields(new Map([...marks, [MARKS.redaction, kept]])))
    .bytes();
  return ok(frameBytes(header, next, identity));
};

const plainPart = (stored: Uint8Array, { inflate }: LogTools): Uint8Array | undefined => {
  if (stored[0] === CODECS.plain) return stored.subarray(1);
  return stored[0] === CODECS.deflate
    ? inflate?.(stored.subarray(1), stored.length * 1100)
    : undefined;
};
