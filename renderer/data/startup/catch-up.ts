import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Damage, Frame, Head } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/log-reader.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import { type Database, PROJECTION_VERSION } from '../database.ts';
import { isNewer, newerFormatProblem } from '../documents/format.ts';
import type { Inspection, InspectionRequest } from '../documents/inspect.ts';
import { hasPending } from '../documents/open-documents.ts';
import { loadPieces, storeNotes, storeWhole } from '../journal/cache.ts';
import type { LogPort } from '../journal/log-port.ts';
import { assemble, projectAll } from '../projection/project.ts';
import { brokenLogProblem, healedProblem, incompleteProblem } from './problems.ts';
import { type CachedHeads, type Catching, reconcile } from './reconcile.ts';

export type CatchUpDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  /** Checks what another device's file brings, in a worker that can be killed. */
  readonly inspect: (request: InspectionRequest) => Promise<Result<Inspection>>;
  readonly onProgress: (done: number, all: number) => void;
};

export type CaughtUp = {
  /** Where our own file of each document stands. */
  readonly heads: ReadonlyMap<DocumentId, Head>;
  /** Documents whose log needs the whole state again. */
  readonly restore: readonly DocumentId[];
  /** What to tell: each says what was lost or healed. */
  readonly problems: readonly Problem[];
};

/**
 * Brings the cache up to the logs when the app starts, and finds what the logs lack.
 * The screens show the rows of before meanwhile; no document is loaded unless the two differ.
 */
export const catchUp = async (dependencies: CatchUpDependencies): Promise<CaughtUp> => {
  const { database, port, device, onProgress } = dependencies;
  const problems: Problem[] = [];
  const restore: DocumentId[] = [];
  await reprojectWhenOutdated(database);
  const heads = await port.heads();
  if (!heads.ok) problems.push(heads.error);
  const plan = heads.ok ? reconcile(heads.value, await cachedHeads(database)) : [];
  for (const [done, step] of plan.entries()) {
    onProgress(done, plan.length);
    const outcome = await catchUpOne(dependencies, step);
    problems.push(...outcome.problems);
    if (outcome.restore) restore.push(step.document);
  }
  onProgress(plan.length, plan.length);
  await projectPendingNotes(database);
  const own = await database.documents.toArray();
  return {
    heads: new Map(own.flatMap(({ id, heads: of }) => (of[device] ? [[id, of[device]]] : []))),
    restore,
    problems,
  };
};

/** Heads count only where the state they stand for is there too. */
const cachedHeads = async (database: Database): Promise<readonly CachedHeads[]> => {
  const whole = new Set<unknown>([
    ...(await database.snapshots.toCollection().primaryKeys()),
    ...(await database.updates.orderBy('document').uniqueKeys()),
  ]);
  const records = await database.documents.toArray();
  return records.map(({ id, heads }) => ({ document: id, heads: whole.has(id) ? heads : {} }));
};

type Fetched = {
  readonly device: DeviceId;
  readonly frames: readonly Frame[];
  readonly head: Head;
  readonly damage: readonly Damage[];
};

