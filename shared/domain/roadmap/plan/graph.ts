import type { BarId, Dependency } from '../model.ts';

export type Edge = Pick<Dependency, 'before' | 'after'>;

type Neighbours = ReadonlyMap<BarId, readonly BarId[]>;

/**
 * Ranks bars so that a dependency leads from a lower rank to a higher one. Bars that wait for each
 * other in a loop share a rank. (Kosaraju; without recursion, as chains may be long.)
 */
export const rankBars = (edges: readonly Edge[]): ReadonlyMap<BarId, number> => {
  const forward = neighbours(edges, 'before', 'after');
  const back = neighbours(edges, 'after', 'before');
  const ranks = new Map<BarId, number>();
  const finished = depthFirst([...forward.keys()], forward, new Set());
  const seen = new Set<BarId>();
  let rank = 0;
  for (const bar of finished.toReversed()) {
    if (seen.has(bar)) continue;
    for (const member of depthFirst([bar], back, seen)) ranks.set(member, rank);
    rank += 1;
  }
  return ranks;
};

/** The shortest way from one bar to another along dependencies, both included; null where none leads there. */
export const pathBetween = (
  edges: readonly Edge[],
  from: BarId,
  to: BarId,
): readonly BarId[] | null => {
  const forward = neighbours(edges, 'before', 'after');
  const cameFrom = new Map<BarId, BarId | null>([[from, null]]);
  for (const bar of cameFrom.keys()) {
    if (bar === to) return wayBack(cameFrom, to);
    for (const next of forward.get(bar) ?? []) {
      if (!cameFrom.has(next)) cameFrom.set(next, bar);
    }
  }
  return null;
};

const wayBack = (cameFrom: ReadonlyMap<BarId, BarId | null>, to: BarId): readonly BarId[] => {
  const path: BarId[] = [];
  for (let bar: BarId | null = to; bar !== null; bar = cameFrom.get(bar) ?? null) path.push(bar);
  return path.toReversed();
};

/** For each bar the ones next to it; bars without any have an entry too. */
const neighbours = (
  edges: readonly Edge[],
  from: 'before' | 'after',
  to: 'before' | 'after',
): Neighbours => {
  const found = new Map<BarId, BarId[]>();
  const listOf = (bar: BarId): BarId[] => {
    const list = found.get(bar) ?? [];
    found.set(bar, list);
    return list;
  };
  for (const edge of edges) {
    listOf(edge[from]).push(edge[to]);
    listOf(edge[to]);
  }
  return found;
};

/** Bars in the order in which they are finished with: each behind all that can be reached from it. */
const depthFirst = (
  roots: readonly BarId[],
  nextOf: Neighbours,
  seen: Set<BarId>,
): readonly BarId[] => {
  const finished: BarId[] = [];
  for (const root of roots) {
    const stack = seen.has(root) ? [] : [{ bar: root, next: 0 }];
    seen.add(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = nextOf.get(top.bar)?.[top.next];
      top.next += 1;
      if (next === undefined) {
        finished.push(top.bar);
        stack.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        stack.push({ bar: next, next: 0 });
      }
    }
  }
  return finished;
};
