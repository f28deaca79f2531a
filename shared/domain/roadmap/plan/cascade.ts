import { groupBy } from '../../record/row-values.ts';
import type { Bar, BarId, Dependency, Roadmap, Span } from '../model.ts';
import { firstSlotOfSpan, isSameSpan, lastSlotOfSpan, shiftSpan } from '../span.ts';
import { type BarMove, moveOf } from './bar-move.ts';
import { rankBars } from './graph.ts';

export { type BarMove, cascadeWords } from './bar-move.ts';

/** Where a bar is to stand. */
export type WantedMove = { readonly id: BarId; readonly span: Span };

export type Cascade = {
  /** All bars that change their place: those that were asked for, then those that follow. */
  readonly moves: readonly BarMove[];
  /** Of these, the ones that nobody asked for. */
  readonly followers: readonly BarMove[];
  /** Of the bars that were asked for, those that start before a predecessor ends, and stay there. */
  readonly early: readonly BarId[];
  /** Bars that could not be pushed far enough: the calendar ends. */
  readonly stuck: readonly BarId[];
};

/** Where each bar stands, as far as is known by now. */
type Places = Map<BarId, Span>;

/** Whether a bar that is put before the end of its predecessor stays there, or is pushed as others are. */
export type Asked = 'stay' | 'yield';

/**
 * What moves when bars are moved: each follower of a bar that moves is pushed until it starts behind
 * all its predecessors, as long as it was and in whole months if it was. Nothing is pulled back, and
 * what does not move pushes nobody. Who puts a bar before the end of its predecessor means it: it
 * stays, and is named in `early`; with `yield` it is pushed too, and then none that moved starts
 * before its predecessor ends. Dependencies within a loop bind nobody. The same moves once more
 * change nothing.
 */
export const cascade = (
  roadmap: Roadmap,
  moves: readonly WantedMove[],
  asked: Asked = 'stay',
): Cascade => {
  const before = placesOf(roadmap.bars);
  const wanted = new Map(moves.map(({ id, span }) => [id, span]));
  const places: Places = new Map([...before].map(([id, span]) => [id, wanted.get(id) ?? span]));
  const isMoved = (id: BarId): boolean =>
    !isSameSpan(before.get(id) ?? null, places.get(id) ?? null);
  const ranks = rankBars(roadmap.dependencies);
  const [early, stuck]: [BarId[], BarId[]] = [[], []];
  for (const [id, edges] of inRankOrder(bindingOnes(roadmap.dependencies, ranks), ranks)) {
    const span = places.get(id);
    if (span === undefined || !(isMoved(id) || edges.some((edge) => isMoved(edge.before))))
      continue;
    const late = earliestStart(edges, places) - firstSlotOfSpan(span);
    if (late <= 0) continue;
    if (asked === 'stay' && wanted.has(id)) {
      early.push(id);
      continue;
    }
    const pushed = shiftSpan(span, late);
    places.set(id, pushed);
    if (firstSlotOfSpan(pushed) < firstSlotOfSpan(span) + late) stuck.push(id);
  }
  const all = movesOf(roadmap.bars, before, places, ranks);
  const followers = all.filter(({ id }) => !wanted.has(id));
  const own = all.filter(({ id }) => wanted.has(id));
  return { moves: [...own, ...followers], followers, early, stuck };
};

const placesOf = (bars: readonly Bar[]): Places =>
  new Map(bars.flatMap(({ id, span }) => (span === null ? [] : [[id, span] as const])));

/** Within a loop nothing can end before all of it begins, so there no dependency is kept to. */
const bindingOnes = (
  dependencies: readonly Dependency[],
  ranks: ReadonlyMap<BarId, number>,
): readonly Dependency[] =>
  dependencies.filter(({ before, after }) => ranks.get(before) !== ranks.get(after));

/** Followers with what binds them, each behind all that it may wait for. */
const inRankOrder = (
  dependencies: readonly Dependency[],
  ranks: ReadonlyMap<BarId, number>,
): readonly (readonly [BarId, readonly Dependency[]])[] =>
  [...groupBy(dependencies, ({ after }) => after)].toSorted(
    ([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0),
  );

const earliestStart = (edges: readonly Dependency[], places: Places): number =>
  edges.reduce((latest, { before }) => {
    const span = places.get(before);
    return span === undefined ? latest : Math.max(latest, lastSlotOfSpan(span) + 1);
  }, Number.NEGATIVE_INFINITY);

const movesOf = (
  bars: readonly Bar[],
  before: Places,
  after: Places,
  ranks: ReadonlyMap<BarId, number>,
): readonly BarMove[] =>
  bars
    .flatMap((bar) => moveOf(bar, before.get(bar.id), after.get(bar.id)))
    .toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