const catchUpOne = async (
  { database, port, device, inspect }: CatchUpDependencies,
  step: Catching,
): Promise<{ readonly problems: readonly Problem[]; readonly restore: boolean }> => {
  const { document } = step;
  const problems: Problem[] = [];
  const { updates: own, record } = await loadPieces(database, document);
  const known = record?.heads ?? {};
  let restore = step.restoreLog;
  const fetched: Fetched[] = [];
  for (const { device: of, after } of step.fetch) {
    const part = await readOn(port, document, of, after, known[of]);
    if (!part.ok) {
      problems.push(part.error);
      continue;
    }
    const format = Math.max(0, ...part.value.frames.map((frame) => frame.format));
    if (isNewer(format)) {
      await database.documents.put({ id: document, heads: known, notesDirty: 0, format });
      return { problems: [newerFormatProblem()], restore: false };
    }
    restore ||= part.value.rejoined;
    if (part.value.damage.length > 0) {
      if (of === device) restore = true;
      problems.push(own.length > 0 ? healedProblem() : brokenLogProblem());
    }
    if (of !== device) {
      const foreign = part.value.frames.map((frame) => frame.update);
      const inspected = await inspect({ document, own, foreign });
      if (!inspected.ok) {
        problems.push(inspected.error);
        continue;
      }
    }
    fetched.push(part.value);
  }

  const doc = assemble([
    ...own,
    ...fetched.flatMap((each) => each.frames.map((frame) => frame.update)),
  ]);
  if (hasPending(doc)) problems.push(incompleteProblem());
  const heads = headsAfter(known, fetched, step.lost, device);
  await storeWhole(database, {
    document,
    state: Y.encodeStateAsUpdate(doc),
    heads,
    ...projectAll(document, doc),
  });
  await ackSeen(database, document, fetched);
  return { problems, restore };
};

/**
 * Our own file never goes back: one that was cut is continued from where the cache had been.
 * Another device's file that is gone is held by our own state from now on.
 */
const headsAfter = (
  known: Readonly<Record<string, Head>>,
  fetched: readonly Fetched[],
  lost: readonly DeviceId[],
  own: DeviceId,
): Readonly<Record<string, Head>> => {
  const heads: Record<string, Head> = { ...known };
  for (const device of lost) if (device !== own) delete heads[device];
  for (const { device, head } of fetched) {
    const before = heads[device];
    if (device !== own || !before || head.seq >= before.seq) heads[device] = head;
  }
  return heads;
};

/** What the outbox holds and the log has too needs no second sending. */
const ackSeen = async (
  database: Database,
  document: DocumentId,
  fetched: readonly Fetched[],
): Promise<void> => {
  const seen = fetched.flatMap((each) => each.frames.map((frame) => frame.command));
  await database.updates
    .where('[document+command]')
    .anyOf(seen.map((command) => [document, command]))
    .modify({ acked: 1 });
};

type Part = Fetched & {
  /** The file does not go on from what the cache knows, so all of it was read. */
  readonly rejoined: boolean;
};

const readOn = async (
  port: LogPort,
  document: DocumentId,
  device: DeviceId,
  after: number,
  known: Head | undefined,
): Promise<Result<Part>> => {
  const part = await port.read(document, device, after);
  if (!part.ok) return part;
  const frames = unpackFrames(part.value.packed);
  const first = frames[0];
  const continues =
    after === 0 ||
    first?.kind === 'checkpoint' ||
    (first?.seq === after + 1 && first.previous === known?.hash);
  if (continues) return ok({ device, frames, ...part.value, rejoined: false });
  const whole = await port.read(document, device, 0);
  if (!whole.ok) return whole;
  return ok({ device, frames: unpackFrames(whole.value.packed), ...whole.value, rejoined: true });
};

/** Rows of an older projection are made anew from the documents. */
const reprojectWhenOutdated = async (database: Database): Promise<void> => {
  const version = await database.meta.get('projection');
  if (version?.value === PROJECTION_VERSION) return;
  for (const record of await database.documents.toArray()) {
    const { updates } = await loadPieces(database, record.id);
    const doc = assemble(updates);
    await storeWhole(database, {
      document: record.id,
      state: Y.encodeStateAsUpdate(doc),
      heads: record.heads,
      ...projectAll(record.id, doc),
    });
  }
  await database.meta.put({ key: 'projection', value: PROJECTION_VERSION });
};

/** Note texts whose projection a crash cut off. */
const projectPendingNotes = async (database: Database): Promise<void> => {
  for (const id of await database.documents.where('notesDirty').equals(1).primaryKeys()) {
    const { updates } = await loadPieces(database, id);
    await storeNotes(database, id, projectAll(id, assemble(updates)).notes, true);
  }
};
