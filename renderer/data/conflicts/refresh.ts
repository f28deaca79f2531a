import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Database } from '../database.ts';
import type { SourceFrames } from './frame-tree.ts';
import { placesOf, storeConflicts } from './store-conflicts.ts';

/** What a search for conflicts is asked: all files of one document. */
export type ConflictRequest = {
  readonly document: DocumentId;
  readonly files: readonly SourceFrames[];
};

export type ConflictRefreshDependencies = {
  readonly database: Database;
  /** Reads all log files of a document whole. */
  readonly history: (document: DocumentId) => Promise<Result<readonly SourceFrames[]>>;
  /** `findConflicts`, in a worker or not. */
  readonly find: (request: ConflictRequest) => Promise<Result<readonly Conflict[]>>;
};

export type ConflictRefresh = {
  /**
   * Derives anew what is open in a document. While that goes on, further calls for it are one more
   * run behind it. What cannot be read leaves the list as it was.
   */
  readonly refresh: (document: DocumentId) => Promise<Result<null>>;
};

export const createConflictRefresh = (
  dependencies: ConflictRefreshDependencies,
): ConflictRefresh => {
  const { database, history, find } = dependencies;
  const running = new Map<DocumentId, Promise<Result<null>>>();
  const waiting = new Map<DocumentId, Promise<Result<null>>>();

  const derive = async (document: DocumentId): Promise<Result<null>> => {
    const record = await database.documents.get(document);
    const files = await history(document);
    if (!files.ok) return files;
    const found = await find({ document, files: files.value });
    if (!found.ok) return found;
    await storeConflicts(database, document, found.value, placesOf(record ?? { sources: {} }));
    return ok(null);
  };

  const run = (document: DocumentId): Promise<Result<null>> => {
    const now = derive(document).finally(() => {
      if (running.get(document) === now) running.delete(document);
    });
    running.set(document, now);
    return now;
  };

  return {
    refresh: (document) => {
      const now = running.get(document);
      if (now === undefined) return run(document);
      const next = waiting.get(document);
      if (next !== undefined) return next;
      // What is being read may lack what has just been written: once more, when it is done.
      const again = now
        .then(
          () => null,
          () => null,
        )
        .then(() => {
          waiting.delete(document);
          return run(document);
        });
      waiting.set(document, again);
      return again;
    },
  };
};
