import type { Day, FiscalYear } from '#shared/dates/types.ts';
import { dayAt } from './strip.ts';

/** A rung on its way to another day. `day` is null while the pointer is off the strip. */
export type Drag = { readonly rungId: string; readonly fraction: number; readonly day: Day | null };

export type DateDrag = {
  readonly get: () => Drag | null;
  readonly subscribe: (changed: () => void) => () => void;
  /** Begins with the press of a pointer on a mark of the strip or on a node of the ladder. */
  readonly press: (event: Press, rungId: string) => void;
};

type Press = {
  readonly button: number;
  readonly clientX: number;
  readonly clientY: number;
};

/** A press that moves less than this (px) is a click. */
const SLOP = 4;
/** How far above and below the strip a drop still counts (px). */
const REACH = 28;

/**
 * Dragging by pointer, apart from React, so that only the strip draws anew with each move.
 * Escape gives up; a drop off the strip changes nothing.
 */
export const createDateDrag = (options: {
  readonly strip: () => HTMLElement | null;
  readonly year: () => FiscalYear | null;
  readonly drop: (rungId: string, day: Day) => void;
}): DateDrag => {
  let drag: Drag | null = null;
  const listeners = new Set<() => void>();
  const set = (next: Drag | null): void => {
    drag = next;
    for (const listener of listeners) listener();
  };

  const at = (event: PointerEvent, rungId: string): Drag | null => {
    const rect = options.strip()?.getBoundingClientRect();
    const year = options.year();
    if (!rect || year === null || rect.width === 0) return null;
    const fraction = Math.min(1, Math.max(0, (event.clientX - rect.left) / rect.width));
    const isOver = event.clientY >= rect.top - REACH && event.clientY <= rect.bottom + REACH;
    return { rungId, fraction, day: isOver ? dayAt(fraction, year) : null };
  };

  return {
    get: () => drag,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    press: (press, rungId) => {
      if (press.button !== 0) return;
      const controller = new AbortController();
      const listen = { signal: controller.signal };
      const end = (): void => {
        controller.abort();
        set(null);
      };
      window.addEventListener(
        'pointermove',
        (event) => {
          const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
          if (drag === null && far < SLOP) return;
          set(at(event, rungId));
        },
        listen,
      );
      window.addEventListener(
        'pointerup',
        () => {
          const last = drag;
          end();
          if (last === null) return;
          // The click that ends a drag selects nothing.
          const swallow = (event: Event): void => event.stopPropagation();
          window.addEventListener('click', swallow, { capture: true, once: true });
          setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
          if (last.day !== null) options.drop(rungId, last.day);
        },
        listen,
      );
      window.addEventListener('pointercancel', end, listen);
      window.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Escape' || drag === null) return;
          event.stopPropagation();
          end();
        },
        { ...listen, capture: true },
      );
    },
  };
};
