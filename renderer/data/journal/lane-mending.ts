import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FrameDraft } from '#shared/documents/frame.ts';
import type { Result } from '#shared/result.ts';
import { hasCheckpointFirst, type Lane } from './log-lane.ts';

export type MendingDependencies = {
  /** Resolves once the document's log was read and the cache holds it; a failure says why not. */
  readonly ready: (document: DocumentId) => Promise<Result<null>>;
  /** Reads our own file, merges it, and takes out of the lane what it holds already (`drop`). */
  readonly merge: (document: DocumentId) => Promise<Result<null>>;
  /** Whether our file must begin with the whole state: what waits builds on others' files. */
  readonly needsWhole: (document: DocumentId) => boolean;
  /** The whole state of a document as a frame; a failure when it must not be written. */
  readonly checkpoint: (document: DocumentId) => Promise<Result<FrameDraft>>;
};

/** What is done about a lane whose file cannot simply be appended to. */
export const createMending = ({ ready, merge, needsWhole, checkpoint }: MendingDependencies) => {
  const beginWhole = async (lane: Lane): Promise<Result<null> | null> => {
    const draft = await checkpoint(lane.document);
    if (!draft.ok) return draft;
    lane.mending = { document: lane.document, draft: draft.value, place: 0 };
    return null;
  };
  return {
    /** An edit that an earlier device id had made goes into a file that does not exist yet. */
    open: async (lane: Lane): Promise<Result<null>> => {
      const isReady = await ready(lane.document);
      if (!isReady.ok || !needsWhole(lane.document) || hasCheckpointFirst(lane)) return isReady;
      return (await beginWhole(lane)) ?? isReady;
    },
    /** Behind a file that is shorter, or says something else, only a checkpoint may go on. */
    goOn: async (lane: Lane): Promise<Result<null>> => {
      const merged = await merge(lane.document);
      if (!merged.ok) return merged;
      return (await beginWhole(lane)) ?? merged;
    },
  };
};
