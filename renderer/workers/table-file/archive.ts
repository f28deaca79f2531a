/*
 * A zip archive, read with limits: an .xlsx is one, and a hostile one unpacks to more than any disk holds.
 * What the archive says of its own sizes is not believed.
 */

export type ArchiveEntry = { readonly name: string; readonly bytes: Uint8Array };

export class ArchiveError extends Error {
  readonly reason: 'broken' | 'too-large';
  constructor(reason: 'broken' | 'too-large') {
    super(reason);
    this.reason = reason;
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 5000;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

type Listed = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
};

const list = (bytes: Uint8Array): readonly Listed[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest || end < 0) throw new ArchiveError('broken');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new ArchiveError('too-large');
  let at = view.getUint32(end + 16, true);
  const entries: Listed[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw new ArchiveError('broken');
    }
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

/**
 * Unpacks the entries that are wanted.
 * @param limit the most bytes that all of them together may come to
 * @throws ArchiveError
 */
export const unpack = async (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limit: number,
): Promise<readonly ArchiveEntry[]> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: ArchiveEntry[] = [];
  let left = limit;
  for (const { name, method, packed, at } of list(bytes)) {
    if (!isWanted(name)) continue;
    if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) {
      throw new ArchiveError('broken');
    }
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const data = bytes.subarray(from, from + packed);
    if (data.length < packed || (method !== 0 && method !== 8)) throw new ArchiveError('broken');
    if (method === 0 && data.length > left) throw new ArchiveError('too-large');
    const content = method === 0 ? data : await inflate(data, left);
    left -= content.length;
    found.push({ name, bytes: content });
  }
  return found;
};

const inflate = async (data: Uint8Array, limit: number): Promise<Uint8Array> => {
  const source = new Blob([new Uint8Array(data)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await reader.read().catch(() => {
      throw new ArchiveError('broken');
    });
    if (next.done) break;
    size += next.value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw new ArchiveError('too-large');
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
