import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FrameDraft, Head } from '#shared/documents/frame.ts';
import type { Append, AppendOutcome } from '#shared/ipc/contract.ts';
import type { Problem, Result } from '#shared/result.ts';
import type { LogPort } from './log-port.ts';
import type { SaveState } from './save-state.ts';

/** So many frames behind a checkpoint call for the next one. */
const CHECKPOINT_EVERY = 500;
const BATCH = 500;
const RETRY_MS = [500, 2_000, 5_000, 15_000];

type Entry = { readonly document: DocumentId; readonly draft: FrameDraft };

type LogLaneDependencies = {
  readonly port: LogPort;
  readonly known: (document: DocumentId) => Head;
  /** The whole state of a document as a frame, for a checkpoint. */
  readonly checkpoint: (document: DocumentId) => Promise<FrameDraft>;
  readonly onAcked: (document: DocumentId, command: string, head: Head) => void;
  readonly onState: (state: SaveState) => void;
  readonly now: () => number;
};

/** Frames on their way to the disk, in order; what fails stays here and is tried again. */
export type LogLane = {
  readonly push: (entries: readonly Entry[]) => void;
  readonly pushCheckpoint: (document: DocumentId) => Promise<void>;
  /** Resolves with true when nothing waits any more, with false when the last try failed. */
  readonly settle: () => Promise<boolean>;
  readonly retryNow: () => void;
};

export const createLogLane = (dependencies: LogLaneDependencies): LogLane => {
  const { port, known, checkpoint, onAcked, onState, now } = dependencies;
  const queue: Entry[] = [];
  let running: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Checkpoints on their way: one for each document at a time. */
  const checkpoints = new Map<DocumentId, Promise<void>>();

  const send = async (): Promise<Result<AppendOutcome>> => {
    const entries: Append[] = queue
      .slice(0, BATCH)
      .map((entry) => ({ ...entry, known: known(entry.document) }));
    return port.append(entries);
  };

  const accept = (outcome: AppendOutcome): void => {
    const accepted = queue.splice(0, outcome.appended.length);
    outcome.appended.forEach(({ document, head, sinceCheckpoint }, index) => {
      onAcked(document, accepted[index]?.draft.command ?? '', head);
      if (sinceCheckpoint === 0) checkpoints.delete(document);
      if (sinceCheckpoint >= CHECKPOINT_EVERY) void pushCheckpoint(document);
    });
  };

  /** A lost file goes on with a checkpoint, which holds all that it held. */
  const heal = async (problem: Problem): Promise<boolean> => {
    const [first] = queue;
    if (problem.code !== 'damaged' || !first || first.draft.kind === 'checkpoint') return false;
    queue.unshift({ document: first.document, draft: await checkpoint(first.document) });
    return true;
  };

  const drain = async (): Promise<boolean> => {
    onState({ kind: 'saving' });
    while (queue.length > 0) {
      const result = await send();
      if (result.ok) accept(result.value);
      const problem = result.ok ? result.value.problem : result.error;
      if (problem && !(await heal(problem))) {
        onState({ kind: 'failed', problem });
        const delay = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
        failures += 1;
        timer = setTimeout(start, delay);
        return false;
      }
    }
    failures = 0;
    onState({ kind: 'saved', at: now() });
    return true;
  };

  const start = (): void => {
    clearTimeout(timer);
    if (running || queue.length === 0) return;
    running = drain().then((saved) => {
      running = undefined;
      // Something may have come in after the last look at the queue.
      if (saved && queue.length > 0) start();
      return saved;
    });
  };

  const push = (entries: readonly Entry[]): void => {
    queue.push(...entries);
    start();
  };

  const pushCheckpoint = (document: DocumentId): Promise<void> => {
    const making =
      checkpoints.get(document) ??
      checkpoint(document).then((draft) => push([{ document, draft }]));
    checkpoints.set(document, making);
    return making;
  };

  return {
    push,
    pushCheckpoint,
    settle: async () => {
      await Promise.all(checkpoints.values());
      start();
      for (let last = running; last; last = running) if (!(await last)) return false;
      return queue.length === 0;
    },
    retryNow: start,
  };
};
