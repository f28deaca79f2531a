import * as Y from 'yjs';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { type LogFiles, type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { type Database, type DocumentRecord, PROJECTION_VERSION } from '../database.ts';
import { loadPieces, storeNotes, storeWhole } from '../journal/cache.ts';
import type { Integrate, Integration } from '../journal/integrate.ts';
import type { LogPort } from '../journal/log-port.ts';
import { assemble, projectAll } from '../projection/project.ts';
import type { Adopt } from './adopting.ts';
import { type Catching, reconcile } from './reconcile.ts';

export type CatchUpDependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  /** Is tried first with what the cache has nothing of: the window has nothing to do then. */
  readonly adopt: Adopt;
  readonly integrate: Integrate;
  readonly report: (problem: Problem) => void;
  /** Appends the whole state to our log: it lacks what the cache holds. */
  readonly restoreLog: (document: DocumentId) => void;
  readonly onProgress: (done: number, all: number) => void;
  /** Told when other devices' edits came into a document. */
  readonly onForeign: (document: DocumentId) => void;
};

/** Brings the cache up to the logs, document by document; one that is asked for comes next. */
export type CatchUp = {
  /** Resolves when a document's logs were read; a failure keeps it closed, and the next call tries again. */
  readonly ready: (document: DocumentId) => Promise<Result<null>>;
  /** Resolves when every document was tried once. */
  readonly run: () => Promise<void>;
  readonly isReading: () => boolean;
  /** Whether many documents are still to be written to the cache. */
  readonly isCrowded: () => boolean;
  readonly stop: () => void;
};

const SIDE_BY_SIDE = 4;
const A_FEW = 8;
const RETRY_MS = [1_000, 3_000, 10_000, 30_000];

type Turn = {
  readonly step: Catching;
  readonly waiting: ((result: Result<null>) => void)[];
  isTaken: boolean;
};

