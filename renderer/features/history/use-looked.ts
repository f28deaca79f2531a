import { useEffect, useRef, useState } from 'react';
import type { HistoryEntry } from '#shared/domain/history/entry.ts';
import { keep, readKept } from '#ui/kept-here.ts';
import { type Looked, lookedAt, lookedName, restoreLooked } from './since.ts';

/**
 * What somebody had seen of a document's history when this screen opened. Whoever leaves the screen has seen what
 * stood there by then.
 * @param isWhole all of the document stands there, not one record alone
 */
export const useLooked = (
  document: string,
  entries: readonly HistoryEntry[],
  isWhole: boolean,
): Looked | undefined => {
  const name = lookedName(document);
  const [looked] = useState(() => restoreLooked(readKept(name)));
  const shown = useRef(entries);
  useEffect(() => {
    shown.current = entries;
  });
  useEffect(() => {
    if (!isWhole) return undefined;
    return () => keep(name, lookedAt(shown.current, looked));
  }, [name, isWhole, looked]);
  return looked;
};
