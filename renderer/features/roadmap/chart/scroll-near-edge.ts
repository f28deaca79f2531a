import { HEADER_HEIGHT, NAMES_WIDTH } from './metrics.ts';

const NEAR = 36;
const SPEED = 14;

/** Scrolls on while the pointer is dragged near or over an edge of the chart. True when it did. */
export const scrollNearEdge = (
  scroller: HTMLElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): boolean => {
  const box = scroller.getBoundingClientRect();
  const by = (at: number, low: number, high: number): number => {
    if (at < low + NEAR) return -SPEED * Math.min(2, (low + NEAR - at) / NEAR);
    if (at > high - NEAR) return SPEED * Math.min(2, (at - high + NEAR) / NEAR);
    return 0;
  };
  const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
  scroller.scrollBy(
    by(clientX, box.left + NAMES_WIDTH, box.right),
    by(clientY, box.top + HEADER_HEIGHT, box.bottom),
  );
  return scroller.scrollLeft !== left || scroller.scrollTop !== top;
};
