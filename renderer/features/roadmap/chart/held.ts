import type { RefObject } from 'react';
import type { GanttHandle } from '#adapters/gantt/gantt-chart.tsx';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import { formatSpan } from '#shared/domain/roadmap/span.ts';
import type { BarPlace, MarkPlace, RoadmapBoardProps } from './board-props.ts';
import { type Grab, type Ground, isSamePlace, placeAt, rectAt } from './drag-plan.ts';
import type { Hit } from './geometry.ts';
import { hasOwnDate, type MarkGrab, markPlaceAt, markX } from './mark-plan.ts';

/** What was let go, on its way into the roadmap. */
export type Dropped = {
  /** Shows it where the roadmap has it. */
  readonly settle: () => void;
  /** Whether the roadmap takes it: it then follows by itself. */
  readonly taken: Promise<boolean>;
};

/** What the pointer has hold of. */
export type Held = {
  /** Whether it goes as a whole, not by an end. */
  readonly isWhole: boolean;
  /** Goes with the pointer; says where it is then, or null where nothing has changed. */
  readonly follow: (x: number, over: LaneBox, altKey: boolean) => string | null;
  /** Stores where it was let go, where it goes on being shown until it settles; null where nothing changes. */
  readonly drop: () => Dropped | null;
  readonly giveUp: () => void;
};

export type Deeds = Pick<
  RoadmapBoardProps,
  'isReadOnly' | 'onCursor' | 'onOpen' | 'onDragging' | 'onMoveBar' | 'onMoveMark' | 'onDrawBar'
> & { readonly focusCursor: () => void };

export type Reach = {
  readonly latest: RefObject<{ readonly ground: Ground; readonly deeds: Deeds }>;
  readonly gantt: RefObject<GanttHandle | null>;
  readonly draft: RefObject<HTMLDivElement | null>;
};

/** Where things are shown in a lane that is not theirs yet. */
const TOP = 6;
const HEIGHT = 22;

/** What a press takes hold of; null where that can't be dragged. */
export const holdOf = (hit: Hit, x: number, reach: Reach): Held | null => {
  switch (hit.kind) {
    case 'mark': {
      const { milestone } = hit.box;
      const { date } = milestone;
      if (date === '' || !hasOwnDate(milestone)) return null;
      return heldMark({ box: hit.box, lane: hit.lane, date, x }, reach);
    }
    case 'bar':
      if (hit.box.bar.span) return heldBar({ ...hit, span: hit.box.bar.span, x }, reach);
      break;
    case 'cell':
  }
  return heldDraft({ kind: 'draw', lane: hit.lane, x }, reach);
};

const heldBar = (
  grab: Extract<Grab, { kind: 'bar' }>,
  { latest, gantt }: Omit<Reach, 'draft'>,
): Held => {
  const { id } = grab.box.bar;
  const lane = grab.lane.lane.id;
  let place: BarPlace | null = null;
  const settle = (): void => gantt.current?.place(id, null);
  return {
    isWhole: grab.edge === null,
    follow: (x, over, altKey) => {
      const { ground, deeds } = latest.current;
      const next = placeAt(ground, grab, x, over, altKey);
      if (place && isSamePlace(place, next)) return null;
      place = next;
      const y = next.lane === lane ? grab.box.y : over.y + TOP;
      gantt.current?.place(id, rectAt(ground, next, y, grab.box.height));
      deeds.onDragging(id, next);
      return formatSpan(next.span);
    },
    drop: () => {
      const { deeds } = latest.current;
      deeds.onDragging(id, null);
      if (!place || isSamePlace(place, { lane, span: grab.span })) {
        settle();
        return null;
      }
      deeds.onCursor({ kind: 'bar', id });
      deeds.focusCursor();
      return { settle, taken: deeds.onMoveBar(id, place) };
    },
    giveUp: () => {
      latest.current.deeds.onDragging(id, null);
      settle();
    },
  };
};

const heldMark = (grab: MarkGrab, { latest, gantt }: Omit<Reach, 'draft'>): Held => {
  const { y, size, milestone } = grab.box;
  const { id } = milestone;
  const lane = grab.lane.lane.id;
  let place: MarkPlace | null = null;
  const settle = (): void => gantt.current?.placeMark(id, null);
  return {
    isWhole: true,
    follow: (x, over, altKey) => {
      const { ground } = latest.current;
      const next = markPlaceAt(ground, grab, x, over, altKey);
      if (place?.lane === next.lane && place.date === next.date) return null;
      place = next;
      // Where it stays, it does not jump to where its day is exactly.
      const toX = next.date === grab.date ? grab.box.x : markX(ground, next.date, size);
      const toY = next.lane === lane ? y : over.y + TOP + HEIGHT / 2;
      gantt.current?.placeMark(id, { x: toX - grab.box.x, y: toY - y });
      return formatPartialDate(next.date);
    },
    drop: () => {
      const { deeds } = latest.current;
      if (!place || (place.lane === lane && place.date === grab.date)) {
        settle();
        return null;
      }
      deeds.onCursor({ kind: 'milestone', id });
      deeds.focusCursor();
      return { settle, taken: deeds.onMoveMark(id, place) };
    },
    giveUp: settle,
  };
};

const heldDraft = (
  grab: Extract<Grab, { kind: 'draw' }>,
  { latest, draft }: Omit<Reach, 'gantt'>,
): Held => {
  let place: BarPlace | null = null;
  const hide = (): void => {
    if (draft.current) draft.current.hidden = true;
  };
  return {
    isWhole: false,
    follow: (x, _over, altKey) => {
      const { ground } = latest.current;
      const next = placeAt(ground, grab, x, grab.lane, altKey);
      if (place && isSamePlace(place, next)) return null;
      place = next;
      const rect = rectAt(ground, next, grab.lane.y + TOP, HEIGHT);
      if (draft.current) {
        draft.current.hidden = false;
        draft.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
        draft.current.style.width = `${rect.width}px`;
      }
      return formatSpan(next.span);
    },
    drop: () => {
      hide();
      if (place) latest.current.deeds.onDrawBar(place.lane, place.span);
      return null;
    },
    giveUp: hide,
  };
};
