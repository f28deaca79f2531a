import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Around } from './chain-props.ts';

/** The record that somebody came for, and how often: coming for it once more brings it into sight once more. */
export type Mark = { readonly id: string; readonly times: number };

type Marked = {
  readonly of: Mark | undefined;
  readonly mark: (id: string) => void;
  /** Whether its line comes into sight now: once for each time that somebody came, however often it is drawn. */
  readonly arrive: (times: number) => boolean;
};

/** Remembers which record is marked. */
export const useMarked = (asked: string | undefined): Marked => {
  const [of, setOf] = useState(asked === undefined ? undefined : { id: asked, times: 0 });
  const mark = useCallback(
    (id: string) => setOf((before) => ({ id, times: (before?.times ?? 0) + 1 })),
    [],
  );
  const arrived = useRef(-1);
  const arrive = useCallback((times: number): boolean => {
    const isFirst = times > arrived.current;
    arrived.current = Math.max(arrived.current, times);
    return isFirst;
  }, []);
  return { of, mark, arrive };
};

/** How often somebody came for a record; undefined for all but the one that is marked. */
export const timesOf = (mark: Mark | undefined, id: string): number | undefined =>
  mark?.id === id ? mark.times : undefined;

/** Brings the line of a marked record into sight, with the focus, as soon as it is drawn. */
export const useMarkedInSight = (
  line: RefObject<HTMLElement | null>,
  times: number | undefined,
  around: Around,
): void => {
  // Before whoever waits for the line hears of it: a search then puts the focus on its words.
  useLayoutEffect(() => {
    if (times === undefined || !around.current.onArrive(times)) return;
    line.current?.scrollIntoView({ block: 'center' });
    line.current?.focus({ preventScroll: true });
  }, [line, times, around]);
};
