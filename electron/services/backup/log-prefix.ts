import { HEADER_SPACE, identityOf, readFileHeader } from '#shared/documents/file-header.ts';
import type { Head } from '#shared/documents/frame.ts';
import { decodeFrame, isBodyWhole, readFrameHeader } from '#shared/documents/frame-codec.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { NODE_TOOLS } from '../log/node-tools.ts';

/** So much of a log as makes sense by itself. */
export type LogPrefix = { readonly bytes: Uint8Array; readonly head: Head | undefined };

/**
 * A log's bytes up to its last whole frame: what stands behind it is still being written. Frames are
 * walked by their headers; where one is not whole the file is read as its reader does. What cannot be
 * understood, or holds damage, is kept byte for byte.
 */
export const logPrefix = (bytes: Uint8Array): LogPrefix => {
  const start = readFileHeader(bytes.subarray(0, HEADER_SPACE));
  if (start.kind === 'torn') return { bytes: bytes.subarray(0, 0), head: undefined };
  if (start.kind !== 'header') return { bytes, head: undefined };
  const { header } = start;
  const identity = identityOf(header, NODE_TOOLS);
  let at = start.end;
  let last: number | undefined;
  while (at < bytes.length) {
    const frame = readFrameHeader(bytes, at);
    if (frame === undefined || frame.end > bytes.length) break;
    last = at;
    at = frame.end;
  }
  const frame = last === undefined ? undefined : readFrameHeader(bytes, last);
  if (at === bytes.length && last !== undefined && frame !== undefined) {
    const isWhole = isBodyWhole(bytes, last, frame, identity);
    const decoded = isWhole && decodeFrame(bytes, last, frame, identity, NODE_TOOLS);
    if (decoded && decoded.kind === 'frame') {
      const { seq, hash } = decoded.frame;
      return { bytes, head: { generation: header.generation, seq, hash } };
    }
  }
  const { end, head, unknownFrom } = readLog(bytes, header, NODE_TOOLS);
  return {
    bytes: bytes.subarray(0, end),
    head: unknownFrom === undefined && head.seq > 0 ? head : undefined,
  };
};
