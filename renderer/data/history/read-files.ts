import type { DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { deviceOfSource, type SourceName } from '#shared/ipc/logs.ts';
import { ok, type Result } from '#shared/result.ts';
import type { SourceFrames } from '../conflicts/frame-tree.ts';
import type { Database } from '../database.ts';
import type { LogPort } from '../journal/log-port.ts';

/** So many frames are told as the latest, where there are as many: more than the first screen shows. */
export const FIRST_FRAMES = 120;

/** One log file as main gives it: packed, so that it goes to a worker without being looked at on the way. */
export type PackedFile = { readonly source: SourceName; readonly packed: Uint8Array };

/**
 * Reads all log files of a document, those frames too that a checkpoint saves reading.
 * @param last the end of each long file alone, with at least so many frames
 */
export const readFiles =
  (database: Database, port: LogPort) =>
  async (document: DocumentId, last?: number): Promise<Result<readonly PackedFile[]>> => {
    const record = await database.documents.get(document);
    const files: PackedFile[] = [];
    for (const source of Object.keys(record?.sources ?? {}) as SourceName[]) {
      const part = await port.read({ document, source, known: NO_HEAD, whole: true, last });
      if (!part.ok) return part;
      files.push({ source, packed: part.value.packed });
    }
    return ok(files);
  };

export const unpackFile = ({ source, packed }: PackedFile): SourceFrames => ({
  source,
  device: deviceOfSource(source),
  frames: unpackFrames(packed),
});