export const createCatchUp = (dependencies: CatchUpDependencies): CatchUp => {
  const { database, port, integrate, report, restoreLog, onProgress, onForeign } = dependencies;
  /** Documents that the cache knows of. */
  const known = new Set<DocumentId>();
  /** Documents that wait for their turn. */
  const turns = new Map<DocumentId, Turn>();
  /** Documents that somebody waits for, before all others. */
  const wanted: DocumentId[] = [];
  /** Documents whose own log cannot be read now. */
  const blocked = new Map<DocumentId, Catching>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let planned: Promise<void> | undefined;
  let working: Promise<void> | undefined;
  let isPlanned = false;
  let isReprojecting = false;
  let all = 0;
  let done = 0;

  const plan = async (): Promise<void> => {
    isReprojecting = true;
    await reprojectWhenOutdated(database).finally(() => {
      isReprojecting = false;
    });
    const files = await headsOf(port, report);
    for (const problem of files.problems) report(problem);
    const records = await database.documents.toArray();
    const whole = await documentsWithState(database);
    for (const { id } of records) known.add(id);
    // Heads count only where the state they stand for is there too.
    const cached = records.map(({ id, sources }) => ({
      document: id,
      sources: whole.has(id) ? sources : {},
    }));
    for (const step of reconcile(files, cached, dependencies.device)) {
      turns.set(step.document, { step, waiting: [], isTaken: false });
    }
    isPlanned = true;
    all = turns.size;
    onProgress(0, all);
  };

  const after = (ms: number, act: () => Promise<unknown>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      // A closed cache ends all that is tried again.
      act().catch(() => undefined);
    }, ms);
    timers.add(timer);
  };

  const delayOf = (failures: number): number =>
    RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;

  /** Tells what came of reading, and tries again what could not be read of others. */
  const finish = (document: DocumentId, done: Integration, failures = 0): void => {
    for (const problem of done.problems) report(problem);
    if (done.isForeign) onForeign(document);
    if (done.restoreLog) restoreLog(document);
    if (done.later.length > 0) later(document, done.later, failures);
  };

  const later = (document: DocumentId, sources: readonly SourceName[], failures: number): void =>
    after(delayOf(failures), async () => {
      const result = await integrate(document, sources, []);
      if (result.ok) finish(document, result.value, failures + 1);
    });

  /** Our own log of a document is tried again until it can be read: until then the document is read only. */
  const again = (step: Catching, failures = 0): void =>
    after(delayOf(failures), async () => {
      if (!blocked.has(step.document)) return;
      const result = await take(step);
      if (!result.ok && result.error.code !== 'newer-format') again(step, failures + 1);
    });

  const adopted = async ({ document, fetch, later, lost }: Catching) => {
    if (known.has(document) || later.length > 0 || lost.length > 0) return undefined;
    const done = await dependencies.adopt(document, fetch, false);
    return done && ok<Integration>({ ...done, later: [], saved: new Set() });
  };

  const take = async (step: Catching): Promise<Result<null>> => {
    const { document, fetch, lost } = step;
    if (step.blocked !== undefined) {
      blocked.set(document, step);
      report(step.blocked);
      return fail(step.blocked);
    }
    const result = (await adopted(step)) ?? (await integrate(document, fetch, lost));
    if (!result.ok) {
      blocked.set(document, step);
      report(result.error);
      return result;
    }
    blocked.delete(document);
    const { value } = result;
    finish(document, {
      ...value,
      restoreLog: value.restoreLog || step.restoreLog,
      later: [...step.later, ...value.later],
    });
    return ok(null);
  };

  /** Our own file has to be read before anything else of a document that could not be looked at. */
  const retried = (step: Catching): Catching => {
    const own = sourceOf(dependencies.device);
    const fetch = step.fetch.includes(own) ? step.fetch : [own, ...step.fetch];
    return { ...step, fetch, blocked: undefined };
  };

  const next = (): Turn | undefined => {
    const isFree = (each: DocumentId): boolean => turns.get(each)?.isTaken === false;
    const document = wanted.find(isFree) ?? [...turns.keys()].find(isFree);
    const turn = document === undefined ? undefined : turns.get(document);
    if (turn !== undefined) turn.isTaken = true;
    return turn;
  };

  const work = async (): Promise<void> => {
    for (let turn = next(); turn !== undefined; turn = next()) {
      const { step, waiting } = turn;
      const result = await take(step).catch((error: unknown) => fail(unexpected(error)));
      turns.delete(step.document);
      done += 1;
      onProgress(done, all);
      if (!result.ok && result.error.code !== 'newer-format') again(retried(step));
      for (const tell of waiting) tell(result);
    }
  };

  /** While one is written to the cache the next ones are read from the disk. */
  const workSideBySide = async (): Promise<void> => {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  };

  const start = (): Promise<void> => {
    planned ??= plan();
    working ??= planned.then(workSideBySide).then(() => projectPendingNotes(database));
    return working;
  };

  return {
    ready: async (document) => {
      void start();
      await planned;
      const turn = turns.get(document);
      if (turn !== undefined) {
        wanted.push(document);
        return new Promise((resolve) => {
          turn.waiting.push(resolve);
        });
      }
      const step = blocked.get(document);
      return step === undefined ? ok(null) : take(retried(step));
    },
    run: start,
    isReading: () => !isPlanned || turns.size > 0,
    isCrowded: () => isReprojecting || turns.size > A_FEW,
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};

/** Without any answer of main nothing can be read: it is asked again until it answers. */
const headsOf = async (port: LogPort, report: (problem: Problem) => void): Promise<LogFiles> => {
  for (let failures = 0; ; failures += 1) {
    const heads = await port.heads();
    if (heads.ok) return heads.value;
    report(heads.error);
    const delay = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
};

const documentsWithState = async (database: Database): Promise<ReadonlySet<unknown>> =>
  new Set<unknown>([
    ...(await database.snapshots.toCollection().primaryKeys()),
    ...(await database.updates.orderBy('document').uniqueKeys()),
  ]);

/** Rows of an older projection are made anew from the documents, those of the latest years first. */
const reprojectWhenOutdated = async (database: Database): Promise<void> => {
  const version = await database.meta.get('projection');
  if (version?.value === PROJECTION_VERSION) return;
  const byYear = await database.digests.orderBy('fiscalYear').reverse().primaryKeys();
  const first = new Map(byYear.map((document, at) => [document, at]));
  // The office, and what is no case in use, has no year.
  const placeOf = ({ id }: DocumentRecord): number => first.get(id) ?? -1;
  const records = await database.documents.toArray();
  for (const record of records.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const { updates } = await loadPieces(database, record.id);
    const doc = assemble(updates);
    await storeWhole(database, {
      record,
      state: Y.encodeStateAsUpdate(doc),
      ...projectAll(record.id, doc),
      adoptions: [],
      saved: [],
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

const unexpected = (error: unknown): Problem => ({
  code: 'unexpected',
  happened: '記録ファイルの読み込みが、途中で止まりました。',
  safe: '記録ファイルはそのまま残っています。',
  todo: '自動でもう一度読みます。',
  detail: error instanceof Error ? error.name : 'unknown',
});
