import { assertNever } from '../result.ts';
import { type Damage, type Frame, type Head, NO_HEAD } from './frame.ts';
import type { LogReading } from './log-reader.ts';

/** A checkpoint by which a reader may skip earlier frames of the same file. */
const coverOf = (frame: Frame): Head | undefined =>
  frame.kind === 'checkpoint' && !frame.redacted ? frame.covers : undefined;

/**
 * The last frame up to which a file's frames, read together, hold everything: the file's head, or the
 * frame before the first gap that no checkpoint fills.
 * @param held up to where the reader has everything already
 */
export const heldBy = (
  { frames }: Pick<LogReading, 'frames'>,
  genesis: Head,
  held: Head = NO_HEAD,
): Head => {
  const covers = frames.flatMap((frame) => coverOf(frame) ?? []);
  const base = [...covers, held].reduce(
    (best, head) => (head.seq > best.seq ? head : best),
    genesis,
  );
  let last = base;
  for (const { generation, seq, hash } of frames.toSorted((a, b) => a.seq - b.seq)) {
    if (seq > last.seq + 1) break;
    if (seq === last.seq + 1) last = { generation, seq, hash };
  }
  return last;
};

/** Damage that hides something from a reader who has everything up to `held`. */
export const openDamage = (damage: readonly Damage[], held: Head): readonly Damage[] =>
  damage.filter((each) => isOpen(each, held));

const isOpen = (damage: Damage, held: Head): boolean => {
  switch (damage.kind) {
    case 'unreadable':
    case 'missing-frames':
      return damage.before - 1 > held.seq;
    case 'broken-chain':
      return damage.seq > held.seq;
    case 'torn-tail':
      return false;
    case 'no-header':
      return true;
    default:
      return assertNever(damage);
  }
};

/**
 * The frames that somebody needs who holds everything up to `after`. The last checkpoint saves reading
 * what it covers, and nothing else: frames behind its cover, and all others of the file, are given. What says
 * that something was erased is given always: it counts for other files too.
 */
export const framesAfter = (frames: readonly Frame[], after: number): readonly Frame[] => {
  const best = frames.findLast((frame) => (coverOf(frame)?.seq ?? -1) > after);
  const covered = best === undefined ? after : (coverOf(best)?.seq ?? after);
  const isNeeded = (frame: Frame): boolean =>
    frame === best ||
    (frame.kind === 'erased' && frame.seq > after) ||
    (frame.seq > covered && !isSpared(frame, best));
  return frames.filter(isNeeded);
};

/** An earlier checkpoint holds nothing that a later one with its cover does not hold. */
const isSpared = (frame: Frame, best: Frame | undefined): boolean => {
  const cover = coverOf(frame);
  return best !== undefined && cover !== undefined && cover.seq <= (coverOf(best)?.seq ?? -1);
};

/**
 * The hash that the chain has at a sequence number, from the frame itself or from the one behind it;
 * undefined where neither could be read.
 */
export const hashAt = (frames: readonly Frame[], seq: number): string | undefined => {
  const own = frames.find((frame) => frame.seq === seq);
  return own?.hash ?? frames.find((frame) => frame.seq === seq + 1)?.previous;
};
