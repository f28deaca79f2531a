import type { KeyboardEvent } from 'react';
import { type Move, moveOf } from './moves.ts';
import type { CellText } from './use-cell-text.ts';

/** What the cursor asks of the grid. */
export type CellKeys = {
  /** Returns false where the move leads out of the table. */
  readonly onMove: (move: Move, isTab: boolean) => boolean;
  /** Enter after typing: down, and back to where Tab began. */
  readonly onEnter: (isBack: boolean) => void;
  readonly onLeave: () => void;
  /** A key that is none of the cursor's own; returns whether it was taken. */
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => boolean;
};

type KeyedCell = CellKeys & {
  readonly cell: CellText;
  /** What stands in the cell. */
  readonly text: string;
  readonly isReadOnly: boolean;
  /** Rows in view. */
  readonly page: number;
  readonly onCommit: (text: string) => void;
};

const take = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};

/** A key while no cell is written on. */
export const onKeyWhileMoving = (
  event: KeyboardEvent<HTMLInputElement>,
  { cell, text, isReadOnly, page, onCommit, ...keys }: KeyedCell,
): void => {
  const move = moveOf(event, page);
  if (move !== null) {
    event.stopPropagation();
    // At the table's ends Tab is the browser's again.
    if (keys.onMove(move, event.key === 'Tab')) event.preventDefault();
    return;
  }
  if (keys.onKey(event)) {
    take(event);
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') keys.onLeave();
  else if (event.key === 'Enter' || event.key === 'F2') cell.open('editing', text);
  else if (event.altKey && event.key === 'ArrowDown') cell.open('editing', text);
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    if (!isReadOnly && text !== '') onCommit('');
  } else return;
  take(event);
};

/** A key while a cell is written on. */
export const onKeyWhileTyping = (
  event: KeyboardEvent<HTMLInputElement>,
  { cell, page, ...keys }: KeyedCell,
): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0 && cell.options.length > 0) cell.step(step);
  else if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) {
    cell.commit();
    keys.onEnter(event.shiftKey);
  } else if (event.key === 'Tab' && !event.ctrlKey) {
    cell.commit();
    if (!keys.onMove(event.shiftKey ? 'previous' : 'next', true)) return;
  } else if (event.key === 'Escape') cell.close();
  else {
    // As in Excel: after typing over a cell the arrows go on; after F2 they stay in the text.
    const isArrow = step !== 0 || event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const goesOn = cell.mode === 'typing' && isArrow && !event.shiftKey;
    const move = goesOn ? moveOf(event, page) : null;
    event.stopPropagation();
    if (move === null) return;
    cell.commit();
    keys.onMove(move, false);
  }
  event.preventDefault();
  // Enter and Escape go on: who watches for typing must learn that it has ended.
  if (event.key !== 'Enter' && event.key !== 'Escape') event.stopPropagation();
};
