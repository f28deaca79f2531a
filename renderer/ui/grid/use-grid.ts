import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type GridCursor, type GridCursorOptions, useCursor } from './use-cursor.ts';
import { bringIntoView, type RowWindow, useWindow } from './use-window.ts';

/** A cell's elements say so, since the grid looks for the one on which its cursor stands. */
export const CURSOR_CELL = { 'data-cursor': true } as const;

export type GridState<Row> = {
  readonly cursor: GridCursor<Row>;
  readonly window: RowWindow;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly hasFocus: boolean;
  /** Puts the cursor somewhere, and the focus into it. */
  readonly focusOn: GridCursor<Row>['goTo'];
  /** Gives the focus to the cursor where it stands. */
  readonly takeFocus: () => void;
  readonly watch: {
    readonly onBlur: (event: FocusEvent) => void;
    readonly onFocus: () => void;
  };
};

/** What a grid keeps: its cursor, the rows in view, and whether the focus is in it. */
export const useGrid = <Row>(options: GridCursorOptions<Row>): GridState<Row> => {
  const scroller = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const cursor = useCursor(options);
  const window = useWindow(scroller, options.rows.length);
  const { place, goTo } = cursor;

  // biome-ignore lint/correctness/useExhaustiveDependencies: less room may put the cursor out of view
  useLayoutEffect(() => {
    if (!hasFocus || scroller.current === null) return;
    const cell = scroller.current.querySelector<HTMLElement>('[data-cursor]');
    bringIntoView(scroller.current, place.row, cell);
  }, [hasFocus, place.row, place.column, window.page]);

  const takeFocus = useCallback((): void => setHasFocus(true), []);
  const focusOn = useCallback<GridCursor<Row>['goTo']>(
    (row, column, isOpen) => {
      setHasFocus(true);
      goTo(row, column, isOpen);
    },
    [goTo],
  );
  const [watch] = useState(() => ({
    onBlur: (event: FocusEvent): void => {
      if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false);
    },
    onFocus: (): void => setHasFocus(true),
  }));
  return { cursor, window, scroller, hasFocus, focusOn, takeFocus, watch };
};
