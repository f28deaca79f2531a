import { type RefObject, useEffect, useState } from 'react';
import { type BoardLayout, indexAt } from '#shared/domain/roadmap/layout/layout.ts';

export type LaneRange = { readonly first: number; readonly end: number };

/** Lanes are added and taken away by so many, ahead of the scroll. */
const STEP = 8;

/** What of the window the frame around the board takes at least. */
const AROUND = 300;
/** Before and behind what is in view, once that is painted. */
const AHEAD = 1;

type View = { readonly top: number; readonly height: number; readonly ahead: number };

const rangeAt = ({ lanes }: BoardLayout, { top, height, ahead }: View): LaneRange => {
  if (lanes.length === 0) return { first: 0, end: 0 };
  const first = indexAt(lanes, top);
  const last = indexAt(lanes, top + height);
  if (ahead === 0) return { first, end: last + 1 };
  return {
    first: Math.max(0, (Math.floor(first / STEP) - ahead) * STEP),
    end: Math.min(lanes.length, (Math.floor(last / STEP) + 1 + ahead) * STEP),
  };
};

/** Which lanes are in view or near it; follows the scroll. At first only those in view. */
export const useLanesInView = (
  scroller: RefObject<HTMLElement | null>,
  layout: BoardLayout,
): LaneRange => {
  const [view, setView] = useState<View>(() => ({
    top: 0,
    height: window.innerHeight - AROUND,
    ahead: 0,
  }));
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const now = { top: element.scrollTop, height: element.clientHeight, ahead: AHEAD };
      setView((old) => (isSameRange(rangeAt(layout, old), rangeAt(layout, now)) ? old : now));
    };
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    // Behind the first paint.
    const frame = requestAnimationFrame(() => setTimeout(() => observer.observe(element)));
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, layout]);
  return rangeAt(layout, view);
};

const isSameRange = (a: LaneRange, b: LaneRange): boolean => a.first === b.first && a.end === b.end;
