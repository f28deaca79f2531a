import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import { findFieldConflicts } from './find-fields.ts';
import { findPassageConflicts, textHistories } from './find-passages.ts';
import { frameTree, type SourceFrames } from './frame-tree.ts';
import { replay } from './replay.ts';
import { createWriters } from './writers.ts';

/**
 * What edits of several devices leave open: keys and sentences that more than one has written without
 * having seen the others. Yjs's winner stands meanwhile; any later edit that has seen all decides.
 * Alike on all devices that have the same files, whatever their order.
 * 4,600 frames of a case take tenths of a second on a busy machine: call it in a worker.
 * @param files all log files of the document, each from its beginning
 */
export const findConflicts = (
  document: DocumentId,
  files: readonly SourceFrames[],
): readonly Conflict[] => {
  const tree = frameTree(files);
  // One line of frames has seen all of itself.
  if (new Set(tree.nodes.map(({ line }) => line)).size < 2 && !hasPassedOn(files)) return [];
  const writers = createWriters(tree);
  const history = replay(tree, writers);
  try {
    const texts = textHistories(document, history);
    const textWriters = new Map(texts.map((text) => [text.name, text.writers]));
    const found: readonly Conflict[] = [
      ...findFieldConflicts(document, history, writers.saw, textWriters),
      ...findPassageConflicts(document, texts, writers.saw),
    ];
    return found.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  } finally {
    history.doc.destroy();
  }
};

/** Whether a file brings what others wrote, whose own files may be missing. */
const hasPassedOn = (files: readonly SourceFrames[]): boolean =>
  files.some(({ frames }) => frames.some(({ kind }) => kind !== 'update'));
