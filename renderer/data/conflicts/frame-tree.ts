import type { Frame, SeenHead } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';

/** One log file as it was read: a device's own, or (`<device>~<tag>`) a fork kept beside it. */
export type SourceFrames = {
  readonly source: string;
  readonly device: DeviceId;
  /** In file order; some may be missing at the beginning or between. */
  readonly frames: readonly Frame[];
};

/** A frame in its place: a fork and its trunk share the frames before they parted. */
export type FrameNode = {
  readonly frame: Frame;
  readonly device: DeviceId;
  readonly parent: FrameNode | undefined;
  /** Numbers of entering and leaving in a walk through the tree: whoever lies between stands behind. */
  readonly enter: number;
  readonly leave: number;
  /** Frames of one line follow each other without a fork between them. */
  readonly line: number;
};

export type FrameTree = {
  /** Each frame once, each after the frames that it builds on, as far as they are here. */
  readonly nodes: readonly FrameNode[];
  /** Whether the author of `later` had taken in `earlier` when writing. */
  readonly saw: (later: FrameNode, earlier: FrameNode) => boolean;
};

type Draft = {
  readonly frame: Frame;
  readonly device: DeviceId;
  readonly parent: Draft | undefined;
  readonly children: Draft[];
  enter: number;
  leave: number;
  line: number;
};

const keyOf = (device: DeviceId, hash: string): string => `${device} ${hash}`;

const parentOf = (
  frame: Frame,
  before: Draft | undefined,
  known: ReadonlyMap<string, Draft>,
  device: DeviceId,
): Draft | undefined => {
  const named = known.get(keyOf(device, frame.previous));
  if (named !== undefined || before === undefined) return named;
  // A gap in the file, or a jump over what is lost, goes on from what stands before it; a frame that
  // follows in number and not in hash was written by somebody else, who had not seen what stands there.
  const isGap = before.frame.seq + 1 < frame.seq;
  return isGap || frame.jump ? before : undefined;
};

/** Joins the files of all devices into the trees of who wrote behind what. */
export const frameTree = (files: readonly SourceFrames[]): FrameTree => {
  const known = new Map<string, Draft>();
  const sorted = files.toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  const lanes = sorted.map(({ device, frames }) => {
    let before: Draft | undefined;
    return frames.map((frame) => {
      const key = keyOf(device, frame.hash);
      let node = known.get(key);
      if (node === undefined) {
        const parent = parentOf(frame, before, known, device);
        node = { frame, device, parent, children: [], enter: 0, leave: 0, line: 0 };
        parent?.children.push(node);
        known.set(key, node);
      }
      before = node;
      return node;
    });
  });
  number([...known.values()].filter(({ parent }) => parent === undefined));

  const placeOf = (device: DeviceId, seq: number): string => `${device} ${seq}`;
  const taken = new Set([...known.values()].map(({ device, frame }) => placeOf(device, frame.seq)));

  type Seen = { readonly head: SeenHead; readonly named: Draft | undefined };
  const resolved = new Map<FrameNode, readonly Seen[]>();
  const seenBy = (node: FrameNode): readonly Seen[] => {
    let seen = resolved.get(node);
    if (seen === undefined) {
      seen = node.frame.seen.map((head) => ({
        head,
        named: known.get(keyOf(head.device, head.hash)),
      }));
      resolved.set(node, seen);
    }
    return seen;
  };

  const isAtOrBehind = (node: FrameNode, { head, named }: Seen): boolean => {
    if (node.device !== head.device) return false;
    if (named !== undefined) return node.enter <= named.enter && named.leave <= node.leave;
    if (node.frame.seq > head.seq) return false;
    // The frame that is named is not here. Where another stands in its place, it lies on a fork that
    // is missing: what was not written before the fork is rather told than passed over.
    return !taken.has(placeOf(head.device, head.seq));
  };

  /** What was passed on stands in a file earlier than an edit that was made before and sent after it. */
  const hadTakenIn = (later: FrameNode, carrier: FrameNode): boolean =>
    carrier.frame.seen.every((head) =>
      later.frame.seen.some(({ device, seq }) => device === head.device && seq >= head.seq),
    );

  return {
    nodes: inOrder(lanes, known),
    saw: (later, earlier) => {
      if (later === earlier) return false;
      if (earlier.enter < later.enter && later.leave <= earlier.leave) {
        return earlier.frame.kind === 'update' || hadTakenIn(later, earlier);
      }
      return seenBy(later).some((seen) => isAtOrBehind(earlier, seen));
    },
  };
};

/** Numbers all trees in one walk, without recursion: a chain may have 50,000 frames. */
const number = (roots: readonly Draft[]): void => {
  let count = 0;
  let lines = 0;
  const stack: { readonly node: Draft; readonly isLeaving: boolean }[] = [];
  for (const root of roots) stack.push({ node: root, isLeaving: false });
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node } = step;
    if (step.isLeaving) {
      node.leave = count;
      continue;
    }
    count += 1;
    node.enter = count;
    const { parent } = node;
    if (parent !== undefined && parent.children.length === 1) node.line = parent.line;
    else {
      lines += 1;
      node.line = lines;
    }
    stack.push({ node, isLeaving: true });
    for (const child of node.children) stack.push({ node: child, isLeaving: false });
  }
};

/** Frames of all files, each after what its author had seen, so that a replay has nothing pending. */
const inOrder = (
  lanes: readonly (readonly Draft[])[],
  known: ReadonlyMap<string, Draft>,
): readonly FrameNode[] => {
  const done = new Set<Draft>();
  const places = lanes.map(() => 0);
  const ordered: Draft[] = [];
  const isReady = (node: Draft): boolean =>
    node.frame.seen.every(({ device, hash }) => {
      const named = known.get(keyOf(device, hash));
      return named === undefined || named === node || done.has(named);
    });
  const take = (lane: number, isForced: boolean): boolean => {
    let moved = false;
    for (;;) {
      const node = lanes[lane]?.[places[lane] ?? 0];
      if (node === undefined) return moved;
      if (!done.has(node)) {
        if (!isReady(node) && !(isForced && !moved)) return moved;
        done.add(node);
        ordered.push(node);
      }
      places[lane] = (places[lane] ?? 0) + 1;
      moved = true;
    }
  };
  const total = known.size;
  while (done.size < total) {
    const moved = lanes.map((_, lane) => take(lane, false)).some(Boolean);
    // Only damage, or a clock of `seen` that goes round, leaves nothing that may come next.
    if (!moved && !lanes.some((_, lane) => take(lane, true))) break;
  }
  return ordered;
};
