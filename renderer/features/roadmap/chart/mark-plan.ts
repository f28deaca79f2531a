import { civilOfDate } from '#shared/dates/calendar.ts';
import { daysInMonth } from '#shared/dates/civil.ts';
import { monthOfSlot, positionOf, SLOTS_PER_MONTH, slotOfMonth } from '#shared/dates/thirds.ts';
import { type Day, isDay, type Month, makeDay, month } from '#shared/dates/types.ts';
import type { LaneBox, MarkBox } from '#shared/domain/roadmap/layout/layout.ts';
import { LOST_LANE, type Milestone } from '#shared/domain/roadmap/model.ts';
import { shiftDate } from '../model.ts';
import type { MarkPlace } from './board-props.ts';
import type { Ground } from './drag-plan.ts';
import { monthSlotAt, positionAt, xOf } from './geometry.ts';

/** A milestone that the pointer has hold of, since where. */
export type MarkGrab = {
  readonly box: MarkBox;
  readonly lane: LaneBox;
  readonly date: Day | Month;
  readonly x: number;
};

/** Whether a milestone is dated by itself: those that follow a meeting move with that. */
export const hasOwnDate = ({ derived, meeting, date }: Milestone): boolean =>
  !derived && meeting === '' && date !== '';

/**
 * Where a grabbed milestone stands when the pointer is at `x` over a lane: months on, on the same day of the
 * month as far as that has one; `inDays` frees a day to any day. It keeps within the period shown.
 */
export const markPlaceAt = (
  ground: Ground,
  { box, lane, date, x: from }: MarkGrab,
  x: number,
  over: LaneBox,
  inDays: boolean,
): MarkPlace => {
  const { layout, scale } = ground;
  const at = (px: number): number => positionAt(scale, layout.columnWidth, px);
  const away = at(box.x + x - from) - at(box.x);
  const to = over.lane.id === LOST_LANE ? lane.lane.id : over.lane.id;
  if (inDays && isDay(date)) {
    const position = Math.min(Math.max(positionOf(date) + away, scale.start), scale.end - 1e-6);
    return { lane: to, date: dayAt(position) };
  }
  const own = slotOfMonth(month(date.slice(0, 7)));
  const [first, last] = [scale.start - own, scale.end - SLOTS_PER_MONTH - own];
  const slots = Math.min(Math.max(roundToMonths(away), first), last);
  return { lane: to, date: shiftDate(date, slots / SLOTS_PER_MONTH) };
};

const roundToMonths = (slots: number): number =>
  Math.round(slots / SLOTS_PER_MONTH) * SLOTS_PER_MONTH;

/** The day nearest to a place in time, within its month; as `positionOf` has it, the other way round. */
const dayAt = (position: number): Day => {
  const start = monthSlotAt(position);
  const within = position - start;
  const { year, month: number } = civilOfDate(monthOfSlot(start));
  const day = Math.round(within < 2 ? 1 + within * 10 : 21 + (within - 2) * 11);
  const found = makeDay(year, number, Math.min(day, daysInMonth(year, number)));
  if (found === null) throw new RangeError(`not in the calendar: ${position}`);
  return found;
};

/** The middle of a diamond at a date, whole also at the chart's edges. */
export const markX = ({ layout, scale }: Ground, date: Day | Month, size: number): number => {
  const x = xOf(scale, layout.columnWidth, positionOf(date));
  return Math.min(Math.max(x, size / 2), layout.width - size / 2);
};
