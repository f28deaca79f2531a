import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Result } from '#shared/result.ts';
import type { Draft } from './draft.ts';

/**
 * One thing that a member of staff does, under one label for undo and history.
 * `run` gathers what it needs from the draft, refuses with a `Problem`, or writes;
 * its writes reach all its documents together or not at all.
 */
export type Command<T> = {
  readonly label: string;
  readonly documents: readonly DocumentId[];
  /**
   * The input in which somebody types: commands of one input that follow each other closely are one
   * step of undo. Only for commands of one document.
   */
  readonly burst?: string | undefined;
  readonly run: (draft: Draft) => Result<T>;
  /**
   * What an open editor writes to a note of the command's last document: it is a part of the same
   * transaction, and so of the same step of undo. Called once `run` has returned `ok` and written.
   */
  readonly alongside?: (() => void) | undefined;
};
