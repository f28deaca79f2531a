import { positionOf, SLOTS_PER_MONTH, type Slot, slot } from '#shared/dates/thirds.ts';
import type { Day } from '#shared/dates/types.ts';
import {
  type BarBox,
  type BoardLayout,
  indexAt,
  type LaneBox,
  type MarkBox,
} from '#shared/domain/roadmap/layout/layout.ts';
import { type Scale, UNITS_PER_COLUMN, unitAt } from '#shared/domain/roadmap/scale.ts';
import type { Cursor } from './board-props.ts';

export type Point = { readonly x: number; readonly y: number };

export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Hit =
  | { readonly kind: 'bar'; readonly lane: LaneBox; readonly box: BarBox; readonly edge: Edge }
  | { readonly kind: 'mark'; readonly lane: LaneBox; readonly box: MarkBox }
  | { readonly kind: 'cell'; readonly lane: LaneBox };
export type Edge = 'start' | 'end' | null;

/** How near to a bar's end the pointer takes that end; half of it outside. */
const EDGE = 7;
/** A bar shorter than this is taken by its ends from outside. */
const SHORT = 24;

/** What lies at a point of the chart's body; null below its lanes. */
export const hitAt = (layout: BoardLayout, x: number, y: number): Hit | null => {
  const lane = layout.lanes[indexAt(layout.lanes, y)];
  if (!lane || y < lane.y || y >= lane.y + lane.height) return null;
  for (const box of lane.marks) {
    const { size } = box;
    const diamond = { x: box.x - size / 2, y: box.y - size / 2, width: size, height: size };
    if (isIn(diamond, x, y) || isIn(box.label, x, y)) return { kind: 'mark', lane, box };
  }
  // The nearest edge wins where two bars touch.
  let best: Extract<Hit, { kind: 'bar' }> | null = null;
  let away = Number.POSITIVE_INFINITY;
  for (const box of lane.bars) {
    const outside = Math.max(box.x - x, x - box.x - box.width, 0);
    const isNear = y >= box.y && y < box.y + box.height && outside <= EDGE / 2;
    if (isNear && outside < away) {
      best = { kind: 'bar', lane, box, edge: edgeAt(box, x) };
      away = outside;
    } else if (!best && isIn(box.label, x, y)) best = { kind: 'bar', lane, box, edge: null };
  }
  return best ?? { kind: 'cell', lane };
};

const edgeAt = ({ x: left, width, isCutLeft, isCutRight }: BarBox, x: number): Edge => {
  const inside = width < SHORT ? 2 : EDGE;
  if (!isCutRight && left + width - x <= inside) return 'end';
  return !isCutLeft && x - left <= inside ? 'start' : null;
};

const isIn = (rect: Rect, x: number, y: number): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

/** A place in time as a fraction of slots, at so many px from the chart's left edge. */
export const positionAt = (scale: Scale, columnWidth: number, x: number): number => {
  const at = Math.min(scale.columns.length - 1e-6, Math.max(0, x / columnWidth));
  const column = scale.columns[Math.floor(at)];
  return column ? column.start + (at % 1) * column.slots : scale.start;
};

export const xOf = (scale: Scale, columnWidth: number, position: number): number =>
  (unitAt(scale, position) / UNITS_PER_COLUMN) * columnWidth;

/** The first slot of the month at a place in time. */
export const monthSlotAt = (position: number): Slot =>
  slot(Math.floor(position / SLOTS_PER_MONTH) * SLOTS_PER_MONTH);

/** The first slot of the column at a place. */
export const cellAt = (scale: Scale, columnWidth: number, x: number): Slot => {
  const index = Math.min(scale.columns.length - 1, Math.max(0, Math.floor(x / columnWidth)));
  return scale.columns[index]?.start ?? scale.start;
};

/** Where the today line stands; null outside the period. */
export const todayX = (scale: Scale, columnWidth: number, today: Day): number | null => {
  const position = positionOf(today);
  return position < scale.start || position >= scale.end ? null : xOf(scale, columnWidth, position);
};

/** The box of what the cursor stands on; null where that has none. */
export const rectOf = (layout: BoardLayout, scale: Scale, cursor: Cursor): Rect | null => {
  if (cursor.kind === 'cell') {
    const lane = layout.lanes.find(({ lane }) => lane.id === cursor.lane);
    const column = scale.columns.findIndex(
      ({ start, slots }) => cursor.slot >= start && cursor.slot < start + slots,
    );
    if (!lane || column < 0) return null;
    const { columnWidth: width } = layout;
    return { x: column * width, y: lane.y, width, height: lane.height };
  }
  for (const { bars, marks } of layout.lanes) {
    const bar = cursor.kind === 'bar' && bars.find(({ bar }) => bar.id === cursor.id);
    if (bar) return bar;
    const mark = cursor.kind === 'milestone' && marks.find((one) => one.milestone.id === cursor.id);
    if (mark) return markRect(mark);
  }
  return null;
};

const markRect = ({ x, y, size, label }: MarkBox): Rect => {
  const left = Math.min(x - size / 2, label.x);
  const top = Math.min(y - size / 2, label.y);
  const right = Math.max(x + size / 2, label.x + label.width);
  return {
    x: left,
    y: top,
    width: right - left,
    height: Math.max(y + size / 2, label.y + label.height) - top,
  };
};
