import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Frame, type Head, NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { deviceOfSource, type SourceName } from '#shared/ipc/logs.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isNewer, newerFormatProblem } from '../documents/format.ts';
import type { LogPort } from '../journal/log-port.ts';

/** One log file with every frame of it, and its end. */
export type WholeFile = {
  readonly source: SourceName;
  readonly device: DeviceId;
  readonly frames: readonly Frame[];
  readonly head: Head;
};

/** Every log file there is, by document, as main finds them on the disk. */
export const listSources = async (
  port: LogPort,
): Promise<Result<ReadonlyMap<DocumentId, readonly SourceName[]>>> => {
  const heads = await port.heads();
  if (!heads.ok) return heads;
  const [closed] = heads.value.closed;
  // Nobody can say what stands in a folder that cannot be looked into.
  if (closed !== undefined) return fail(closed.problem);
  const found = new Map<DocumentId, SourceName[]>();
  for (const { document, source } of heads.value.files) {
    found.set(document, [...(found.get(document) ?? []), source]);
  }
  return ok(found);
};

/** All files of a document; a failure where one cannot be read, or is of a later version of the app. */
export const readWhole = async (
  port: Pick<LogPort, 'read'>,
  document: DocumentId,
  sources: readonly SourceName[],
): Promise<Result<readonly WholeFile[]>> => {
  const files: WholeFile[] = [];
  for (const source of sources) {
    const part = await port.read({ document, source, known: NO_HEAD, whole: true });
    if (!part.ok) return part;
    const frames = unpackFrames(part.value.packed);
    // What is not understood cannot be looked through.
    if (part.value.isNewer || frames.some(({ format }) => isNewer(format))) {
      return fail(newerFormatProblem());
    }
    // Nothing of it was ever taken in, and it belongs to nobody here.
    if (part.value.isMisplaced) continue;
    files.push({ source, device: deviceOfSource(source), frames, head: part.value.head });
  }
  return ok(files);
};
