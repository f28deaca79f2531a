import { concatBytes } from '@noble/hashes/utils.js';
import type { Damage, Frame, Head } from './frame.ts';
import { decodeFrame, frameEnd, hasMagicAt, MAGIC } from './frame-codec.ts';

/** All that one device's log file says. */
export type LogReading = {
  readonly frames: readonly Frame[];
  /** Where each frame begins, in bytes. */
  readonly starts: readonly number[];
  readonly damage: readonly Damage[];
  /** How many of these, from the first, lie before a checkpoint: what they hid, it holds. */
  readonly healed: number;
  /** The place of the last whole frame; the file's genesis when there is none. */
  readonly head: Head;
  /** Where the last whole frame ends, in bytes; what follows is torn. */
  readonly end: number;
};

/**
 * Reads a whole log file. A bad frame is skipped, reading goes on at the next one,
 * and the damage is reported beside the frames: nothing is dropped in silence.
 */
export const readLog = (bytes: Uint8Array, start: Head): LogReading => {
  const frames: Frame[] = [];
  const starts: number[] = [];
  const damage: Damage[] = [];
  let healed = 0;
  let head = start;
  let end = 0;
  let at = 0;
  while (at < bytes.length) {
    const read = decodeFrame(bytes, at);
    if (read) {
      damage.push(...breachesBetween(head, read.frame, frames.length === 0));
      frames.push(read.frame);
      starts.push(at);
      if (read.frame.kind === 'checkpoint') healed = damage.length;
      head = { seq: read.frame.seq, hash: read.frame.hash };
      at = read.end;
      end = at;
      continue;
    }
    const next = nextFrame(bytes, at + 1);
    damage.push(
      next === undefined && isTorn(bytes, at)
        ? gap('torn-tail', at, bytes.length)
        : gap('unreadable', at, next ?? bytes.length),
    );
    at = next ?? bytes.length;
  }
  return { frames, starts, damage, healed, head, end };
};

/**
 * Finds the last frame's place from the end of a file, without reading the rest.
 * @param tail the file's last bytes
 * @returns undefined when no whole frame ends exactly where the file ends: then read all of it
 */
export const readHead = (tail: Uint8Array): Head | undefined => {
  for (let at = tail.length - MAGIC.length; at >= 0; at -= 1) {
    if (!hasMagicAt(tail, at) || frameEnd(tail, at) !== tail.length) continue;
    const read = decodeFrame(tail, at);
    if (read) return { seq: read.frame.seq, hash: read.frame.hash };
  }
  return undefined;
};

/**
 * The frames that somebody needs who holds the state up to `after`:
 * the last checkpoint holds all before it, so nothing older is given once `after` lies before it.
 */
export const framesAfter = (frames: readonly Frame[], after: number): readonly Frame[] => {
  const checkpoint = frames.findLastIndex(
    (frame) => frame.kind === 'checkpoint' && frame.seq > after,
  );
  if (checkpoint >= 0) return frames.slice(checkpoint);
  const first = frames.findIndex((frame) => frame.seq > after);
  return first < 0 ? [] : frames.slice(first);
};

/**
 * What `framesAfter` gives, as it stands in the file, one frame behind the other:
 * between the processes thousands of single values would cross slowly.
 */
export const packFramesAfter = (
  bytes: Uint8Array,
  { frames, starts }: Pick<LogReading, 'frames' | 'starts'>,
  after: number,
): Uint8Array => {
  const wanted = starts.slice(frames.length - framesAfter(frames, after).length);
  return concatBytes(...wanted.map((at) => bytes.subarray(at, frameEnd(bytes, at) ?? at)));
};

/** The frames that `packFramesAfter` has packed. */
export const unpackFrames = (packed: Uint8Array): readonly Frame[] => {
  const frames: Frame[] = [];
  for (let read = decodeFrame(packed, 0); read; read = decodeFrame(packed, read.end)) {
    frames.push(read.frame);
  }
  return frames;
};

/** Frames that stand behind the last checkpoint, or all of them. */
export const countSinceCheckpoint = (frames: readonly Frame[]): number =>
  frames.length - 1 - frames.findLastIndex((frame) => frame.kind === 'checkpoint');

const gap = (kind: 'torn-tail' | 'unreadable', from: number, to: number): Damage => ({
  kind,
  from,
  to,
});

/** A file cut in the middle of a frame ends in a header, or in a body shorter than its header says. */
const isTorn = (bytes: Uint8Array, at: number): boolean => {
  const end = frameEnd(bytes, at);
  const isShortHeader = MAGIC.every(
    (byte, index) => at + index >= bytes.length || bytes[at + index] === byte,
  );
  return end === undefined ? isShortHeader && bytes.length - at < 12 : end > bytes.length;
};

const nextFrame = (bytes: Uint8Array, from: number): number | undefined => {
  for (let at = from; at + MAGIC.length <= bytes.length; at += 1) {
    if (hasMagicAt(bytes, at) && decodeFrame(bytes, at)) return at;
  }
  return undefined;
};

/** A checkpoint may follow any gap, since it holds the whole state: that is how a damaged log heals. */
const breachesBetween = (head: Head, frame: Frame, isFirst: boolean): readonly Damage[] => {
  if (frame.seq !== head.seq + 1) {
    if (frame.kind === 'checkpoint' && (isFirst || frame.seq > head.seq)) return [];
    return [{ kind: 'missing-frames', after: head.seq, before: frame.seq }];
  }
  return frame.previous === head.hash ? [] : [{ kind: 'broken-chain', seq: frame.seq }];
};
