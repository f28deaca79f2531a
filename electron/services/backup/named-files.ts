import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentEntry } from '#shared/backup/manifest.ts';
import { HEADER_SPACE, readFileHeader } from '#shared/documents/file-header.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { NODE_TOOLS } from '../log/node-tools.ts';

/** The hash of an attached file stands in one piece in the update that names it. */
const HASH = /[0-9a-f]{64}/g;

/**
 * Hashes that some documents name, or ever named: of a backup from which a few cases are taken, the files of
 * all others stay there.
 * @param logs the folder of their log files
 * @returns undefined where one cannot be read to its end: nobody knows what it names
 */
export const hashesNamedIn = async (
  logs: string,
  documents: readonly DocumentEntry[],
): Promise<ReadonlySet<string> | undefined> => {
  const found = new Set<string>();
  for (const { folder, files } of documents) {
    for (const { name } of files) {
      const bytes = await readFile(path.join(logs, folder, name));
      const start = readFileHeader(bytes.subarray(0, HEADER_SPACE));
      if (start.kind !== 'header') return undefined;
      const { frames, damage, unknownFrom } = readLog(bytes, start.header, NODE_TOOLS);
      if (damage.length > 0 || unknownFrom !== undefined) return undefined;
      for (const { update } of frames) {
        for (const [hash] of Buffer.from(update).toString('latin1').matchAll(HASH)) found.add(hash);
      }
    }
  }
  return found;
};
