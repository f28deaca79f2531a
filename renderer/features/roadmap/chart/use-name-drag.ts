import { type PointerEvent, type RefObject, useMemo, useRef } from 'react';
import type { BoardLayout } from '#shared/domain/roadmap/layout/layout.ts';
import type { GroupId, LaneId } from '#shared/domain/roadmap/model.ts';
import { useLatest } from '#ui/use-latest.ts';
import type { RoadmapBoardProps } from './board-props.ts';
import { groupDropAt, laneDropAt } from './names-drop.ts';
import { scrollNearEdge } from './scroll-near-edge.ts';

export type NameGrab =
  | { readonly kind: 'lane'; readonly id: LaneId }
  | { readonly kind: 'group'; readonly id: GroupId };

type Deeds = Pick<RoadmapBoardProps, 'onMoveLane' | 'onMoveGroup' | 'isReadOnly'>;
type Drag = { readonly grab: NameGrab; readonly startY: number; drop: (() => void) | null };

const SLACK = 5;

/** Lanes and groups are put elsewhere by their names; a line shows where. Esc gives up. */
export const useNameDrag = (
  layout: BoardLayout,
  deeds: Deeds,
  scroller: RefObject<HTMLElement | null>,
  names: RefObject<HTMLElement | null>,
  line: RefObject<HTMLElement | null>,
) => {
  const latest = useLatest({ layout, deeds });
  const drag = useRef<Drag | null>(null);
  return useMemo(() => {
    const dropOf = (grab: NameGrab, y: number): { y: number; run: () => void } | null => {
      const { layout, deeds } = latest.current;
      if (grab.kind === 'lane') {
        const drop = laneDropAt(layout, grab.id, y);
        return drop && { y: drop.y, run: () => deeds.onMoveLane(grab.id, drop.place) };
      }
      const drop = groupDropAt(layout, grab.id, y);
      return drop && { y: drop.y, run: () => deeds.onMoveGroup(grab.id, drop.index) };
    };
    const end = (): Drag | null => {
      const current = drag.current;
      drag.current = null;
      removeEventListener('keydown', onKey, true);
      if (line.current) line.current.hidden = true;
      return current;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    return {
      start: (grab: NameGrab, event: PointerEvent<HTMLElement>): void => {
        const isButton = event.target instanceof Element && event.target.closest('button');
        if (event.button !== 0 || isButton || latest.current.deeds.isReadOnly) return;
        drag.current = { grab, startY: event.clientY, drop: null };
        event.currentTarget.setPointerCapture(event.pointerId);
        addEventListener('keydown', onKey, true);
      },
      move: (event: PointerEvent<HTMLElement>): void => {
        const current = drag.current;
        const box = names.current?.getBoundingClientRect();
        if (!current || !box || !line.current) return;
        if (line.current.hidden && Math.abs(event.clientY - current.startY) < SLACK) return;
        if (scroller.current) {
          // Along the edge it scrolls up and down only.
          scrollNearEdge(scroller.current, { clientX: box.right + 60, clientY: event.clientY });
        }
        const drop = dropOf(current.grab, event.clientY - box.top);
        current.drop = drop?.run ?? null;
        line.current.hidden = drop === null;
        if (drop) line.current.style.transform = `translateY(${drop.y}px)`;
      },
      finish: (): void => end()?.drop?.(),
      cancel: (): void => void end(),
    };
  }, [latest, scroller, names, line]);
};
