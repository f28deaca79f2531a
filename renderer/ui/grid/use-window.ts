import { type RefObject, useLayoutEffect, useState } from 'react';
import { HEAD_HEIGHT, NUMBER_WIDTH, ROW_HEIGHT } from './grid-columns.ts';

/** Rows drawn beyond the edges, so that a scroll does not show white. */
const BEYOND = 6;

export type RowWindow = {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
  /** Rows in view. */
  readonly page: number;
};

/** Which rows are in view of a scroller. */
export const useWindow = (scroller: RefObject<HTMLElement | null>, count: number): RowWindow => {
  const [seen, setSeen] = useState({ top: 0, height: 700 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const top = Math.floor(element.scrollTop / ROW_HEIGHT);
      const height = element.clientHeight;
      setSeen((before) =>
        before.top === top && before.height === height ? before : { top, height },
      );
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const page = Math.max(1, Math.floor((seen.height - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
  return {
    first: Math.max(0, Math.min(seen.top, count) - BEYOND),
    end: Math.min(count, seen.top + page + 2 + BEYOND),
    page,
  };
};

/** The rows to draw: those in view and the cursor's, which keeps the focus when it is scrolled away. */
export const drawnRows = (
  { first, end }: Pick<RowWindow, 'first' | 'end'>,
  cursor: number,
  count: number,
): readonly number[] => {
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (cursor >= count || (cursor >= first && cursor < end)) return shown;
  return cursor < first ? [cursor, ...shown] : [...shown, cursor];
};

/** Near the lower edge, what opens at a cell opens upward. */
export const opensUp = (scroller: HTMLElement | null, row: number): boolean =>
  scroller !== null &&
  row * ROW_HEIGHT - scroller.scrollTop > Math.max(scroller.clientHeight - 280, 160);

/** Brings a row into view, and its column beside the sticky one. */
export const bringIntoView = (
  scroller: HTMLElement,
  row: number,
  cell: HTMLElement | null,
): void => {
  const top = row * ROW_HEIGHT;
  const height = scroller.clientHeight - HEAD_HEIGHT;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + ROW_HEIGHT > scroller.scrollTop + height) {
    scroller.scrollTop = top + ROW_HEIGHT - height;
  }
  if (cell === null) return;
  const [view, place] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  const left = view.left + NUMBER_WIDTH + 4;
  if (place.left < left) scroller.scrollLeft -= left - place.left;
  else if (place.right > view.right) scroller.scrollLeft += place.right - view.right;
};
