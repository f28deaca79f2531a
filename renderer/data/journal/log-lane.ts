import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Head } from '#shared/documents/frame.ts';
import type { AppendGroup } from '#shared/ipc/logs.ts';
import type { Problem } from '#shared/result.ts';
import type { Outgoing } from './cache.ts';

/** So many frames go in one message. */
const BATCH = 500;

/** What waits for the disk of one document, and how it stands with it. */
export type Lane = {
  readonly document: DocumentId;
  readonly queue: Outgoing[];
  /** A checkpoint that goes on where the file does not. */
  mending: Outgoing | undefined;
  /** `new` until its document is caught up with; `busy` while something is merged; `paused` after a failure. */
  state: 'new' | 'busy' | 'paused' | 'ready';
  isOpened: boolean;
  problem: Problem | undefined;
  /** Something was refused that no whole state in the log holds yet. */
  refused: Problem | undefined;
  failures: number;
  merges: number;
  /** No more than so many at once, since the one behind them was refused. */
  limit: number;
  checkpoint: Promise<boolean> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
};

export const newLane = (document: DocumentId): Lane => ({
  document,
  queue: [],
  mending: undefined,
  state: 'new',
  isOpened: false,
  problem: undefined,
  refused: undefined,
  failures: 0,
  merges: 0,
  limit: BATCH,
  checkpoint: undefined,
  timer: undefined,
});

export const hasWork = ({ queue, mending }: Lane): boolean =>
  queue.length > 0 || mending !== undefined;

export const hasCheckpointFirst = ({ queue, mending }: Lane): boolean =>
  mending !== undefined || queue[0]?.draft.kind === 'checkpoint';

/** What goes in the next message. */
export const nextOf = ({ queue, mending, limit }: Lane): readonly Outgoing[] => [
  ...(mending === undefined ? [] : [mending]),
  ...queue.slice(0, limit),
];

/** @param known where our file ends, as far as we know */
export const groupOf = (
  { document, mending }: Lane,
  known: Head,
  sent: readonly Outgoing[],
): AppendGroup => ({
  document,
  known,
  ...(mending !== undefined && { isMending: true }),
  drafts: sent.map(({ draft }) => draft),
});

/** These stand in the file now. */
export const accept = (
  lane: Lane,
  sent: readonly Outgoing[],
  heads: readonly Head[],
  onAcked: (outgoing: Outgoing, head: Head) => void,
): void => {
  for (const [index, outgoing] of sent.entries()) {
    const place = heads[index];
    if (place === undefined) continue;
    if (outgoing.draft.kind === 'checkpoint') lane.refused = undefined;
    if (lane.mending === outgoing) lane.mending = undefined;
    else if (lane.queue[0] === outgoing) lane.queue.shift();
    onAcked(outgoing, place);
  }
  lane.problem = undefined;
  lane.failures = 0;
  lane.merges = 0;
  lane.limit = BATCH;
};

/**
 * Takes out of the lane what can never be stored.
 * @returns that, `later` where what stands before it is sound and goes first, `mending` where it is the
 * checkpoint on which all the rest waits
 */
export const takeRefused = (
  lane: Lane,
  outgoing: Outgoing | undefined,
  problem: Problem,
): Outgoing | 'later' | 'mending' => {
  if (outgoing === undefined || outgoing === lane.mending) return 'mending';
  const at = lane.queue.indexOf(outgoing);
  if (at > 0) {
    lane.limit = at;
    return 'later';
  }
  lane.limit = BATCH;
  if (at === 0) lane.queue.shift();
  lane.refused = problem;
  return outgoing;
};
