/*
 * A zip archive, read with limits: an .xlsx is one, and a hostile one unpacks to more than any disk holds.
 * What the archive says of its own sizes is not believed.
 */

import { ArchiveError, listEntries, packedBytes } from '#shared/zip/entries.ts';

export type ArchiveEntry = { readonly name: string; readonly bytes: Uint8Array };

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
  const found: ArchiveEntry[] = [];
  let left = limit;
  for (const entry of listEntries(bytes)) {
    const { name, method } = entry;
    if (!isWanted(name)) continue;
    const data = packedBytes(bytes, entry);
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
