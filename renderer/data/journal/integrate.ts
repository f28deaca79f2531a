import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Frame, Seen } from '#shared/documents/frame.ts';
import { mergeSeen } from '#shared/documents/seen.ts';
import type { CommandId, DeviceId } from '#shared/domain/record/ids.ts';
import { type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import type { Database, DocumentRecord } from '../database.ts';
import type { Inspection, InspectionRequest } from '../documents/inspect.ts';
import { FOREIGN, hasPending } from '../documents/open-documents.ts';
import { assemble, projectAll } from '../projection/project.ts';
import { foreignUnreadableProblem, incompleteProblem } from '../startup/problems.ts';
import { emptyRecord, loadPieces, type Pieces, storeWhole, type WholeDocument } from './cache.ts';
import type { CacheLane } from './cache-lane.ts';
import type { LogPort } from './log-port.ts';
import { readSource, type SourceNews } from './read-sources.ts';
import { type Standing, standingOf } from './standings.ts';

export type IntegrateDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly cache: CacheLane;
  /** Checks what another device's file brings, in a worker that can be killed. */
  readonly inspect: (request: InspectionRequest) => Promise<Result<Inspection>>;
  /** Cuts what is being typed and stores it, so that what was made before counts as made before. */
  readonly storeWaiting: () => Promise<void>;
  /** The document where it is open: what comes in appears there too. */
  readonly loaded: (document: DocumentId) => Y.Doc | undefined;
  readonly setStanding: (document: DocumentId, standing: Standing) => void;
};

export type Integration = {
  readonly problems: readonly Problem[];
  /** Our own log has to be given the whole state. */
  readonly restoreLog: boolean;
  /** Others' files that could not be read now. */
  readonly later: readonly SourceName[];
  /** Commands that stand in our own file. */
  readonly saved: ReadonlySet<CommandId>;
  /** Whether anything of others came in. */
  readonly isForeign: boolean;
};

export type Integrate = (
  document: DocumentId,
  sources: readonly SourceName[],
  lost: readonly SourceName[],
) => Promise<Result<Integration>>;

/**
 * Reads log files of one document and merges what they bring into the cache, and into the document
 * where it is open: at the start, and whenever a file turns out to hold what we do not know.
 * @returns a failure where our own file could not be read: the document must not be written then
 */
export const createIntegrate = (dependencies: IntegrateDependencies): Integrate => {
  const { database, port, device, cache, inspect } = dependencies;
  const own = sourceOf(device);

  const readAll = async (
    document: DocumentId,
    sources: readonly SourceName[],
    record: DocumentRecord | undefined,
  ): Promise<
    Result<{ readonly news: readonly SourceNews[]; readonly later: readonly SourceName[] }>
  > => {
    const news: SourceNews[] = [];
    const later: SourceName[] = [];
    for (const source of sources) {
      const read = await readSource(
        port,
        document,
        source,
        record?.sources[source],
        source === own,
      );
      if (read.ok) news.push(read.value);
      else if (source === own) return read;
      else later.push(source);
    }
    return ok({ news, later });
  };

  /** Another device's frames are tried on a scratch document before they are adopted. */
  const approve = async (
    document: DocumentId,
    pieces: readonly Uint8Array[],
    { source, frames }: SourceNews,
  ): Promise<Problem | undefined> => {
    if (source === own || frames.length === 0) return undefined;
    const foreign = frames.map(({ update }) => update);
    const inspected = await inspect({ document, own: pieces, foreign });
    return inspected.ok ? undefined : inspected.error;
  };

  return async (document, sources, lost) => {
    const before = await loadPieces(database, document);
    const read = await readAll(document, sources, before.record);
    if (!read.ok) return read;
    const { news, later } = read.value;
    const problems: Problem[] = news.flatMap((each) => each.problems);
    if (later.length > 0) problems.push(foreignUnreadableProblem());
    const approved: SourceNews[] = [];
    for (const each of news) {
      const refusal = await approve(document, before.updates, each);
      if (refusal === undefined) approved.push(each);
      else problems.push(refusal);
    }
    const ownFrames = approved.find(({ source }) => source === own)?.frames ?? [];
    const saved = new Set(ownFrames.map(({ command }) => command));
    const merge = (pieces: Pieces): Merging => merging(document, pieces, approved, lost, own);
    // While another document is written: what is new to the cache depends on nothing in it.
    const ahead = isBlank(before) ? merge(before) : undefined;
    const result: { isIncomplete: boolean } = { isIncomplete: false };
    await cache.pushLast(async () => {
      await dependencies.storeWaiting();
      const pieces = await loadPieces(database, document);
      const merged = ahead !== undefined && isBlank(pieces) ? ahead : merge(pieces);
      result.isIncomplete = merged.isIncomplete;
      const live = dependencies.loaded(document);
      live?.transact(() => {
        for (const { update } of approved.flatMap(({ frames }) => frames)) {
          Y.applyUpdate(live, update, FOREIGN);
        }
      }, FOREIGN);
      const { record } = merged;
      const adoptions = adoptionsOf(approved, own, record);
      await storeWhole(database, { ...merged, adoptions, saved: [...saved] });
      // A document that is not open reads them when it is opened.
      const all = live === undefined ? [] : [...pieces.adoptions, ...adoptions];
      dependencies.setStanding(document, standingOf(record, device, all));
    });
    if (result.isIncomplete) problems.push(incompleteProblem());
    const isForeign = approved.some(({ source, frames }) => source !== own && frames.length > 0);
    const restoreLog = approved.some((each) => each.restoreLog);
    return ok({ problems, restoreLog, later, saved, isForeign });
  };
};

