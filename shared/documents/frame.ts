import type { CommandId, DeviceId } from '../domain/record/ids.ts';

/** The place of one frame in one device's file: enough to tell whether two sides hold the same. */
export type Head = {
  /** How often the file has been rewritten as a whole; a higher one is never taken back. */
  readonly generation: number;
  /** Sequence number of the frame, from 1; 0 before the first. */
  readonly seq: number;
  /** Chained hash of that frame, 32 hexadecimal digits; '' where there is no file. */
  readonly hash: string;
};

export const NO_HEAD: Head = { generation: 0, seq: 0, hash: '' };

export const sameHead = (a: Head, b: Head): boolean =>
  a.generation === b.generation && a.seq === b.seq && a.hash === b.hash;

/** How far an author had taken in another device's edits. A device stands twice after a fork. */
export type SeenHead = {
  readonly device: DeviceId;
  readonly seq: number;
  readonly hash: string;
};

/** Sorted by device, sequence number and hash (`mergeSeen`). */
export type Seen = readonly SeenHead[];

/**
 * What a frame holds: an edit; the whole state, which saves reading what came before; or what other
 * devices wrote, so that the edit behind it finds all that it builds on in its own file; or which letters
 * and values were erased for good, as an update that holds nothing but their deletion: whoever reads it
 * takes them out of every file that it has.
 */
export type FrameKind = 'update' | 'checkpoint' | 'adopt' | 'erased';

/** Who wrote: the id stays while somebody corrects the spelling of the name. */
export type Author = { readonly id: string; readonly name: string };

/** One edit (or a state, or others' edits) before a log has given it its place. */
export type FrameDraft = {
  readonly kind: FrameKind;
  /** Format number of the document when the frame was written: 1 to 65,535. */
  readonly format: number;
  /** Milliseconds since 1970, UTC, on the writer's clock: shown, never relied on. */
  readonly time: number;
  readonly author: Author;
  /** Id of the command, the same in every document that the command touched. */
  readonly command: CommandId;
  /** What the command did, as undo and history show it: 「会合の日付を変更」. */
  readonly label: string;
  /** What the author had taken in from others when the edit was made. */
  readonly seen: Seen;
  /** The frame of its own file up to which a checkpoint holds everything; absent in other kinds. */
  readonly covers?: Head | undefined;
  /** A Yjs update, encoded in version 1. */
  readonly update: Uint8Array;
};

export type Frame = FrameDraft &
  Head & {
    readonly previous: string;
    /** A checkpoint that goes on where its writer stood, since the file behind it was lost or older. */
    readonly jump: boolean;
    /** What it said was erased: it fills its place, and nobody may skip anything because of it. */
    readonly redacted: boolean;
  };

/** A part of a log file that could not be read; all else in the file could. */
export type Damage =
  /** Bytes that make no frame, between the frames of these sequence numbers. */
  | {
      readonly kind: 'unreadable';
      readonly from: number;
      readonly to: number;
      readonly after: number;
      readonly before: number;
    }
  /** The end of a write that never finished. */
  | { readonly kind: 'torn-tail'; readonly from: number; readonly to: number }
  | { readonly kind: 'missing-frames'; readonly after: number; readonly before: number }
  /** A frame that does not follow the one before it: two have written this file. */
  | { readonly kind: 'broken-chain'; readonly seq: number }
  /** Neither copy of the file's header can be read: nothing tells whose frames these are. */
  | { readonly kind: 'no-header' };
