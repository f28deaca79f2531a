import { fail, type Problem, type Result } from '#shared/result.ts';
import { orderBetween } from '../records/order.ts';

type Ordered = { readonly id: string; readonly order: string };

/**
 * The order key that places a record at an index among its siblings; an index beyond them means
 * the near end.
 * @param siblings all of them as they stand now, the record itself among them
 */
export const orderAt = (siblings: readonly Ordered[], id: string, index: number): string => {
  const others = siblings.filter((sibling) => sibling.id !== id);
  const at = Math.min(Math.max(index, 0), others.length);
  return orderBetween(others[at - 1]?.order, others[at]?.order);
};

/** Where a record goes: right before or right after another one. */
export type Beside = { readonly before: string } | { readonly after: string };

/**
 * The order key that places a record right beside another one; undefined where that one is not there.
 * @param rows all of them in their order, the record itself among them
 */
export const orderBeside = (
  rows: readonly Ordered[],
  id: string,
  beside: Beside,
): string | undefined => {
  const neighbour = 'before' in beside ? beside.before : beside.after;
  const at = rows.filter((row) => row.id !== id).findIndex((row) => row.id === neighbour);
  if (at < 0) return undefined;
  return orderAt(rows, id, 'before' in beside ? at : at + 1);
};

export const missing = (what: string): Result<never, Problem> =>
  fail({
    code: 'not-found',
    happened: `この${what}は見つかりません。`,
    safe: 'ほかの記録はそのままです。',
    todo: '削除されていないか確かめてください。',
  });
