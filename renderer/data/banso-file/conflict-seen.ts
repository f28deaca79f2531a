import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Conflict, Origin } from '#shared/domain/record/conflict.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import { type FrameNode, frameTree, type SourceFrames } from '../conflicts/frame-tree.ts';
import { DELETED_FIELD, NOTE_FIELD } from '../documents/keys.ts';
import { createRecordReader } from '../documents/record-reader.ts';
import { stateAt } from '../history/state-at.ts';

/** What the writer of one side had before their eyes. */
export type SeenBySide = {
  /** What the field said to them; undefined where the record was not there yet. */
  readonly value: unknown;
  /** The latest edit of anybody else's that they had taken in. */
  readonly latest: { readonly author: string; readonly time: number } | undefined;
};

/** By the id of the conflict; for each of its sides, in their order. */
export type ConflictsSeen = readonly (readonly [
  id: string,
  sides: readonly (SeenBySide | undefined)[],
])[];

/** Each asks for the document as it stood then: of a flood of conflicts the first are told. */
export const MOST_SEEN = 60;

/** What each side of some conflicts had seen when it was written, by what the frames say of themselves. */
export const seenOfConflicts = (
  document: DocumentId,
  files: readonly SourceFrames[],
  conflicts: readonly Conflict[],
): ConflictsSeen => {
  if (conflicts.length === 0) return [];
  const { nodes, saw } = frameTree(files);
  const writerOf = ({ device, time, label, via }: Origin): FrameNode | undefined =>
    via
      ? undefined
      : nodes.findLast(
          (node) =>
            node.device === device && node.frame.time === time && node.frame.label === label,
        );
  return conflicts.slice(0, MOST_SEEN).map((conflict) => [
    conflict.id,
    conflict.sides.map((side): SeenBySide | undefined => {
      const writer = writerOf(side);
      if (writer === undefined) return undefined;
      const before = nodes.filter((node) => saw(writer, node) && !isOfWriting(node, writer));
      const latest = before.findLast(
        ({ device, frame }) => device !== writer.device && frame.kind === 'update',
      );
      return {
        value: valueAt(document, before, conflict),
        latest: latest && { author: latest.frame.author.name, time: latest.frame.time },
      };
    }),
  ]);
};

/** A command's earlier frames are its own doing; so is the whole state that a desk's first edit is sent with. */
const isOfWriting = ({ device, frame }: FrameNode, writer: FrameNode): boolean =>
  device === writer.device &&
  (frame.command === writer.frame.command ||
    (frame.kind === 'checkpoint' && frame.seq === writer.frame.seq - 1));

const valueAt = (
  document: DocumentId,
  nodes: readonly FrameNode[],
  { collection: name, record, field }: Conflict,
): unknown => {
  const doc = stateAt(nodes, nodes.length);
  try {
    const collection = collectionNamed(name);
    const reader = createRecordReader(document, doc);
    const row = reader.row(collection, record);
    if (row === undefined) return undefined;
    if (field === NOTE_FIELD && collection.note) return reader.noteText(collection, record);
    // A row of any collection holds what its declaration says.
    const said = (row as unknown as Readonly<Record<string, unknown>>)[field];
    return field === DELETED_FIELD ? said !== '' : said;
  } finally {
    doc.destroy();
  }
};
