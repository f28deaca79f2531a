import { quote } from '../../../text/typed.ts';
import type { Bar, BarId } from '../model.ts';
import { type Edge, pathBetween, rankBars } from './graph.ts';

export type { Edge } from './graph.ts';

/**
 * The bars of a loop in order, each once; null where there is none. With a `candidate`, only the
 * loop that this dependency would close, beginning with its `before`.
 */
export const findLoop = (
  dependencies: readonly Edge[],
  candidate?: Edge,
): readonly BarId[] | null => {
  if (candidate) return loopThrough(dependencies, candidate);
  return findLoops(dependencies)[0] ?? null;
};

/** One loop for each knot of bars that wait for each other. */
export const findLoops = (dependencies: readonly Edge[]): readonly (readonly BarId[])[] => {
  const ranks = rankBars(dependencies);
  const named = new Set<number | undefined>();
  return dependencies.flatMap((edge) => {
    const rank = ranks.get(edge.before);
    if (rank !== ranks.get(edge.after) || named.has(rank)) return [];
    named.add(rank);
    const loop = loopThrough(dependencies, edge);
    return loop === null ? [] : [loop];
  });
};

const loopThrough = (dependencies: readonly Edge[], edge: Edge): readonly BarId[] | null => {
  const path = pathBetween(dependencies, edge.after, edge.before);
  return path === null ? null : [edge.before, ...path.slice(0, -1)];
};

/** 「試行」→「本格実施」→「試行」. */
export const loopWords = (
  loop: readonly BarId[],
  bars: readonly Pick<Bar, 'id' | 'label'>[],
): string => {
  const labels = new Map(bars.map(({ id, label }) => [id, label]));
  return [...loop, ...loop.slice(0, 1)].map((id) => quote(labels.get(id) ?? '？')).join('→');
};
