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

/**
 * Takes what somebody wrote out of one frame and leaves its place in the chain: the old digest stays, its
 * random bytes go, so that nobody can try texts against it.
 * @param bytes the frame as it stands in the file
 * @param update the frame's update with blanked content, of the same length; nothing for a checkpoint,
 *   which is dropped whole
 * @returns the frame to put in its place
 */
export const redactFrame = (
  bytes: Uint8Array,
  update: Uint8Array | undefined,
  identity: Uint8Array,
  tools: LogTools,
): Result<Uint8Array, 'no-frame' | 'other-length' | 'not-plain'> => {
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
  const part = update === undefined ? new Uint8Array() : blankPart(plain, update);
  if (part === undefined) return fail('other-length');
  const coded = update === undefined ? part : writeBytes().u8(CODECS.plain).raw(part).bytes();
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
