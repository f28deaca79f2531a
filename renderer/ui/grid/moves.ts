/** Where the cursor is to go: steps, or as far as it goes. */
export type Move =
  | { readonly rows: number; readonly columns: number }
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  /** As Tab goes: on into the next row. */
  | 'next'
  | 'previous';

export type GridPlace = { readonly row: number; readonly column: number };

export type GridSize = { readonly rows: number; readonly columns: number };

const clamp = (value: number, last: number): number => Math.min(Math.max(value, 0), last);

/** The cell that a move leads to, or null where Tab leads out of the table. */
export const placeAfter = (from: GridPlace, move: Move, size: GridSize): GridPlace | null => {
  const lastRow = Math.max(0, size.rows - 1);
  const lastColumn = size.columns - 1;
  switch (move) {
    case 'row-start':
      return { ...from, column: 0 };
    case 'row-end':
      return { ...from, column: lastColumn };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: lastRow, column: lastColumn };
    case 'next':
      if (from.column < lastColumn) return { ...from, column: from.column + 1 };
      return from.row < lastRow ? { row: from.row + 1, column: 0 } : null;
    case 'previous':
      if (from.column > 0) return { ...from, column: from.column - 1 };
      return from.row > 0 ? { row: from.row - 1, column: lastColumn } : null;
    default:
      return {
        row: clamp(from.row + move.rows, lastRow),
        column: clamp(from.column + move.columns, lastColumn),
      };
  }
};

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key of the cursor does while no cell is written on. */
export const moveOf = (press: Press, page: number): Move | null => {
  const { key, shiftKey, altKey } = press;
  const far = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  if (key === 'Tab') return far ? null : shiftKey ? 'previous' : 'next';
  switch (key) {
    case 'ArrowUp':
      return { rows: far ? Number.NEGATIVE_INFINITY : -1, columns: 0 };
    case 'ArrowDown':
      return { rows: far ? Number.POSITIVE_INFINITY : 1, columns: 0 };
    case 'ArrowLeft':
      return far ? 'row-start' : { rows: 0, columns: -1 };
    case 'ArrowRight':
      return far ? 'row-end' : { rows: 0, columns: 1 };
    case 'Home':
      return far ? 'first' : 'row-start';
    case 'End':
      return far ? 'last' : 'row-end';
    case 'PageUp':
      return { rows: -page, columns: 0 };
    case 'PageDown':
      return { rows: page, columns: 0 };
    default:
      return null;
  }
};
