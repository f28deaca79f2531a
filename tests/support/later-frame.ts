import { crc32 } from '#shared/documents/crc32.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { identityOf } from '#shared/documents/file-header.ts';
import { HEADER_BYTES } from '#shared/documents/frame-codec.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { TOOLS } from './logs.ts';

/** A kind that no version has had yet. */
const LATER_KIND = 9;

/** Makes one frame of a log whole, and of a kind that only a later version understands. */
export const laterFrame = (
  file: Uint8Array,
  document: DocumentId,
  device: DeviceId,
  seq: number,
): Uint8Array => {
  const bytes = Uint8Array.from(file);
  const { frames, starts, header } = readLog(bytes, { document, device }, TOOLS);
  const index = frames.findIndex((frame) => frame.seq === seq);
  const from = starts[index];
  if (from === undefined || header === undefined) throw new Error(`there is no frame ${seq}`);
  const frame = bytes.subarray(from, starts[index + 1] ?? bytes.length);
  frame[9] = LATER_KIND;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const identity = identityOf(header, TOOLS);
  view.setUint32(16, crc32(frame.subarray(HEADER_BYTES), crc32(identity)), true);
  view.setUint32(20, crc32(frame.subarray(0, 20)), true);
  return bytes;
};
