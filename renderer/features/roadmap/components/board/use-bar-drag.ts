import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { GanttHandle } from '#adapters/gantt/gantt-chart.tsx';
import { indexAt, type LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import { formatSpan } from '#shared/domain/roadmap/span.ts';
import { useLatest } from '../../use-latest.ts';
import type { BarPlace, RoadmapBoardProps } from './board-props.ts';
import { type Grab, type Ground, isSamePlace, placeAt, rectAt } from './drag-plan.ts';
import { cellAt, type Hit, hitAt } from './geometry.ts';
import { scrollNearEdge } from './scroll-near-edge.ts';

type Parts = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly chart: RefObject<HTMLDivElement | null>;
  readonly gantt: RefObject<GanttHandle | null>;
  /** Show what is being drawn, and when it is. */
  readonly draft: RefObject<HTMLDivElement | null>;
  readonly tip: RefObject<HTMLDivElement | null>;
};

type Deeds = Pick<
  RoadmapBoardProps,
  'isReadOnly' | 'onCursor' | 'onOpen' | 'onDragging' | 'onMoveBar' | 'onDrawBar'
> & { readonly focusCursor: () => void };

type Drag = {
  readonly grab: Grab;
  readonly hit: Hit;
  readonly pointerId: number;
  readonly from: { readonly x: number; readonly y: number };
  last: { clientX: number; clientY: number; altKey: boolean };
  place: BarPlace | null;
  frame: number;
};

/** The pointer has to go so far before a press becomes a drag. */
const SLACK = 4;
const TIP_AWAY = 16;

/**
 * The pointer on the chart: moves and resizes bars, draws them in empty cells, and selects. Esc gives up;
 * only letting go stores. While dragging nothing but the bar itself is drawn, without React.
 */
