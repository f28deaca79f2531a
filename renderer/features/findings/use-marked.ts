import { type RefObject, useCallback, useEffect, useState } from 'react';

/** The record that somebody came for, and how often: coming for it once more brings it into sight once more. */
export type Mark = { readonly id: string; readonly times: number };

type Marked = {
  readonly of: Mark | undefined;
  readonly mark: (id: string) => void;
};

/** Remembers which record is marked. */
export const useMarked = (asked: string | undefined): Marked => {
  const [of, setOf] = useState(asked === undefined ? undefined : { id: asked, times: 0 });
  const mark = useCallback(
    (id: string) => setOf((before) => ({ id, times: (before?.times ?? 0) + 1 })),
    [],
  );
  return { of, mark };
};

/** How often somebody came for a record; undefined for all but the one that is marked. */
export const timesOf = (mark: Mark | undefined, id: string): number | undefined =>
  mark?.id === id ? mark.times : undefined;

/** Brings the line of a marked record into sight, with the focus, as soon as it is drawn. */
export const useMarkedInSight = (
  line: RefObject<HTMLElement | null>,
  times: number | undefined,
): void => {
  useEffect(() => {
    if (times === undefined) return;
    line.current?.scrollIntoView({ block: 'center' });
    line.current?.focus({ preventScroll: true });
  }, [line, times]);
};
