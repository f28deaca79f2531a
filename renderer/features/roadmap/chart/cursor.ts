import {
  firstSlotOf,
  fiscalYearOfSlot,
  positionOf,
  type Slot,
  slot,
  slotOfDay,
} from '#shared/dates/thirds.ts';
import type { Day } from '#shared/dates/types.ts';
import type { LaneId, Milestone, Roadmap } from '#shared/domain/roadmap/model.ts';
import type { Scale } from '#shared/domain/roadmap/scale.ts';
import { firstSlotOfSpan, lastSlotOfSpan } from '#shared/domain/roadmap/span.ts';
import type { Cursor } from './board-props.ts';

/** What the keyboard walks on. */
export type Chart = { readonly roadmap: Roadmap; readonly scale: Scale };

/**
 * The cursor with the place where it stands, so that it finds its way on when what it stood on is
 * gone, and keeps to its month while it walks up and down.
 */
export type Standing = { readonly cursor: Cursor; readonly lane: LaneId; readonly slot: Slot };

/** One step on the chart. `previous` and `next` go from bar to bar and pass over empty cells. */
export type Step =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'previous'
  | 'next'
  | 'yearBack'
  | 'yearOn'
  | 'first'
  | 'last'
  | 'top'
  | 'bottom';

/** Something in a lane to stand on; `end` is the slot behind it. */
type Stop = { readonly cursor: Cursor; readonly start: number; readonly end: number };

export const slotOfMilestone = ({ date }: Milestone): Slot | null =>
  date === '' ? null : slot(Math.floor(positionOf(date)));

/** A lane's bars, milestones, and the columns that no bar fills, in the order of time. */
const stopsOf = ({ roadmap, scale }: Chart, lane: LaneId): readonly Stop[] => {
  const items: Stop[] = [];
  for (const bar of roadmap.bars) {
    if (bar.lane !== lane || bar.span === null) continue;
    const [start, end] = [firstSlotOfSpan(bar.span), lastSlotOfSpan(bar.span) + 1];
    items.push({ cursor: { kind: 'bar', id: bar.id }, start, end });
  }
  const bars = [...items];
  for (const milestone of roadmap.milestones) {
    const at = milestone.lane === lane ? slotOfMilestone(milestone) : null;
    if (at === null) continue;
    items.push({ cursor: { kind: 'milestone', id: milestone.id }, start: at, end: at + 1 });
  }
  const cells = scale.columns
    .map(({ start, slots }) => ({ start, end: start + slots }))
    .filter(({ start, end }) => !isCovered(bars, start, end))
    .map(({ start, end }): Stop => ({ cursor: { kind: 'cell', lane, slot: start }, start, end }));
  return [...items, ...cells].sort((a, b) => a.start - b.start || a.end - b.end);
};

const isCovered = (bars: readonly Stop[], start: number, end: number): boolean => {
  let at = start;
  // The bars of a roadmap come in the order of their starts.
  for (const bar of bars) if (bar.start <= at) at = Math.max(at, bar.end);
  return at >= end;
};

const isSame = (a: Cursor, b: Cursor): boolean =>
  a.kind === 'cell'
    ? b.kind === 'cell' && a.lane === b.lane && a.slot === b.slot
    : a.kind === b.kind && a.id === (b as typeof a).id;

const standOn = (lane: LaneId, { cursor, start }: Stop): Standing => ({
  cursor,
  lane,
  slot: slot(start),
});

/** What stands in a lane at a slot: a bar before a milestone before an empty cell; else what is nearest. */
export const standNear = (chart: Chart, lane: LaneId, at: Slot): Standing | null => {
  const stops = stopsOf(chart, lane);
  const rank = ({ cursor }: Stop): number => ['bar', 'milestone', 'cell'].indexOf(cursor.kind);
  const away = ({ start, end }: Stop): number =>
    at < start ? start - at : at >= end ? at - end + 1 : 0;
  const column = chart.scale.columns.find(({ start, slots }) => at >= start && at < start + slots);
  const isWithin = (stop: Stop): boolean =>
    stop.cursor.kind === 'milestone' &&
    column !== undefined &&
    stop.start >= column.start &&
    stop.start < column.start + column.slots;
  const distance = (stop: Stop): number => (isWithin(stop) ? 0 : away(stop));
  const [best] = [...stops].sort((a, b) => distance(a) - distance(b) || rank(a) - rank(b));
  return best === undefined ? null : { ...standOn(lane, best), slot: at };
};

