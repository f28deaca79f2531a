import type { DocumentId } from '#shared/documents/document-id.ts';
import { ok } from '#shared/result.ts';
import { type BansoSource, createBansoSource } from '../banso-file/banso-source.ts';
import { type ConflictRefreshDependencies, createConflictRefresh } from '../conflicts/refresh.ts';
import { createConflictWatch } from '../conflicts/watch.ts';
import type { ErasedAgain } from '../database.ts';
import { keepDigests } from '../digests/keeper.ts';
import { readFiles, unpackFile } from '../history/read-files.ts';
import { loadOutbox, loadRefused } from '../journal/cache.ts';
import { createWorkspace, type Workspace, type WorkspaceDependencies } from '../workspace.ts';
import { type AskAdopt, createAdopting } from './adopting.ts';
import { type CatchUp, createCatchUp } from './catch-up.ts';
import { inSteps } from './in-steps.ts';
import { createTakeIn } from './take-in.ts';
import { verifyLogs } from './verify-logs.ts';

export type StartDependencies = Omit<
  WorkspaceDependencies,
  'ready' | 'isReading' | 'isCrowded' | 'onSaved'
> & {
  /** `findConflicts`, in a worker or not. */
  readonly find: ConflictRefreshDependencies['find'];
  /** `createAdopt`, in workers or not. */
  readonly adopt: AskAdopt;
  readonly onProgress: (done: number, all: number) => void;
  /** Told when what was erased elsewhere, or before, was erased in the files here: the cache still holds it. */
  readonly onErased: (by: ErasedAgain) => void;
  /** Waits between two logs that are checked behind the screens. */
  readonly pause: () => Promise<void>;
};

const RESTORE_AGAIN_MS = 5_000;

export type Started = {
  /** Usable at once: rows of before can be read, and a document that is asked for is caught up with first. */
  readonly workspace: Workspace;
  /** Resolves when log and cache hold the same again, and what the log lacked is on its way. */
  readonly caughtUp: Promise<void>;
  /** Resolves when every log has been read once and found whole, or healed. */
  readonly verified: Promise<void>;
  /** Resolves when what an earlier run had begun to erase, and other devices have erased, is out of the files. */
  readonly carriedOut: Promise<void>;
  /** Resolves when the list of conflicts is that of the logs as they were read. */
  readonly conflictsKnown: () => Promise<void>;
  /** Resolves when every digest has been made of the rows as they are. */
  readonly digestsMade: () => Promise<void>;
  /** What hand-over files are made of, and the way in for what they bring. */
  readonly banso: BansoSource;
  /** Ends what is tried again behind the screens. */
  readonly stop: () => void;
};

/** Starts the data core on what the last run, or a power cut, has left. */
export const start = (dependencies: StartDependencies): Started => {
  const { database, port, device, pause, onProgress } = dependencies;
  const filesOf = readFiles(database, port);
  const { refresh } = createConflictRefresh({
    database,
    find: dependencies.find,
    history: async (document) => {
      const files = await filesOf(document);
      return files.ok ? ok(files.value.map(unpackFile)) : files;
    },
  });
  const conflicts = createConflictWatch({ database, refresh });
  const workspace = createWorkspace({
    ...dependencies,
    onSaved: conflicts.saved,
    // What an earlier run had made goes before anything that this one makes.
    ready: (document) => resent.then(() => catchUp.ready(document)),
    isReading: () => catchUp.isReading(),
    isCrowded: () => catchUp.isCrowded() || takingIn.isCrowded(),
  });
  const { journal, report } = workspace;
  const foreign = new Set<DocumentId>();
  const restoring: Promise<unknown>[] = [];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isStopped = false;
  const restoreLog = (document: DocumentId): void => {
    const done = journal.lanes.pushCheckpoint(document).then((isWritten) => {
      if (isWritten || isStopped) return;
      // Nothing else holds what the log lacks: it is tried until it is there.
      const timer = setTimeout(() => restoreLog(document), RESTORE_AGAIN_MS);
      timers.add(timer);
    });
    restoring.push(done);
  };
  const adopt = createAdopting({ database, port, device, ask: dependencies.adopt });
  const tell = inSteps(onProgress);
  const catchUp: CatchUp = createCatchUp({
    database,
    adopt,
    port,
    device,
    report,
    restoreLog,
    integrate: journal.integrate,
    onProgress: (done, all) => {
      tell(done, all);
      workspace.lookAgain();
    },
    onForeign: (document) => {
      foreign.add(document);
      conflicts.foreign(document);
    },
  });

  const resent = loadOutbox(database, device).then(journal.resend);

  const finish = async (): Promise<void> => {
    await resent;
    await catchUp.run();
    for (const document of await loadRefused(database)) restoreLog(document);
    await Promise.all(restoring.splice(0));
    conflicts.caughtUp();
    workspace.lookAgain();
  };

  const caughtUp = finish();
  // What is read in is written with its digest: only what is edited afterwards becomes stale.
  const digests = keepDigests({ database, pause, begin: caughtUp });
  const told = new Set<ErasedAgain>();
  const tellErased = (by: ErasedAgain): void => {
    told.add(by);
    dependencies.onErased(by);
  };
  const carryOut = async (document: DocumentId): Promise<void> => {
    const record = await database.documents.get(document);
    if (record?.hasErased === undefined || isStopped) return;
    const done = await workspace.eraser.carryOut(document);
    if (!done.ok) return report(done.error);
    await database.documents.update(document, { mayHoldErased: undefined });
    if (done.value) return tellErased('elsewhere');
    // An earlier run had rewritten the files, and ended before it could say so.
    const untold = record.erasedUntold;
    if (untold !== undefined && !told.has(untold)) tellErased(untold);
  };
  /** Of what an earlier run took in, and did not look through or tell to its end. */
  const owed = (): Promise<readonly DocumentId[]> =>
    database.documents
      .filter((each) => each.mayHoldErased === 1 || each.erasedUntold !== undefined)
      .primaryKeys();
  const carriedOut = caughtUp.then(async () => {
    await workspace.eraser.goOn();
    const again = await workspace.eraser.carryAsides();
    if (!again.ok) report(again.error);
    else if (again.value) tellErased('before');
    for (const document of new Set([...foreign, ...(await owed())])) await carryOut(document);
  });
  // Told where it matters; what could not be done is done by the next start that finds it.
  carriedOut.catch(() => undefined);
  const verified = caughtUp.then(async () => {
    await verifyLogs({ database, port, device, pause, restoreLog, report });
    await Promise.all(restoring.splice(0));
  });
  // Whoever waits for it hears of a failure; nobody has to.
  verified.catch(() => undefined);
  const takingIn = createTakeIn({
    begin: caughtUp,
    adopt,
    pause,
    integrate: journal.integrate,
    report,
    onForeign: conflicts.foreign,
    carryOut,
  });
  const stop = (): void => {
    isStopped = true;
    catchUp.stop();
    for (const timer of timers) clearTimeout(timer);
    conflicts.stop();
    digests.stop();
  };
  return {
    workspace,
    caughtUp,
    verified,
    banso: createBansoSource(database, port, takingIn.takeIn),
    carriedOut,
    conflictsKnown: conflicts.settle,
    digestsMade: digests.settle,
    stop,
  };
};
