import { NO_HEAD } from '#shared/documents/frame.ts';
import type { LogFile } from '#shared/ipc/logs.ts';
import { invoke } from '../host/host.ts';

/** The frames of unpacked log files; undefined where one of them is not whole, or is a newer app's. */
export const readPacked = async (
  files: readonly LogFile[],
): Promise<readonly Uint8Array[] | undefined> => {
  const packed: Uint8Array[] = [];
  for (const { document, source } of files) {
    const part = await invoke('readProof', { document, source, known: NO_HEAD });
    if (!part.ok || part.value.isNewer || part.value.isMisplaced) return undefined;
    packed.push(part.value.packed);
  }
  return packed;
};
