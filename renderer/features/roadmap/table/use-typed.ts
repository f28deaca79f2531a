import { useCallback, useRef, useState } from 'react';
import type { CaseId } from '#shared/domain/ids.ts';
import { nothingTyped, type Typed } from './typed-cells.ts';

/** What was typed and not stored outlives the table: going to the chart and back loses nothing. */
const kept = new Map<CaseId, Typed>();

type Change = (change: (typed: Typed) => Typed) => void;

/** @returns what is typed, how to change it, and what it is right now (for what runs later) */
export const useTyped = (caseId: CaseId): readonly [Typed, Change, () => Typed] => {
  const [typed, setTyped] = useState<Typed>(() => kept.get(caseId) ?? nothingTyped());
  const latest = useRef(typed);
  const change = useCallback<Change>(
    (make) => {
      const next = make(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      if (next.cells.size === 0 && next.added.length === 0) kept.delete(caseId);
      else kept.set(caseId, next);
      setTyped(next);
    },
    [caseId],
  );
  const now = useCallback(() => latest.current, []);
  return [typed, change, now];
};
