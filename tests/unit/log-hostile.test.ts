import { describe, expect, it } from 'vitest';
import { crc32 } from '#shared/documents/crc32.ts';
import { encodeFileHeader } from '#shared/documents/file-header.ts';
import { HEADER_BYTES } from '#shared/documents/frame-codec.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { HEADER, PLACE, TOOLS } from '#tests/support/logs.ts';
import { leastOwnTime } from '#tests/support/own-time.ts';

const read = (bytes: Uint8Array) => readLog(bytes, PLACE, TOOLS);

describe('a hostile log', () => {
  it('full of false beginnings is read in time that grows with its length alone', async () => {
    const magic = Uint8Array.of(0xb5, 0x42, 0x4e, 0x0a);
    const fill = (length: number): Uint8Array => {
      const bytes = new Uint8Array(length);
      bytes.set(encodeFileHeader(HEADER));
      for (let at = 300; at + 4 < length; at += 4) bytes.set(magic, at);
      return bytes;
    };
    const small = fill(256 * 1024);
    const large = fill(4 * 256 * 1024);
    const short = await leastOwnTime(() => read(small));
    expect(await leastOwnTime(() => read(large))).toBeLessThan(Math.max(short * 12, 200));
  });

  it('full of whole headers whose bodies overlap is given up on in time', async () => {
    const length = 1024 * 1024;
    const bytes = new Uint8Array(length);
    bytes.set(encodeFileHeader(HEADER));
    for (let at = 300; at + HEADER_BYTES < length; at += HEADER_BYTES) {
      const view = new DataView(bytes.buffer, at, HEADER_BYTES);
      bytes.set([0xb5, 0x42, 0x4e, 0x0a], at);
      view.setUint32(4, length - at - HEADER_BYTES, true);
      view.setUint8(8, 2);
      view.setUint8(9, 1);
      view.setUint32(20, crc32(bytes.subarray(at, at + 20)), true);
    }
    expect(await leastOwnTime(() => expect(read(bytes).frames).toEqual([]))).toBeLessThan(2000);
  });
});
