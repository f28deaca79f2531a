import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { type DraftDesk, useDraftDesk, whereNow } from '#ui/commit/drafts.ts';
import {
  cellDraftPrefix,
  isOnItsWay,
  keptOf,
  tableDraftKey,
  textOf,
  typedOf,
} from './kept-cells.ts';
import type { Typed } from './typed-cells.ts';

type Change = (change: (typed: Typed) => Typed) => void;

const LABEL = 'ロードマップの表';

/** What was typed and not stored is a draft: neither the chart nor the end of the app takes it. */
const keep = (desk: DraftDesk, caseId: CaseId, typed: Typed): void => {
  const key = tableDraftKey(caseId);
  if (typed.cells.size === 0 && typed.added.length === 0) {
    desk.drop(key);
    return;
  }
  desk.put({
    key,
    label: LABEL,
    text: textOf(typed),
    parts: keptOf(typed),
    base: null,
    where: desk.get(key)?.where ?? whereNow(),
    isOnItsWay: isOnItsWay(typed),
  });
};

/** @returns what is typed, how to change it, and what it is right now (for what runs later) */
export const useTyped = (caseId: CaseId): readonly [Typed, Change, () => Typed] => {
  const desk = useDraftDesk();
  const [typed, setTyped] = useState<Typed>(() =>
    typedOf(desk.get(tableDraftKey(caseId)), desk.under(cellDraftPrefix(caseId))),
  );
  const latest = useRef(typed);
  const change = useCallback<Change>(
    (make) => {
      const next = make(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      keep(desk, caseId, next);
      setTyped(next);
    },
    [desk, caseId],
  );
  useEffect(() => {
    // A cell in which somebody was typing stands among the others now.
    const left = desk.under(cellDraftPrefix(caseId));
    if (left.length === 0) return;
    keep(desk, caseId, latest.current);
    for (const { key } of left) desk.drop(key);
  }, [desk, caseId]);
  const now = useCallback(() => latest.current, []);
  return [typed, change, now];
};
