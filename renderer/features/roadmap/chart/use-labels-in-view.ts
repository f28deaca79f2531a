import { type RefObject, useLayoutEffect } from 'react';
import type { GanttHandle } from '#adapters/gantt/gantt-chart.tsx';

/**
 * Keeps the labels of bars in sight whose beginning is scrolled behind the names, from the first paint on:
 * a board may begin scrolled. Then once a frame at most, and only when it has scrolled sideways.
 */
export const useLabelsInView = (
  scroller: RefObject<HTMLElement | null>,
  gantt: RefObject<GanttHandle | null>,
): void => {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let [seen, frame] = [0, 0];
    const look = (): void => {
      frame = 0;
      const left = element.scrollLeft;
      if (left === seen) return;
      seen = left;
      gantt.current?.seeFrom(left);
    };
    const onScroll = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, gantt]);
};
