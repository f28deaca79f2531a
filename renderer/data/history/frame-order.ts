import { type FrameNode, frameTree, type SourceFrames } from '../conflicts/frame-tree.ts';

/**
 * The frames of all files in one row: each behind all that its author had seen, and otherwise by time. A clock
 * that runs ahead moves what is built on it; it never puts an edit before what it builds on.
 */
export const framesInOrder = (files: readonly SourceFrames[]): readonly FrameNode[] => {
  const { nodes } = frameTree(files);
  if (files.length < 2) return nodes;
  const known = new Map(nodes.map((node) => [`${node.device} ${node.frame.hash}`, node]));
  const times = new Map<FrameNode, number>();
  const seenTimes = new Map<FrameNode['frame']['seen'], number>();
  const timeOf = (node: FrameNode | undefined): number =>
    node === undefined ? 0 : (times.get(node) ?? 0);
  const timeOfSeen = (seen: FrameNode['frame']['seen']): number => {
    const before = seenTimes.get(seen);
    if (before !== undefined) return before;
    const all = seen.map(({ device, hash }) => timeOf(known.get(`${device} ${hash}`)));
    const time = Math.max(0, ...all);
    seenTimes.set(seen, time);
    return time;
  };
  for (const node of nodes) {
    const { frame, parent } = node;
    times.set(node, Math.max(frame.time, timeOf(parent), timeOfSeen(frame.seen)));
  }
  // Equal times keep the order of the tree: whoever builds on another stands behind it there.
  return nodes.toSorted((a, b) => timeOf(a) - timeOf(b));
};
