import { SLOTS_PER_MONTH, slot } from '#shared/dates/thirds.ts';
import type { BarBox, BoardLayout, LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import type { Span } from '#shared/domain/roadmap/model.ts';
import type { Scale } from '#shared/domain/roadmap/scale.ts';
import {
  firstSlotOfSpan,
  isMonthly,
  isSameSpan,
  lastSlotOfSpan,
  shiftSpan,
  spanOfSlots,
} from '#shared/domain/roadmap/span.ts';
import type { BarPlace } from './board-props.ts';
import { type Edge, monthSlotAt, positionAt, type Rect, xOf } from './geometry.ts';

/** What the pointer has hold of, since where. */
export type Grab =
  | {
      readonly kind: 'bar';
      readonly box: BarBox;
      readonly span: Span;
      readonly lane: LaneBox;
      readonly edge: Edge;
      readonly x: number;
    }
  | { readonly kind: 'draw'; readonly lane: LaneBox; readonly x: number };

export type Ground = { readonly layout: BoardLayout; readonly scale: Scale };

/**
 * Where a grabbed bar stands when the pointer is at `x` over a lane. Bars in whole months go by months;
 * `inThirds` frees them to thirds of months.
 */
export const placeAt = (
  { layout, scale }: Ground,
  grab: Grab,
  x: number,
  over: LaneBox,
  inThirds: boolean,
): BarPlace => {
  const at = (px: number): number => positionAt(scale, layout.columnWidth, px);
  if (grab.kind === 'draw') {
    const [a, b] = [at(Math.min(grab.x, x)), at(Math.max(grab.x, x))];
    const span = inThirds
      ? spanOfSlots(slot(Math.floor(a)), slot(Math.floor(b)))
      : spanOfSlots(monthSlotAt(a), slot(monthSlotAt(b) + SLOTS_PER_MONTH - 1));
    return { lane: grab.lane.lane.id, span };
  }
  const { span, edge, lane } = grab;
  const snap = isMonthly(span) && !inThirds ? SLOTS_PER_MONTH : 1;
  const [first, last] = [firstSlotOfSpan(span), lastSlotOfSpan(span)];
  const shift = Math.round((at(x) - at(grab.x)) / snap) * snap;
  const spanned = (from: number, to: number): Span =>
    inThirds ? spanOfSlots(slot(from), slot(to)) : spanOfSlots(slot(from), slot(to), span);
  switch (edge) {
    case 'start': {
      const next = spanned(Math.min(first + shift, last - snap + 1), last);
      return { lane: lane.lane.id, span: next };
    }
    case 'end': {
      const next = spanned(first, Math.max(last + shift, first + snap - 1));
      return { lane: lane.lane.id, span: next };
    }
    case null: {
      if (shift === 0) return { lane: over.lane.id, span };
      const isFree = inThirds && isMonthly(span);
      return {
        lane: over.lane.id,
        span: isFree ? spanned(first + shift, last + shift) : shiftSpan(span, shift),
      };
    }
  }
};

export const isSamePlace = (a: BarPlace, b: BarPlace): boolean =>
  a.lane === b.lane && isSameSpan(a.span, b.span);

/** The box that a bar takes at a place; clipped to the period. */
export const rectAt = (
  { layout, scale }: Ground,
  { span }: Pick<BarPlace, 'span'>,
  y: number,
  height: number,
): Rect => {
  const x = xOf(scale, layout.columnWidth, firstSlotOfSpan(span));
  const width = xOf(scale, layout.columnWidth, lastSlotOfSpan(span) + 1) - x;
  return { x, y, width, height };
};
