import type { Problem } from '#shared/result.ts';

/** What the top bar says. `saved` means that the log's flush returned, nothing less. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'saving' }
  /** The log files are still being read: what is typed is kept, and nothing is claimed yet. */
  | { readonly kind: 'reading' }
  /** All that was handed over is on disk; so many inputs hold text that is not. */
  | { readonly kind: 'draft'; readonly count: number }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type Unsaved = {
  /** Commands and letters that have not become a frame yet, and drafts on their way. */
  readonly isWaiting: boolean;
  readonly isSending: boolean;
  readonly isReading: boolean;
  readonly problem: Problem | undefined;
  /** Inputs whose text waits for somebody. */
  readonly drafts: number;
};

/** The worst first: staff must hear that something cannot be saved before anything else. */
export const saveStateOf = (
  { isWaiting, isSending, isReading, problem, drafts }: Unsaved,
  savedAt: number | undefined,
): SaveState => {
  if (problem !== undefined) return { kind: 'failed', problem };
  if (isWaiting || isSending) return { kind: 'saving' };
  if (isReading) return { kind: 'reading' };
  if (drafts > 0) return { kind: 'draft', count: drafts };
  return { kind: 'saved', at: savedAt };
};

export const sameSaveState = (a: SaveState, b: SaveState): boolean => {
  if (a.kind === 'saved' && b.kind === 'saved') return a.at === b.at;
  if (a.kind === 'failed' && b.kind === 'failed') return a.problem === b.problem;
  if (a.kind === 'draft' && b.kind === 'draft') return a.count === b.count;
  return a.kind === b.kind;
};
