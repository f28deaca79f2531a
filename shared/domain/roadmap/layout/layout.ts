import { endSlotOf, slotOfDay, startSlotOf } from '../../../dates/thirds.ts';
import type { Day } from '../../../dates/types.ts';
import type { Bar, LaneId, Milestone, Roadmap } from '../model.ts';
import { type Scale, UNITS_PER_COLUMN, unitAt } from '../scale.ts';
import { type LaneContent, type LaneSetting, layoutLane } from './layout-lane.ts';
import type { BoardLayout, GroupBox, LaneBox, Metrics } from './layout-types.ts';
import { wrapText } from './wrap.ts';

export type * from './layout-types.ts';

export type LayoutExtras = {
  /** The roadmap it is compared with. */
  readonly ghosts?: Roadmap | null;
  /** Without it nothing is overdue, and an actual time that goes on lasts to its bar's end. */
  readonly today?: Day | null;
};

/** Names of groups are bold. */
const BOLD = 1.06;

/**
 * Where each lane, bar, milestone and label stands. What overlaps within a lane is stacked; labels are whole:
 * in their bar, wrapped in it, beside it, or below, and the lane grows. Bars and milestones outside the
 * scale's period, or without a readable span, have no box.
 */
export const layoutRoadmap = (
  roadmap: Roadmap,
  scale: Scale,
  metrics: Metrics,
  { ghosts = null, today = null }: LayoutExtras = {},
): BoardLayout => {
  const measure = remember(metrics.measure);
  const width = scale.columns.length * metrics.columnWidth;
  const before = ghosts && new Map(ghosts.bars.map((bar) => [bar.id, bar]));
  const setting: LaneSetting = {
    ...{ scale, metrics, measure, width, today, before },
    // Hundreds of bars begin and end in the same few months.
    xOf: remember((at) => (unitAt(scale, at) / UNITS_PER_COLUMN) * metrics.columnWidth),
    startOf: remember(startSlotOf),
    endOf: remember(endSlotOf),
    todaySlot: today === null ? Number.NEGATIVE_INFINITY : slotOfDay(today),
  };
  const contents = contentsOf(roadmap, ghosts);
  const groups: GroupBox[] = [];
  const lanes: LaneBox[] = [];
  let y = 0;
  for (const group of roadmap.groups) {
    const nameLines = wrapText(group.name, metrics.groupWidth / BOLD, measure);
    const own = roadmap.lanes.filter((lane) => lane.group === group.id);
    const [top, firstLane] = [y, lanes.length];
    const least = metrics.rowHeight + (nameLines.length - 1) * metrics.lineHeight;
    for (const [index, lane] of own.entries()) {
      const names = wrapText(lane.name, metrics.laneWidth, measure);
      const content = layoutLane(contents.get(lane.id) ?? NOTHING, setting);
      const isLast = index === own.length - 1;
      const height = Math.max(
        content.height,
        metrics.rowHeight + (names.length - 1) * metrics.lineHeight,
        isLast ? top + least - y : 0,
      );
      const boxes = content.at(y + (height - content.height) / 2);
      lanes.push({ lane, index: lanes.length, y, height, nameLines: names, ...boxes });
      y += height;
    }
    if (own.length === 0) y += least;
    groups.push({ group, y: top, height: y - top, nameLines, firstLane, lanes: own.length });
  }
  return { width, height: y, columnWidth: metrics.columnWidth, groups, lanes };
};

const remember = <Key, Value>(find: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };
};

const NOTHING: LaneContent = { bars: [], milestones: [], gone: [] };

type Gathered = {
  readonly bars: Bar[];
  readonly milestones: Milestone[];
  readonly gone: LaneContent['gone'][number][];
};

const contentsOf = (roadmap: Roadmap, ghosts: Roadmap | null): ReadonlyMap<LaneId, LaneContent> => {
  const contents = new Map<LaneId, Gathered>();
  for (const { id } of roadmap.lanes) contents.set(id, { bars: [], milestones: [], gone: [] });
  for (const bar of roadmap.bars) contents.get(bar.lane)?.bars.push(bar);
  for (const one of roadmap.milestones) contents.get(one.lane)?.milestones.push(one);
  if (!ghosts) return contents;
  const now = new Map(roadmap.bars.map((bar) => [bar.id, bar]));
  for (const bar of ghosts.bars) {
    const current = now.get(bar.id);
    if (current?.lane === bar.lane) continue;
    contents.get(bar.lane)?.gone.push({ bar, sign: current ? '移動前：' : '削除：' });
  }
  return contents;
};

/** The index of the lane or row at a height, as in `boxes`: the nearest one outside, -1 when there is none. */
export const indexAt = (boxes: readonly { readonly y: number }[], y: number): number => {
  let [low, high] = [0, boxes.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((boxes[middle]?.y ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, boxes.length - 1);
};

/** The lanes of which something stands between two heights. */
export const lanesIn = (layout: BoardLayout, top: number, bottom: number): readonly LaneBox[] => {
  const first = indexAt(layout.lanes, top);
  return first < 0 ? [] : layout.lanes.slice(first, indexAt(layout.lanes, bottom) + 1);
};