/** Whether the cache has nothing of a document. */
export const isBlank = ({ record, updates, adoptions }: Pieces): boolean =>
  record === undefined && updates.length === 0 && adoptions.length === 0;

type Merging = Omit<WholeDocument, 'adoptions' | 'saved'> & { readonly isIncomplete: boolean };

/** A document as it is with what came in. */
const merging = (
  document: DocumentId,
  pieces: Pieces,
  news: readonly SourceNews[],
  lost: readonly SourceName[],
  own: SourceName,
): Merging => {
  const { doc, record, isIncomplete } = mergeNews(document, pieces, news, own);
  const state = Y.encodeStateAsUpdate(doc);
  const projection = projectAll(document, doc);
  doc.destroy();
  return { ...projection, record: withoutLost(record, lost, own), state, isIncomplete };
};

/** Clients whose structs are not there, though others build on them. */
const missingIn = (doc: Y.Doc): ReadonlySet<number> =>
  new Set(doc.store.pendingStructs?.missing.keys() ?? []);

type Merged = {
  readonly doc: Y.Doc;
  readonly record: DocumentRecord;
  readonly isIncomplete: boolean;
};

/** One file after the other, so that it can be told which of them lacks something. */
export const mergeNews = (
  document: DocumentId,
  { updates, record = emptyRecord(document) }: Pieces,
  news: readonly SourceNews[],
  own: SourceName,
): Merged => {
  const doc = assemble(updates);
  let { seen, sources } = record;
  for (const each of news) {
    const before = missingIn(doc);
    const hadDeletions = doc.store.pendingDs !== null;
    doc.transact(() => {
      for (const { update } of each.frames) Y.applyUpdate(doc, update);
    });
    const isWhole =
      [...missingIn(doc)].every((client) => before.has(client)) &&
      (hadDeletions || doc.store.pendingDs === null);
    const held = sources[each.source]?.held;
    // What is pending was not seen by anybody: the place of before stays.
    const known = isWhole || held === undefined ? each.known : { ...each.known, held };
    sources = { ...sources, [each.source]: known };
    if (isWhole) seen = mergeSeen(seen, seenOf(each, own), forksIn(each.frames));
  }
  const isErased = news.some(({ frames }) => frames.some(({ kind }) => kind === 'erased'));
  const hasErased = isErased || record.hasErased === 1;
  const isForeign = news.some(({ source, frames }) => source !== own && frames.length > 0);
  return {
    doc,
    record: {
      ...{ ...record, sources, seen, notesDirty: 0 },
      ...(hasErased && { hasErased: 1 }),
      // Kept with what came in, and not known of this run alone: the app may end before it is looked through.
      ...(hasErased && isForeign && { mayHoldErased: 1 }),
    },
    isIncomplete: hasPending(doc),
  };
};

/** What taking in a file lets us say that we have seen. Our own place in our own file goes without saying. */
const seenOf = ({ source, device, known, seen, fork }: SourceNews, own: SourceName): Seen => {
  if (source === own)
    return mergeSeen(
      seen.filter((head) => head.device !== device),
      fork,
    );
  if (known.held.seq === 0) return seen;
  return mergeSeen(seen, [{ device, seq: known.held.seq, hash: known.held.hash }]);
};

/** Two places of one device lie on different chains where the file says another hash than the lower one. */
const forksIn = (frames: readonly Frame[]) => {
  const hashes = new Map(frames.map(({ seq, hash }) => [seq, hash]));
  return (lower: { readonly seq: number; readonly hash: string }): boolean => {
    const there = hashes.get(lower.seq);
    return there !== undefined && there !== lower.hash;
  };
};

/**
 * Frames of others that our own file, by what it says of itself, does not hold yet. None where there is no such
 * file: it will begin with the whole state.
 */
export const adoptionsOf = (
  news: readonly SourceNews[],
  own: SourceName,
  { sources }: DocumentRecord,
): readonly Uint8Array[] => {
  if ((sources[own]?.head.seq ?? 0) === 0) return [];
  const said: Seen = news.filter(({ source }) => source === own).flatMap(({ seen }) => seen);
  return news
    .filter(({ source }) => source !== own)
    .flatMap(({ device, frames }) => {
      const until = Math.max(
        0,
        ...said.filter((head) => head.device === device).map(({ seq }) => seq),
      );
      return frames.filter(({ seq }) => seq > until).map(({ update }) => update);
    });
};

/** Another device's file that is gone is held by our own state from now on; our own never goes back. */
const withoutLost = (
  record: DocumentRecord,
  lost: readonly SourceName[],
  own: SourceName,
): DocumentRecord => {
  const gone = lost.filter((source) => source !== own);
  const sources = Object.fromEntries(
    Object.entries(record.sources).filter(([source]) => !gone.includes(source as SourceName)),
  );
  return { ...record, sources };
};
