import { useCallback, useRef, useState } from 'react';
import type { CellRef } from './columns.ts';
import { type GridPlace, type Move, placeAfter } from './moves.ts';
import type { TableRow } from './rows.ts';

type Cursor = CellRef & {
  /** Where its row stood last, should that be gone. */
  readonly index: number;
  readonly isOpen: boolean;
};

export type TableCursor = {
  readonly place: GridPlace;
  /** Whether the cell opens its text at once. */
  readonly isOpen: boolean;
  readonly goTo: (row: TableRow, column: number, isOpen?: boolean) => void;
  /** Returns false where the move leads out of the table. */
  readonly move: (move: Move, isTab: boolean) => boolean;
  readonly enter: (isBack: boolean) => void;
};

/** 名前, where most begin to write. */
const FIRST_COLUMN = 2;

/**
 * The table's cursor. It stands on a row, not on a place, so that it goes along when rows come and go.
 * @param keyOf a row's name that stays while it becomes a bar
 */
export const useCursor = (
  rows: readonly TableRow[],
  keyOf: (row: TableRow) => string,
): TableCursor => {
  const [cursor, setCursor] = useState<Cursor>({
    row: '',
    column: FIRST_COLUMN,
    index: 0,
    isOpen: false,
  });
  /** As in Excel: Enter goes back below the cell from which Tab set out. */
  const tabFrom = useRef<number | null>(null);
  const found = rows.findIndex((row) => keyOf(row) === cursor.row);
  const index = found >= 0 ? found : Math.min(cursor.index, Math.max(0, rows.length - 1));
  const place: GridPlace = { row: index, column: cursor.column };
  const latest = useRef({ rows, place, keyOf });
  latest.current = { rows, place, keyOf };

  const put = useCallback((to: GridPlace, isOpen = false): void => {
    const row = latest.current.rows[to.row];
    if (row === undefined) return;
    const key = latest.current.keyOf(row);
    setCursor({ row: key, column: to.column, index: to.row, isOpen });
    // Several moves may come before the next drawing.
    latest.current.place = to;
  }, []);

  const goTo = useCallback<TableCursor['goTo']>(
    (row, column, isOpen = false) => {
      tabFrom.current = null;
      const { rows: all, keyOf: key } = latest.current;
      const at = all.findIndex((each) => key(each) === key(row));
      if (at >= 0) put({ row: at, column }, isOpen);
      else setCursor({ row: key(row), column, index: all.length, isOpen });
    },
    [put],
  );

  const move = useCallback<TableCursor['move']>(
    (step, isTab) => {
      const { rows: all, place: from } = latest.current;
      const to = placeAfter(from, step, all.length);
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
      const { rows: all, place: from } = latest.current;
      const column = tabFrom.current ?? from.column;
      tabFrom.current = null;
      const to = placeAfter(from, { rows: isBack ? -1 : 1, columns: 0 }, all.length);
      if (to !== null) put({ row: to.row, column });
    },
    [put],
  );

  return { place, isOpen: cursor.isOpen, goTo, move, enter };
};
