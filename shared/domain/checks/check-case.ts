import type { CaseRow } from '../case/case.ts';
import { isLive } from '../record/row-values.ts';
import type { Check } from './check.ts';

type Linked = Pick<CaseRow, 'id' | 'continuesCase' | 'deletedAt'>;
type Chain = { readonly case: Linked | null; readonly cases: readonly Linked[] };

/** Whether the case that this one continues is there, and whether the chain comes to an end. */
export const checkCase = ({ case: row, cases }: Chain): readonly Check[] => {
  if (row === null || !isLive(row) || row.continuesCase === '') return [];
  const all = new Map([...cases, row].map((one) => [one.id, one]));
  const before = all.get(row.continuesCase);
  if (before === undefined || !isLive(before)) {
    const message = 'この案件の継続元の案件が見つかりません。';
    return [{ code: 'missing-case', message, records: [row.id] }];
  }
  const chain = chainOf(row, all);
  if (chain.at(-1)?.continuesCase !== row.id) return [];
  const message = '継続元の案件をたどると、この案件に戻ります。';
  return [{ code: 'continuation-cycle', message, records: chain.map(({ id }) => id) }];
};

/** The case and those that it continues, up to the first that is missing or met again. */
const chainOf = (row: Linked, all: ReadonlyMap<string, Linked>): readonly Linked[] => {
  const chain = new Map<string, Linked>();
  for (
    let next: Linked | undefined = row;
    next !== undefined && !chain.has(next.id);
    next = all.get(next.continuesCase)
  ) {
    chain.set(next.id, next);
  }
  return [...chain.values()];
};
