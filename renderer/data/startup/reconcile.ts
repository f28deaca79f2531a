import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Head } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import type { LogHead } from '#shared/ipc/contract.ts';

/** What a start has to do for one document so that log and cache hold the same again. */
export type Catching = {
  readonly document: DocumentId;
  /** Files to read, each from behind the given sequence number; 0 reads all that matters. */
  readonly fetch: readonly { readonly device: DeviceId; readonly after: number }[];
  /** The log lacks something that the cache holds: append the whole state to our file. */
  readonly restoreLog: boolean;
  /** Devices whose file is gone altogether. */
  readonly lost: readonly DeviceId[];
};

export type CachedHeads = {
  readonly document: DocumentId;
  readonly heads: Readonly<Record<string, Head>>;
};

const NONE: Head = { seq: 0, hash: '' };

/**
 * Compares both sides by sequence number and hash per device file, without loading any document.
 * Merging is idempotent, so wherever the two do not simply continue each other everything is read
 * again and the whole state is written again; nothing is ever thrown away.
 */
export const reconcile = (
  logs: readonly LogHead[],
  cached: readonly CachedHeads[],
): readonly Catching[] => {
  const documents = new Map<
    DocumentId,
    { logs: LogHead[]; heads: Readonly<Record<string, Head>> }
  >();
  for (const { document, heads } of cached) documents.set(document, { logs: [], heads });
  for (const log of logs) {
    const entry = documents.get(log.document) ?? { logs: [], heads: {} };
    entry.logs.push(log);
    documents.set(log.document, entry);
  }
  return [...documents]
    .map(([document, entry]) => catching(document, entry.logs, entry.heads))
    .filter((each) => each.fetch.length > 0 || each.restoreLog)
    .sort((a, b) => (a.document === 'office' ? -1 : b.document === 'office' ? 1 : 0));
};

const catching = (
  document: DocumentId,
  logs: readonly LogHead[],
  heads: Readonly<Record<string, Head>>,
): Catching => {
  const devices = new Set<string>([...logs.map((log) => log.device), ...Object.keys(heads)]);
  const fetch: { device: DeviceId; after: number }[] = [];
  const lost: DeviceId[] = [];
  let restoreLog = false;
  for (const device of devices as Set<DeviceId>) {
    const log = logs.find((each) => each.device === device)?.head ?? NONE;
    const cache = heads[device] ?? NONE;
    if (log.seq === cache.seq && log.hash === cache.hash) continue;
    if (log.seq > cache.seq) {
      fetch.push({ device, after: cache.seq });
      continue;
    }
    restoreLog = true;
    if (log.seq > 0) fetch.push({ device, after: 0 });
    else lost.push(device);
  }
  return { document, fetch, restoreLog, lost };
};
