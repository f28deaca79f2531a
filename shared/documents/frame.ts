/** The place of one frame in one device's file: enough to tell whether two sides hold the same. */
export type Head = {
  /** Sequence number of the file's last frame, from 1; 0 for an empty file. */
  readonly seq: number;
  /** Chained hash of that frame, hexadecimal. */
  readonly hash: string;
};

export type FrameKind = 'update' | 'checkpoint';

/** One edit (or the whole state, for a checkpoint) before a log has given it its place. */
export type FrameDraft = {
  readonly kind: FrameKind;
  /** Format number of the document when the frame was written. */
  readonly format: number;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  readonly author: string;
  /** Id of the command, the same in every document that the command touched. */
  readonly command: string;
  /** What the command did, as undo and history show it: 「会合の日付を変更」. */
  readonly label: string;
  /** A Yjs update, encoded in version 1. */
  readonly update: Uint8Array;
};

export type Frame = FrameDraft & Head & { readonly previous: string };

/** A part of a log file that could not be read; all else in the file could. */
export type Damage =
  | { readonly kind: 'unreadable'; readonly from: number; readonly to: number }
  | { readonly kind: 'torn-tail'; readonly from: number; readonly to: number }
  | { readonly kind: 'missing-frames'; readonly after: number; readonly before: number }
  | { readonly kind: 'broken-chain'; readonly seq: number };