/** The place of a cursor, or null when it stands on nothing of this roadmap. */
export const standingAt = (chart: Chart, cursor: Cursor): Standing | null => {
  const { roadmap } = chart;
  switch (cursor.kind) {
    case 'bar': {
      const bar = roadmap.bars.find(({ id }) => id === cursor.id);
      if (!bar?.span) return null;
      return { cursor, lane: bar.lane, slot: firstSlotOfSpan(bar.span) };
    }
    case 'milestone': {
      const milestone = roadmap.milestones.find(({ id }) => id === cursor.id);
      const at = milestone ? slotOfMilestone(milestone) : null;
      return milestone && at !== null ? { cursor, lane: milestone.lane, slot: at } : null;
    }
    case 'cell': {
      if (roadmap.lanes.every(({ id }) => id !== cursor.lane)) return null;
      const stop = stopsOf(chart, cursor.lane).find((each) => isSame(each.cursor, cursor));
      return stop ? { ...standOn(cursor.lane, stop), slot: cursor.slot } : null;
    }
  }
};

/** Where the keyboard begins: at the first bar, else in the first lane at today's month. */
export const firstStanding = (chart: Chart, today: Day): Standing | null => {
  const { roadmap } = chart;
  for (const lane of roadmap.lanes) {
    const bar = roadmap.bars.find((each) => each.lane === lane.id && each.span !== null);
    if (bar) return standingAt(chart, { kind: 'bar', id: bar.id });
  }
  const [lane] = roadmap.lanes;
  return lane ? standNear(chart, lane.id, slotOfDay(today)) : null;
};

/** The same place after the roadmap or the scale has changed: what stood there, or what stands there now. */
export const refit = (chart: Chart, standing: Standing | null): Standing | null => {
  if (standing === null) return null;
  const same = standingAt(chart, standing.cursor);
  // The month that was wanted stays while the bar still lies over it.
  if (same) return isOver(chart, same, standing) ? { ...same, slot: standing.slot } : same;
  if (chart.roadmap.lanes.some(({ id }) => id === standing.lane)) {
    return standNear(chart, standing.lane, standing.slot);
  }
  return null;
};

const isOver = (chart: Chart, now: Standing, before: Standing): boolean => {
  const stop = stopsOf(chart, now.lane).find(({ cursor }) => isSame(cursor, now.cursor));
  return (
    stop !== undefined &&
    now.lane === before.lane &&
    before.slot >= stop.start &&
    before.slot < stop.end
  );
};

/** One step from where the cursor stands; at the edges it stays. */
export const walk = (chart: Chart, standing: Standing, step: Step): Standing => {
  const { lanes } = chart.roadmap;
  const stops = stopsOf(chart, standing.lane);
  const index = stops.findIndex(({ cursor }) => isSame(cursor, standing.cursor));
  const row = lanes.findIndex(({ id }) => id === standing.lane);
  const along = (to: number): Standing => {
    const stop = stops[Math.min(stops.length - 1, Math.max(0, to))];
    return stop ? standOn(standing.lane, stop) : standing;
  };
  const across = (to: number): Standing => {
    const lane = lanes[Math.min(lanes.length - 1, Math.max(0, to))];
    if (!lane || lane.id === standing.lane) return standing;
    return standNear(chart, lane.id, standing.slot) ?? standing;
  };
  switch (step) {
    case 'left':
      return along(index - 1);
    case 'right':
      return along(index + 1);
    case 'up':
      return across(row - 1);
    case 'down':
      return across(row + 1);
    case 'first':
      return along(0);
    case 'last':
      return along(stops.length - 1);
    case 'top':
      return across(0);
    case 'bottom':
      return across(lanes.length - 1);
    case 'previous':
      return nextItem(chart, standing, -1);
    case 'next':
      return nextItem(chart, standing, 1);
    case 'yearBack':
      return standNear(chart, standing.lane, yearAway(chart, standing.slot, -1)) ?? standing;
    case 'yearOn':
      return standNear(chart, standing.lane, yearAway(chart, standing.slot, 1)) ?? standing;
  }
};

/** The next bar or milestone in the order of reading: along the lane, then in the lanes below. */
const nextItem = (chart: Chart, standing: Standing, direction: -1 | 1): Standing => {
  const { lanes } = chart.roadmap;
  const row = lanes.findIndex(({ id }) => id === standing.lane);
  for (let at = row; at >= 0 && at < lanes.length; at += direction) {
    const lane = lanes[at];
    if (!lane) break;
    const stops = stopsOf(chart, lane.id);
    const here = stops.findIndex(({ cursor }) => isSame(cursor, standing.cursor));
    const ahead =
      at !== row
        ? stops
        : direction > 0
          ? stops.slice(here + 1)
          : stops.slice(0, Math.max(0, here));
    const found = (direction > 0 ? ahead : [...ahead].reverse()).find(
      ({ cursor }) => cursor.kind !== 'cell',
    );
    if (found) return standOn(lane.id, found);
  }
  return standing;
};

/** The beginning of this fiscal year or the one before; the beginning of the next. */
const yearAway = ({ scale }: Chart, from: Slot, direction: -1 | 1): Slot => {
  const year = fiscalYearOfSlot(from);
  const begin = firstSlotOf(year);
  const wanted =
    direction > 0 ? begin + 36 : from > begin && from > scale.start ? begin : begin - 36;
  return slot(Math.min(scale.end - 1, Math.max(scale.start, wanted)));
};
