import { comparePartialDates } from '../../dates/calendar.ts';
import { startSlotOf } from '../../dates/thirds.ts';
import { groupBy } from '../record/row-values.ts';
import {
  type Bar,
  type GroupId,
  type Lane,
  type LaneId,
  LOST_GROUP,
  LOST_LANE,
  type Roadmap,
} from './model.ts';

export const LOST_LANE_NAME = '（取組みなし）';
export const LOST_GROUP_NAME = '（分野なし）';

/**
 * Makes a whole roadmap of parts that stand in the order of their siblings: each id once, lanes by
 * group, bars and milestones by lane and time, what lost its lane or group in one made for it, and
 * only dependencies between bars that are there. A whole roadmap comes out as it went in.
 */
export const assemble = (parts: Roadmap): Roadmap => {
  const bars = distinct(parts.bars);
  const milestones = distinct(parts.milestones);
  const ownLanes = distinct(parts.lanes);
  const lanes = withLostLane(ownLanes, [...bars, ...milestones]);
  const groups = withLostGroup(distinct(parts.groups), lanes);
  const placed = byGroup(groups, lanes);
  const barIds = new Set(bars.map(({ id }) => id));
  return {
    ...parts,
    foldedYears: [...new Set(parts.foldedYears)].toSorted((a, b) => a - b),
    groups,
    lanes: placed,
    bars: byLane(placed, bars, compareBars),
    milestones: byLane(placed, milestones, (a, b) => comparePartialDates(a.date, b.date)),
    dependencies: distinct(parts.dependencies).filter(
      ({ before, after }) => barIds.has(before) && barIds.has(after),
    ),
  };
};

const distinct = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
  [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();

const withLostLane = (
  lanes: readonly Lane[],
  placed: readonly { readonly lane: LaneId }[],
): readonly Lane[] => {
  const ids = new Set(lanes.map(({ id }) => id));
  if (ids.has(LOST_LANE) || placed.every(({ lane }) => ids.has(lane))) return lanes;
  return [...lanes, { id: LOST_LANE, group: LOST_GROUP, name: LOST_LANE_NAME }];
};

const withLostGroup = (groups: Roadmap['groups'], lanes: readonly Lane[]): Roadmap['groups'] => {
  const ids = new Set(groups.map(({ id }) => id));
  if (ids.has(LOST_GROUP) || lanes.every(({ group }) => ids.has(group))) return groups;
  return [...groups, { id: LOST_GROUP, name: LOST_GROUP_NAME }];
};

const byGroup = (groups: Roadmap['groups'], lanes: readonly Lane[]): readonly Lane[] => {
  const ids = new Set<GroupId>(groups.map(({ id }) => id));
  const whole = lanes.map((lane) => (ids.has(lane.group) ? lane : { ...lane, group: LOST_GROUP }));
  const found = groupBy(whole, ({ group }) => group);
  return groups.flatMap(({ id }) => found.get(id) ?? []);
};

const byLane = <Item extends { readonly lane: LaneId }>(
  lanes: readonly Lane[],
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): readonly Item[] => {
  const ids = new Set(lanes.map(({ id }) => id));
  const whole = items.map((item) => (ids.has(item.lane) ? item : { ...item, lane: LOST_LANE }));
  const found = groupBy(whole, ({ lane }) => lane);
  return lanes.flatMap(({ id }) => (found.get(id) ?? []).toSorted(compare));
};

/** By their start, what has no months last; equals stay as they stood. */
const compareBars = (a: Bar, b: Bar): number => startOf(a) - startOf(b);

const startOf = ({ span }: Bar): number =>
  span === null ? Number.MAX_SAFE_INTEGER : startSlotOf(span.start);
