import * as Y from 'yjs';
import type { FrameDraft } from '#shared/documents/frame.ts';

/** Letters and values that somebody's edits made in a row, by their Yjs client and its clock. */
export type WrittenRange = {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  /** As it stood in the settings when it was written. */
  readonly name: string;
};

/**
 * What edits say about who wrote. Whole states, and what is passed on of others, name whoever passed it on:
 * they say nothing, and neither does a frame without a name.
 * @param before of frames that stand before these
 */
export const rangesOfFrames = (
  frames: readonly Pick<FrameDraft, 'kind' | 'author' | 'update'>[],
  before: readonly WrittenRange[] = [],
): readonly WrittenRange[] => {
  const ranges = [...before];
  /** Of each client the place of its last range: who types on goes on with it. */
  const last = new Map(ranges.map(({ client }, at) => [client, at]));
  for (const { kind, author, update } of frames) {
    const name = author.name.trim();
    if (kind !== 'update' || NO_NAME.test(name)) continue;
    for (const { id, length } of structsOf(update)) {
      const at = last.get(id.client);
      const open = at === undefined ? undefined : ranges[at];
      const end = id.clock + length;
      if (at !== undefined && open?.name === name && open.end === id.clock) {
        ranges[at] = { ...open, end };
        continue;
      }
      last.set(id.client, ranges.length);
      ranges.push({ client: id.client, clock: id.clock, end, name });
    }
  }
  return ranges;
};

/** Nothing, or the asterisks that take the place of a name that was erased (`blankPart`). */
const NO_NAME = /^\**$/;

/** None where the bytes are no update, which says nothing. */
const structsOf = (update: Uint8Array): ReturnType<typeof Y.decodeUpdate>['structs'] => {
  try {
    return Y.decodeUpdate(update).structs.filter((struct) => !(struct instanceof Y.Skip));
  } catch {
    return [];
  }
};
