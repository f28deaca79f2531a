import type { RefObject } from 'react';
import { indexAt, type LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import type { Hit, Point } from './geometry.ts';
import type { Dropped, Held, Reach } from './held.ts';
import { scrollNearEdge } from './scroll-near-edge.ts';

export type DragParts = Pick<Reach, 'gantt' | 'draft'> & {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly chart: RefObject<HTMLDivElement | null>;
  /** Says beside the pointer where what is dragged stands. */
  readonly tip: RefObject<HTMLDivElement | null>;
};

/** Where the pointer is on the screen, and whether it moves by days. */
export type PointerAt = {
  readonly clientX: number;
  readonly clientY: number;
  readonly altKey: boolean;
};

export type Press = {
  readonly hit: Hit;
  /** Null where nothing can be dragged: then it is only pressed. */
  readonly held: Held | null;
  readonly from: Point;
};

type Drag = Press & { last: PointerAt; isUnderWay: boolean; frame: number };

/** How a press ended. */
export type Ended =
  | { readonly as: 'press'; readonly press: Press }
  /** Null where nothing changes. */
  | { readonly as: 'drop'; readonly dropped: Dropped | null };

export type PointerDrag = {
  readonly isOn: () => boolean;
  readonly begin: (press: Press, at: PointerAt) => void;
  /** Goes with the pointer, once it has gone far enough to be a drag. */
  readonly move: (at: PointerAt) => void;
  /** Lets go; null where nothing was pressed. */
  readonly end: () => Ended | null;
  readonly cancel: () => void;
};

/** The pointer has to go so far before a press becomes a drag. */
const SLACK = 4;
const TIP_AWAY = 16;

/** Where a place on the screen lies on the chart. */
export const pointOn = (
  chart: HTMLElement | null,
  { clientX, clientY }: Pick<PointerAt, 'clientX' | 'clientY'>,
): Point => {
  const box = chart?.getBoundingClientRect();
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
};

/**
 * A press on the chart, and the drag that it may become. Esc gives up; near an edge the chart scrolls.
 * While dragging nothing but what is dragged is drawn, without React.
 * @param lanes the lanes as they lie now
 */
export const createPointerDrag = (
  parts: DragParts,
  lanes: () => readonly LaneBox[],
): PointerDrag => {
  let drag: Drag | null = null;

  const follow = ({ held, last }: Drag): void => {
    const { x, y } = pointOn(parts.chart.current, last);
    const all = lanes();
    const over = all[indexAt(all, y)];
    if (!over) return;
    showTip(parts.tip.current, x, y);
    const words = held?.follow(x, over, last.altKey) ?? null;
    if (words !== null && parts.tip.current) parts.tip.current.textContent = words;
  };

  const tick = (): void => {
    if (!drag) return;
    const { current } = parts.scroller;
    if (current && scrollNearEdge(current, drag.last)) follow(drag);
    drag.frame = requestAnimationFrame(tick);
  };

  const letGo = (): Drag | null => {
    const ended = drag;
    if (!ended) return null;
    drag = null;
    cancelAnimationFrame(ended.frame);
    removeEventListener('keydown', onKey, true);
    if (parts.tip.current) parts.tip.current.hidden = true;
    if (parts.chart.current) parts.chart.current.style.cursor = '';
    return ended;
  };
  const cancel = (): void => {
    const ended = letGo();
    if (ended?.isUnderWay) ended.held?.giveUp();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const setOut = (begun: Drag): void => {
    begun.isUnderWay = true;
    if (begun.held?.isWhole && parts.chart.current) parts.chart.current.style.cursor = 'grabbing';
    addEventListener('keydown', onKey, true);
    begun.frame = requestAnimationFrame(tick);
  };

  return {
    isOn: () => drag !== null,
    begin: (press, at) => {
      drag = { ...press, last: at, isUnderWay: false, frame: 0 };
    },
    move: (at) => {
      if (!drag?.held) return;
      drag.last = at;
      if (!drag.isUnderWay) {
        const { x, y } = pointOn(parts.chart.current, at);
        if (Math.hypot(x - drag.from.x, y - drag.from.y) < SLACK) return;
        setOut(drag);
      }
      follow(drag);
    },
    end: () => {
      const ended = letGo();
      if (!ended) return null;
      return ended.isUnderWay
        ? { as: 'drop', dropped: ended.held?.drop() ?? null }
        : { as: 'press', press: ended };
    },
    cancel,
  };
};

const showTip = (tip: HTMLElement | null, x: number, y: number): void => {
  if (!tip) return;
  tip.hidden = false;
  tip.style.transform = `translate(${x + TIP_AWAY}px, ${y + TIP_AWAY}px)`;
};
