import { useCallback, useEffect, useState } from 'react';

type Marked = {
  /** The record that somebody came for. */
  readonly id: string | undefined;
  readonly mark: (id: string) => void;
};

/** Brings the record of an id into sight, with the focus, once it is on the page, and remembers that it is marked. */
export const useMarked = (asked: string | undefined): Marked => {
  const [marked, setMarked] = useState({ id: asked, times: 0 });
  useEffect(() => {
    if (marked.id === undefined) return;
    const row = document.querySelector<HTMLElement>(`[data-record="${CSS.escape(marked.id)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [marked]);
  const mark = useCallback(
    (id: string) => setMarked(({ times }) => ({ id, times: times + 1 })),
    [],
  );
  return { id: marked.id, mark };
};
