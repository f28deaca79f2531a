import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Day, FiscalYear } from '#shared/dates/types.ts';
import type { BoardLayout } from '#shared/domain/roadmap/layout/layout.ts';
import type { Scale } from '#shared/domain/roadmap/scale.ts';
import { useLatest } from '#ui/use-latest.ts';
import { positionAt, type Rect, todayX, xOf } from './geometry.ts';
import { HEADER_HEIGHT, NAMES_WIDTH } from './metrics.ts';

/** So much of a long bar in view is enough. */
const ENOUGH = 80;
const MARGIN = 8;

/**
 * Begins with the year that is marked, else near today unless that lies in a folded year, keeps the same months in view when
 * the scale changes, and follows the cursor.
 */
export const useBoardScroll = (
  scroller: RefObject<HTMLElement | null>,
  layout: BoardLayout,
  scale: Scale,
  today: Day,
  markedYear: FiscalYear | null,
  cursorRect: Rect | null,
  room: number,
  /** What is open beside the board, which takes room from it. */
  openId: string | null,
): void => {
  const seen = useRef<{ scale: Scale; columnWidth: number } | null>(null);
  const { columnWidth } = layout;
  const roomNow = useLatest(room);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const old = seen.current;
    seen.current = { scale, columnWidth };
    if (old?.scale === scale && old.columnWidth === columnWidth) return;
    const room = roomNow.current;
    if (!old) {
      const year = yearX(scale, columnWidth, markedYear);
      if (year !== null) {
        element.scrollLeft = year - MARGIN;
        return;
      }
      const at = todayX(scale, columnWidth, today);
      const isFolded = at !== null && scale.columns[Math.floor(at / columnWidth)]?.isWholeYear;
      if (at !== null && !isFolded && at > room) element.scrollLeft = at - room / 3;
      return;
    }
    const middle = positionAt(old.scale, old.columnWidth, element.scrollLeft + room / 2);
    element.scrollLeft = xOf(scale, columnWidth, middle) - room / 2;
  }, [scroller, scale, columnWidth, today, markedYear, roomNow]);

  const first = useRef(true);
  const { x, y, width, height } = cursorRect ?? { x: -1, y: 0, width: 0, height: 0 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: also when a panel opens beside it
  useLayoutEffect(() => {
    const element = scroller.current;
    if (first.current) {
      first.current = false;
      return;
    }
    if (!element || x < 0) return;
    const room = { x: element.clientWidth - NAMES_WIDTH, y: element.clientHeight - HEADER_HEIGHT };
    const { scrollLeft: left, scrollTop: top } = element;
    const inView = Math.min(x + width, left + room.x) - Math.max(x, left);
    const isEnough = inView >= Math.min(width, ENOUGH);
    if (!isEnough) {
      element.scrollLeft =
        x < left
          ? x + Math.min(0, width - ENOUGH) - MARGIN
          : x + Math.min(width, room.x) - room.x + MARGIN;
    }
    if (y < top) element.scrollTop = y - MARGIN;
    else if (y + height > top + room.y) element.scrollTop = y + height - room.y + MARGIN;
  }, [scroller, x, y, width, height, openId]);
};

/** Where a year begins; null where the scale has none of it. */
const yearX = ({ years }: Scale, columnWidth: number, wanted: FiscalYear | null): number | null => {
  const at = years.findIndex(({ year }) => year === wanted);
  if (at < 0) return null;
  return years.slice(0, at).reduce((x, { columns }) => x + columns * columnWidth, 0);
};
