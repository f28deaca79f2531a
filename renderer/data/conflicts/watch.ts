import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Database } from '../database.ts';
import type { ConflictRefresh } from './refresh.ts';
import { isShared, outdatedLists } from './store-conflicts.ts';

/** When what is open in a document may have changed. */
export type ConflictWatch = {
  /** Others' edits came in. */
  readonly foreign: (document: DocumentId) => void;
  /** An edit of ours has reached the log: it may decide something. */
  readonly saved: (document: DocumentId) => void;
  /** The logs were read: what an earlier run had not come to is looked through. */
  readonly caughtUp: () => void;
  /** Resolves when nothing is being looked through. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
};

type WatchDependencies = {
  readonly database: Database;
  readonly refresh: ConflictRefresh['refresh'];
};

/** Typing ends in many edits: they are looked at together. */
const PAUSE_MS = 300;

/** Looks for conflicts anew, one document at a time, in documents that several devices have written. */
export const createConflictWatch = ({ database, refresh }: WatchDependencies): ConflictWatch => {
  /** Documents with files of several devices; nobody else can disagree. */
  const shared = new Set<DocumentId>();
  const waiting = new Set<DocumentId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> = Promise.resolve();
  let isStopped = false;
  /** Until then reading the logs comes first: what would be looked through is read once more for it. */
  let isCaughtUp = false;

  let known = database.documents.toArray().then(
    (records) => {
      for (const record of records) if (isShared(record)) shared.add(record.id);
    },
    () => undefined,
  );

  const work = async (): Promise<void> => {
    for (const document of waiting) {
      waiting.delete(document);
      if (!isStopped) await refresh(document).catch(() => undefined);
    }
  };

  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    working = working.then(work);
  };

  const later = (document: DocumentId): void => {
    waiting.add(document);
    clearTimeout(timer);
    timer = isCaughtUp ? setTimeout(start, PAUSE_MS) : undefined;
  };

  const foreign = (document: DocumentId): void => {
    shared.add(document);
    later(document);
  };

  return {
    foreign,
    caughtUp: () => {
      isCaughtUp = true;
      for (const document of waiting) later(document);
      known = known
        .then(() => outdatedLists(database))
        .then(
          (documents) => documents.forEach(foreign),
          () => undefined,
        );
    },
    saved: (document) => {
      void known.then(() => {
        if (shared.has(document)) later(document);
      });
    },
    settle: async () => {
      await known;
      while (timer !== undefined || waiting.size > 0) {
        start();
        await working;
      }
      await working;
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
