import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { GanttHandle } from '#adapters/gantt/gantt-chart.tsx';
import { indexAt, type LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import { useLatest } from '#ui/use-latest.ts';
import type { Ground } from './drag-plan.ts';
import { cellAt, type Hit, hitAt } from './geometry.ts';
import { type Deeds, type Held, holdOf } from './held.ts';
import { hasOwnDate } from './mark-plan.ts';
import { scrollNearEdge } from './scroll-near-edge.ts';

type Parts = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly chart: RefObject<HTMLDivElement | null>;
  readonly gantt: RefObject<GanttHandle | null>;
  /** Show what is being drawn, and when it is. */
  readonly draft: RefObject<HTMLDivElement | null>;
  readonly tip: RefObject<HTMLDivElement | null>;
};

type Drag = {
  readonly hit: Hit;
  /** Null where nothing can be dragged: then it is only pressed. */
  readonly held: Held | null;
  readonly pointerId: number;
  readonly from: { readonly x: number; readonly y: number };
  last: { clientX: number; clientY: number; altKey: boolean };
  isUnderWay: boolean;
  frame: number;
};

/** When what was asked for now has been drawn. */
const whenPainted = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act));
};

/** The pointer has to go so far before a press becomes a drag. */
const SLACK = 4;
const TIP_AWAY = 16;

/**
 * The pointer on the chart: moves and resizes bars, draws them in empty cells, moves milestones, and
 * selects. Esc gives up; only letting go stores. While dragging nothing but what is dragged is drawn,
 * without React.
 */
export const useBarDrag = (ground: Ground, parts: Parts, deeds: Deeds) => {
  const latest = useLatest({ ground, deeds });
  const drag = useRef<Drag | null>(null);
  /** What was dropped is shown where it was dropped until the roadmap has followed. */
  const settle = useRef<(() => void) | null>(null);

  const { layout } = ground;
  useEffect(() => {
    // Whatever has changed, the chart draws it: also what is dragged just now goes on from there.
    if (layout) settle.current?.();
    settle.current = null;
  }, [layout]);

  return useMemo(() => {
    const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const box = parts.chart.current?.getBoundingClientRect();
      return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
    };
    const laneNear = (y: number): LaneBox | undefined => {
      const { lanes } = latest.current.ground.layout;
      return lanes[indexAt(lanes, y)];
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
      moveTip(x, y);
      const words = current.held?.follow(x, over, current.last.altKey) ?? null;
      if (words !== null && parts.tip.current) parts.tip.current.textContent = words;
    };

    const tick = (): void => {
      const current = drag.current;
      if (!current) return;
      if (parts.scroller.current) {
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
      if (parts.tip.current) parts.tip.current.hidden = true;
      if (parts.chart.current) parts.chart.current.style.cursor = '';
      return current;
    };
    const cancel = (): void => {
      const current = end();
      if (current?.isUnderWay) current.held?.giveUp();
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
        drag.current = {
          ...{ hit, held: deeds.isReadOnly ? null : holdOf(hit, point.x, { latest, ...parts }) },
          ...{ pointerId: event.pointerId, from: point, isUnderWay: false, frame: 0 },
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
        if (!current.held) return;
        const { clientX, clientY, altKey } = event;
        current.last = { clientX, clientY, altKey };
        if (!current.isUnderWay) {
          const far = Math.hypot(point.x - current.from.x, point.y - current.from.y);
          if (far < SLACK) return;
          current.isUnderWay = true;
          if (current.held.isWhole) event.currentTarget.style.cursor = 'grabbing';
          addEventListener('keydown', onKey, true);
          current.frame = requestAnimationFrame(tick);
        }
        follow();
      },
      onPointerUp: (): void => {
        const current = end();
        if (!current) return;
        if (!current.isUnderWay) {
          select(current);
          return;
        }
        const dropped = current.held?.drop() ?? null;
        if (dropped === null) return;
        settle.current = dropped.settle;
        const putBack = (): void => {
          if (settle.current !== dropped.settle) return;
          settle.current = null;
          dropped.settle();
        };
        // A move that was refused, or that changes nothing, draws nothing that would put it back.
        void dropped.taken.then((isTaken) => (isTaken ? whenPainted(putBack) : putBack()));
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

const cursorFor = (hit: Hit | null, isReadOnly: boolean): string => {
  if (!hit) return '';
  if (hit.kind === 'cell') return isReadOnly ? '' : 'cell';
  if (isReadOnly) return 'pointer';
  if (hit.kind === 'mark') return hasOwnDate(hit.box.milestone) ? 'grab' : 'pointer';
  return hit.edge ? 'ew-resize' : 'grab';
};
