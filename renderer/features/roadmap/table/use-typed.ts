import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { type DraftDesk, useDraftDesk, whereNow } from '#ui/commit/drafts.ts';
import {
  cellDraftPrefix,
  isAllStored,
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
  if (isAllStored(typed)) {
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
  const key = tableDraftKey(caseId);
  /** What this table has kept. Where another one has taken over, what comes back late is not kept again. */
  const kept = useRef(desk.get(key));
  const change = useCallback<Change>(
    (make) => {
      const next = make(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      const before = desk.get(key);
      if (before === undefined || before === kept.current) {
        keep(desk, caseId, next);
        kept.current = desk.get(key);
      }
      setTyped(next);
    },
    [desk, caseId, key],
  );
  useEffect(() => {
    // A cell in which somebody was typing stands among the others now.
    const left = desk.under(cellDraftPrefix(caseId));
    if (left.length === 0) return;
    keep(desk, caseId, latest.current);
    kept.current = desk.get(key);
    for (const draft of left) desk.drop(draft.key);
  }, [desk, caseId, key]);
  const now = useCallback(() => latest.current, []);
  return [typed, change, now];
};