export const useBarDrag = (ground: Ground, parts: Parts, deeds: Deeds) => {
  const latest = useLatest({ ground, deeds });
  const drag = useRef<Drag | null>(null);
  /** Dropped, and shown where it was dropped until the roadmap has followed. */
  const dropped = useRef<Grab | null>(null);

  const { layout } = ground;
  useEffect(() => {
    // Whatever has changed, the chart draws it: also what is dragged just now goes on from there.
    const grab = dropped.current;
    dropped.current = null;
    if (layout && grab?.kind === 'bar') parts.gantt.current?.place(grab.box.bar.id, null);
  }, [layout, parts]);

  return useMemo(() => {
    const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const box = parts.chart.current?.getBoundingClientRect();
      return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
    };
    const laneNear = (y: number): LaneBox | undefined => {
      const { lanes } = latest.current.ground.layout;
      return lanes[indexAt(lanes, y)];
    };

    const show = (place: BarPlace, grab: Grab, over: LaneBox): void => {
      const { ground } = latest.current;
      const { draft, tip, gantt } = parts;
      if (grab.kind === 'draw') {
        const rect = rectAt(ground, place, over.y + 6, 22);
        if (draft.current) {
          draft.current.hidden = false;
          draft.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
          draft.current.style.width = `${rect.width}px`;
        }
      } else {
        const y = over.lane.id === grab.lane.lane.id ? grab.box.y : over.y + 6;
        gantt.current?.place(grab.box.bar.id, rectAt(ground, place, y, grab.box.height));
      }
      if (tip.current) tip.current.textContent = formatSpan(place.span);
    };
    const moveTip = (x: number, y: number): void => {
      const { current } = parts.tip;
      if (!current) return;
      current.hidden = false;
      current.style.transform = `translate(${x + TIP_AWAY}px, ${y + TIP_AWAY}px)`;
    };

    const follow = (): void => {
      const current = drag.current;
      if (!current) return;
      const { x, y } = pointOf(current.last);
      const over = laneNear(y);
      if (!over) return;
      const lane = current.grab.kind === 'draw' ? current.grab.lane : over;
      const place = placeAt(latest.current.ground, current.grab, x, over, current.last.altKey);
      moveTip(x, y);
      if (current.place && isSamePlace(current.place, place)) return;
      current.place = place;
      const edge = current.grab.kind === 'bar' ? current.grab.edge : null;
      show(place, current.grab, edge && current.grab.kind === 'bar' ? current.grab.lane : lane);
      if (current.grab.kind === 'bar') {
        latest.current.deeds.onDragging(current.grab.box.bar.id, place);
      }
    };

    const tick = (): void => {
      const current = drag.current;
      if (!current) return;
      if (current.place && parts.scroller.current) {
        if (scrollNearEdge(parts.scroller.current, current.last)) follow();
      }
      current.frame = requestAnimationFrame(tick);
    };

    const end = (): Drag | null => {
      const current = drag.current;
      if (!current) return null;
      drag.current = null;
      cancelAnimationFrame(current.frame);
      removeEventListener('keydown', onKey, true);
      if (parts.draft.current) parts.draft.current.hidden = true;
      if (parts.tip.current) parts.tip.current.hidden = true;
      if (parts.chart.current) parts.chart.current.style.cursor = '';
      if (current.grab.kind === 'bar' && current.place) {
        latest.current.deeds.onDragging(current.grab.box.bar.id, null);
      }
      return current;
    };
    const cancel = (): void => {
      const current = end();
      if (current?.grab.kind === 'bar') parts.gantt.current?.place(current.grab.box.bar.id, null);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };

    const select = ({ hit, from }: Drag): void => {
      const { ground, deeds } = latest.current;
      const { layout, scale } = ground;
      deeds.focusCursor();
      if (hit.kind === 'cell') {
        const at = cellAt(scale, layout.columnWidth, from.x);
        deeds.onCursor({ kind: 'cell', lane: hit.lane.lane.id, slot: at });
        return;
      }
      const cursor =
        hit.kind === 'bar'
          ? ({ kind: 'bar', id: hit.box.bar.id } as const)
          : ({ kind: 'milestone', id: hit.box.milestone.id } as const);
      deeds.onCursor(cursor);
      deeds.onOpen(cursor);
    };

    return {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        if (event.button !== 0 || drag.current) return;
        const point = pointOf(event);
        const { ground, deeds } = latest.current;
        const hit = hitAt(ground.layout, point.x, point.y);
        if (!hit) return;
        // The cursor takes the focus, not the body.
        event.preventDefault();
        const grab: Grab =
          hit.kind === 'bar' && hit.box.bar.span
            ? { ...hit, span: hit.box.bar.span, x: point.x }
            : { kind: 'draw', lane: hit.lane, x: point.x };
        drag.current = {
          ...{ grab, hit, pointerId: event.pointerId, from: point },
          ...{ place: null, frame: 0 },
          last: { clientX: event.clientX, clientY: event.clientY, altKey: event.altKey },
        };
        if (!deeds.isReadOnly) parts.chart.current?.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const current = drag.current;
        const { ground, deeds } = latest.current;
        const point = pointOf(event);
        if (!current) {
          event.currentTarget.style.cursor = cursorFor(
            hitAt(ground.layout, point.x, point.y),
            deeds.isReadOnly === true,
          );
          return;
        }
        if (deeds.isReadOnly || current.hit.kind === 'mark') return;
        const { clientX, clientY, altKey } = event;
        current.last = { clientX, clientY, altKey };
        if (!current.place) {
          const far = Math.hypot(point.x - current.from.x, point.y - current.from.y);
          if (far < SLACK) return;
          const isMoved = current.grab.kind === 'bar' && current.grab.edge === null;
          if (isMoved) event.currentTarget.style.cursor = 'grabbing';
          addEventListener('keydown', onKey, true);
          current.frame = requestAnimationFrame(tick);
        }
        follow();
      },
      onPointerUp: (): void => {
        const current = end();
        if (!current) return;
        const { deeds } = latest.current;
        if (!current.place) {
          select(current);
          return;
        }
        const { grab, place } = current;
        if (grab.kind === 'draw') {
          deeds.onDrawBar(place.lane, place.span);
          return;
        }
        const { id } = grab.box.bar;
        if (isSamePlace(place, { lane: grab.lane.lane.id, span: grab.span })) {
          parts.gantt.current?.place(id, null);
          return;
        }
        dropped.current = grab;
        deeds.onCursor({ kind: 'bar', id });
        deeds.focusCursor();
        deeds.onMoveBar(id, place);
        // A move that was refused changes nothing that would put it back.
        setTimeout(() => {
          if (dropped.current !== grab) return;
          dropped.current = null;
          parts.gantt.current?.place(id, null);
        }, REFUSED);
      },
      onPointerCancel: cancel,
      onDoubleClick: (event: { clientX: number; clientY: number }): void => {
        const point = pointOf(event);
        const { ground, deeds } = latest.current;
        const hit = hitAt(ground.layout, point.x, point.y);
        if (hit?.kind !== 'cell' || deeds.isReadOnly) return;
        const at = cellAt(ground.scale, ground.layout.columnWidth, point.x);
        deeds.onOpen({ kind: 'cell', lane: hit.lane.lane.id, slot: at });
      },
    };
  }, [latest, parts]);
};

const REFUSED = 700;

const cursorFor = (hit: Hit | null, isReadOnly: boolean): string => {
  if (!hit) return '';
  if (hit.kind === 'cell') return isReadOnly ? '' : 'cell';
  if (hit.kind === 'mark' || isReadOnly) return 'pointer';
  return hit.edge ? 'ew-resize' : 'grab';
};
