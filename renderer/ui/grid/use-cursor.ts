import { useCallback, useRef, useState } from 'react';
import { type GridPlace, type Move, placeAfter } from './moves.ts';

type Cursor = {
  /** The row on which it stands, by its key. */
  readonly row: string;
  readonly column: number;
  /** Where its row stood last, should that be gone. */
  readonly index: number;
  readonly isOpen: boolean;
};

export type GridCursor<Row> = {
  readonly place: GridPlace;
  /** Whether the cell opens its text at once. */
  readonly isOpen: boolean;
  readonly goTo: (row: Row, column: number, isOpen?: boolean) => void;
  /** Returns false where the move leads out of the table. */
  readonly move: (move: Move, isTab: boolean) => boolean;
  readonly enter: (isBack: boolean) => void;
};

export type GridCursorOptions<Row> = {
  readonly rows: readonly Row[];
  /** A row's name, which stays the same for as long as it is the same row to those who look at it. */
  readonly keyOf: (row: Row) => string;
  readonly columnCount: number;
  /** Where the cursor stands at first. */
  readonly firstColumn: number;
};

/** The cursor of a grid. It stands on a row, not on a place, so that it goes along when rows come and go. */
export const useCursor = <Row>({
  rows,
  keyOf,
  columnCount,
  firstColumn,
}: GridCursorOptions<Row>): GridCursor<Row> => {
  const [cursor, setCursor] = useState<Cursor>({
    row: '',
    column: firstColumn,
    index: 0,
    isOpen: false,
  });
  /** As in Excel: Enter goes back below the cell from which Tab set out. */
  const tabFrom = useRef<number | null>(null);
  const found = rows.findIndex((row) => keyOf(row) === cursor.row);
  const index = found >= 0 ? found : Math.min(cursor.index, Math.max(0, rows.length - 1));
  const place: GridPlace = { row: index, column: cursor.column };
  const now = { rows, place, keyOf, size: { rows: rows.length, columns: columnCount } };
  const latest = useRef(now);
  latest.current = now;

  const put = useCallback((to: GridPlace, isOpen = false): void => {
    const row = latest.current.rows[to.row];
    if (row === undefined) return;
    const key = latest.current.keyOf(row);
    setCursor({ row: key, column: to.column, index: to.row, isOpen });
    // Several moves may come before the next drawing.
    latest.current.place = to;
  }, []);

  const goTo = useCallback<GridCursor<Row>['goTo']>(
    (row, column, isOpen = false) => {
      tabFrom.current = null;
      const { rows: all, keyOf: key } = latest.current;
      const at = all.findIndex((each) => key(each) === key(row));
      if (at >= 0) put({ row: at, column }, isOpen);
      else setCursor({ row: key(row), column, index: all.length, isOpen });
    },
    [put],
  );

  const move = useCallback<GridCursor<Row>['move']>(
    (step, isTab) => {
      const { size, place: from } = latest.current;
      const to = placeAfter(from, step, size);
      if (to === null) return false;
      tabFrom.current = isTab ? (tabFrom.current ?? from.column) : null;
      if (isTab && to.row !== from.row) tabFrom.current = to.column;
      put(to);
      return true;
    },
    [put],
  );

  const enter = useCallback(
    (isBack: boolean): void => {
      const { size, place: from } = latest.current;
      const column = tabFrom.current ?? from.column;
      tabFrom.current = null;
      const to = placeAfter(from, { rows: isBack ? -1 : 1, columns: 0 }, size);
      if (to !== null) put({ row: to.row, column });
    },
    [put],
  );

  return { place, isOpen: cursor.isOpen, goTo, move, enter };
};
