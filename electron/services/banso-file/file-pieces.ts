import type { FileHandle } from 'node:fs/promises';
import { goOn } from '../backup/backup-error.ts';

/** How much is read at a time, in bytes. */
export const PIECE = 1 << 20;

/** A file's bytes up to `size`, piece by piece. @throws CANCELLED */
export async function* filePieces(
  source: FileHandle,
  size: number,
  signal: AbortSignal,
  from = 0,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < size; ) {
    goOn(signal);
    const piece = new Uint8Array(Math.min(PIECE, size - at));
    const { bytesRead } = await source.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}
