import type { DocumentId } from '#shared/documents/document-id.ts';
import { type Head, NO_HEAD, type Seen } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import type { DocumentRecord } from '../database.ts';

/** Where we stand with one document: what the next frame has to say, and what it has to follow. */
export type Standing = {
  /** The end of our own file, as it was last read or acknowledged. */
  readonly head: Head;
  /** Up to where the document holds everything of our own file; less than `head` after damage. */
  readonly held: Head;
  /** What of others is in the document. */
  readonly seen: Seen;
  /** Updates of others that came in since our last frame: the next edit is preceded by them. */
  readonly adoptions: readonly Uint8Array[];
  /** Others wrote this document, and our own file of it does not exist yet. */
  readonly isFirst: boolean;
};

export type Standings = {
  readonly has: (document: DocumentId) => boolean;
  readonly get: (document: DocumentId) => Standing;
  readonly set: (document: DocumentId, change: Partial<Standing>) => void;
  /** Our file has one frame more. */
  readonly acked: (document: DocumentId, head: Head) => void;
};

const NOWHERE: Standing = {
  head: NO_HEAD,
  held: NO_HEAD,
  seen: [],
  adoptions: [],
  isFirst: false,
};

export const createStandings = (): Standings => {
  const all = new Map<DocumentId, Standing>();
  const get = (document: DocumentId): Standing => all.get(document) ?? NOWHERE;
  const set: Standings['set'] = (document, change) => {
    all.set(document, { ...get(document), ...change });
  };
  return {
    has: (document) => all.has(document),
    get,
    set,
    acked: (document, head) => {
      const { head: before, held } = get(document);
      set(document, { head, held: nextHeld(held, before, head), isFirst: false });
    },
  };
};

/** What was held to the end still is: our own frame is in the document before it is in the file. */
export const nextHeld = (held: Head, before: Head, head: Head): Head =>
  held.seq === before.seq ? head : held;

/** What the cache knows of a document, as a standing. */
export const standingOf = (
  record: DocumentRecord | undefined,
  device: DeviceId,
  adoptions: readonly Uint8Array[],
): Standing => {
  const own = record?.sources[sourceOf(device)];
  const others = Object.keys(record?.sources ?? {}).length - (own === undefined ? 0 : 1);
  const { seen = [] } = record ?? {};
  return {
    head: own?.head ?? NO_HEAD,
    held: own?.held ?? NO_HEAD,
    seen,
    adoptions,
    isFirst: (own === undefined || own.head.seq === 0) && (others > 0 || seen.length > 0),
  };
};
