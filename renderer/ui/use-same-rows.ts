import { useEffect, useRef } from 'react';

type Kept<R> = { readonly row: R; readonly said: string };

const NOTHING: readonly never[] = [];

/**
 * Rows as they came before, where they still say the same: every answer of the store brings all of them as
 * new objects, and what is drawn of each need not be drawn again. The same list where nothing has changed.
 */
export const useSameRows = <R extends { readonly id: string }>(
  rows: readonly R[],
): readonly R[] => {
  const before = useRef<readonly R[]>(NOTHING);
  const kept = useRef<ReadonlyMap<string, Kept<R>>>(new Map());
  const next = new Map<string, Kept<R>>();
  for (const row of rows) {
    const old = kept.current.get(row.id);
    const said = old?.row === row ? old.said : JSON.stringify(row);
    next.set(row.id, old?.said === said ? old : { row, said });
  }
  const list = rows.map((row) => next.get(row.id)?.row ?? row);
  const isSame =
    list.length === before.current.length &&
    list.every((row, index) => row === before.current[index]);
  const result = isSame ? before.current : list;
  useEffect(() => {
    before.current = result;
    kept.current = next;
  });
  return result;
};
