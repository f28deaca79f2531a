import * as Y from 'yjs';
import { framesAfter } from '#shared/documents/log-coverage.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import type { FrameNode } from '../conflicts/frame-tree.ts';

/**
 * The document as it was behind the first `count` frames. Of each file the last checkpoint among them saves
 * reading what it covers.
 * @param ordered frames, each behind what it builds on (`framesInOrder`)
 */
export const stateAt = (ordered: readonly FrameNode[], count: number): Y.Doc => {
  const doc = new Y.Doc();
  const nodes = ordered.slice(0, count);
  const needed = new Set(
    [...groupBy(nodes, ({ line }) => line).values()].flatMap((line) =>
      framesAfter(
        line.map(({ frame }) => frame),
        0,
      ),
    ),
  );
  doc.transact(() => {
    for (const { frame } of nodes) if (needed.has(frame)) applyWhole(doc, frame.update);
  });
  return doc;
};

/** What cannot be applied here could not be adopted either: it wrote nothing. */
export const applyWhole = (doc: Y.Doc, update: Uint8Array): void => {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    // Told by whoever reads the file.
  }
};
