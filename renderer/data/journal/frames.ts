import * as Y from 'yjs';
import type { Author, FrameDraft } from '#shared/documents/frame.ts';
import { randomCommandId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import type { OpenDocument } from '../documents/open-documents.ts';
import type { Standings } from './standings.ts';

/** More than this of others' is not repeated edit by edit: our file gets the whole state. */
const MAX_ADOPTION_BYTES = 64 * 1024;
const LABELS = { adopt: 'ほかのパソコンの記録を取り込み', checkpoint: '全体の控え' } as const;

type FramesDependencies = {
  readonly author: () => Author;
  readonly now: () => number;
  readonly standings: Standings;
};

export type Frames = {
  /** The whole state of a document. */
  readonly checkpoint: (document: OpenDocument) => FrameDraft;
  /** What our file needs of others before it can hold the next edit; once asked for, it is taken as made. */
  readonly needed: (document: OpenDocument) => readonly FrameDraft[];
};

/** Makes the frames of our file that nobody has typed. */
export const createFrames = ({ author, now, standings }: FramesDependencies): Frames => {
  const frame = (
    kind: keyof typeof LABELS,
    { id }: OpenDocument,
    update: Uint8Array,
  ): FrameDraft => {
    const { held, seen } = standings.get(id);
    return {
      kind,
      format: FORMAT,
      time: now(),
      author: author(),
      command: randomCommandId(),
      label: LABELS[kind],
      seen,
      ...(kind === 'checkpoint' ? { covers: held } : {}),
      update,
    };
  };
  const checkpoint: Frames['checkpoint'] = (document) =>
    frame('checkpoint', document, Y.encodeStateAsUpdate(document.doc));

  return {
    checkpoint,
    needed: (document) => {
      const { adoptions, isFirst } = standings.get(document.id);
      const bytes = adoptions.reduce((sum, { length }) => sum + length, 0);
      if (!isFirst && bytes === 0) return [];
      standings.set(document.id, { adoptions: [], isFirst: false });
      if (isFirst || bytes > MAX_ADOPTION_BYTES) return [checkpoint(document)];
      const [only] = adoptions;
      const update = adoptions.length === 1 && only ? only : Y.mergeUpdates([...adoptions]);
      return [frame('adopt', document, update)];
    },
  };
};
