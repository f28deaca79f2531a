import type { DocumentId } from '#shared/documents/document-id.ts';
import { sameHead } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { type LogFile, type LogFiles, type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import type { Problem } from '#shared/result.ts';
import type { KnownSource } from '../database.ts';

/** What a start has to do for one document so that log and cache hold the same again. */
export type Catching = {
  readonly document: DocumentId;
  /** Files to read. */
  readonly fetch: readonly SourceName[];
  /** Our own file could not be looked at: until it can, the document must not be written. */
  readonly blocked: Problem | undefined;
  /** Others' files that could not be looked at now. */
  readonly later: readonly SourceName[];
  /** Files that are gone altogether. */
  readonly lost: readonly SourceName[];
  /** The logs lack something that the cache holds: append the whole state to our file. */
  readonly restoreLog: boolean;
};

export type CachedSources = {
  readonly document: DocumentId;
  readonly sources: Readonly<Record<string, KnownSource>>;
};

/**
 * Compares both sides by generation, sequence number and hash of each file, without loading any document.
 * Merging is idempotent, so wherever the two do not simply continue each other everything is read again
 * and the whole state is written again; nothing is ever thrown away.
 */
export const reconcile = (
  { files, closed }: Pick<LogFiles, 'files' | 'closed'>,
  cached: readonly CachedSources[],
  device: DeviceId,
): readonly Catching[] => {
  const documents = new Map<
    DocumentId,
    { files: LogFile[]; sources: Readonly<Record<string, KnownSource>> }
  >();
  for (const { document, sources } of cached) documents.set(document, { files: [], sources });
  for (const file of files) {
    const entry = documents.get(file.document) ?? { files: [], sources: {} };
    entry.files.push(file);
    documents.set(file.document, entry);
  }
  const problems = new Map(closed.map(({ document, problem }) => [document, problem]));
  return [...documents]
    .filter(([document]) => !problems.has(document))
    .map(([document, entry]) => catching(document, entry.files, entry.sources, device))
    .concat(closed.map(closedStep))
    .filter(isNeeded)
    .sort((a, b) => Number(b.document === 'office') - Number(a.document === 'office'));
};

/** Nothing is known of its files, so nothing is concluded from their absence. */
const closedStep = ({ document, problem }: LogFiles['closed'][number]): Catching => ({
  document,
  fetch: [],
  blocked: problem,
  later: [],
  lost: [],
  restoreLog: false,
});

const isNeeded = ({ fetch, blocked, later, lost, restoreLog }: Catching): boolean =>
  fetch.length > 0 || blocked !== undefined || later.length > 0 || lost.length > 0 || restoreLog;

const catching = (
  document: DocumentId,
  files: readonly LogFile[],
  sources: Readonly<Record<string, KnownSource>>,
  device: DeviceId,
): Catching => {
  const own = sourceOf(device);
  const fetch: SourceName[] = [];
  const later: SourceName[] = [];
  const lost: SourceName[] = [];
  let blocked: Problem | undefined;
  let restoreLog = false;
  for (const file of files) {
    const { source, head, problem } = file;
    const cache = sources[source];
    if (problem !== undefined) {
      if (source === own) blocked = problem;
      else later.push(source);
      continue;
    }
    const isLocked = source === own && file.isNewer === true;
    const isNews =
      isLocked ||
      (cache === undefined ? head.seq > 0 || head.hash === '' : !sameHead(head, cache.head));
    if (isNews) fetch.push(source);
    if (
      cache !== undefined &&
      head.generation === cache.head.generation &&
      head.seq < cache.head.seq
    ) {
      restoreLog = true;
    }
  }
  for (const source of Object.keys(sources) as SourceName[]) {
    if (files.some((file) => file.source === source)) continue;
    lost.push(source);
    restoreLog ||= (sources[source]?.head.seq ?? 0) > 0;
  }
  return { document, fetch, blocked, later, lost, restoreLog };
};
