import type { DocumentId } from '#shared/documents/document-id.ts';
import type { OrderedCollection } from '#shared/domain/record/collection.ts';
import type { Draft } from '../../records/draft.ts';
import { orderBetween, ordersBetween } from '../../records/order.ts';

type Ordered = { readonly id: string; readonly order: string };

/**
 * Order keys that place a record at an index among its siblings; an index beyond them means the near
 * end. That is one key, unless the neighbours' keys leave no room (two devices may have given the same
 * one): then all get new ones.
 * @param siblings as they stand now; the record itself may be among them
 */
export const ordersAt = (
  siblings: readonly Ordered[],
  id: string,
  index: number,
): ReadonlyMap<string, string> => {
  const others = siblings.filter((sibling) => sibling.id !== id);
  const at = Math.min(Math.max(index, 0), others.length);
  const [before, after] = [others[at - 1], others[at]];
  const key = orderBetween(before?.order, after?.order);
  const fits =
    (before === undefined || before.order < key) && (after === undefined || key < after.order);
  if (fits) return new Map([[id, key]]);
  const ids = others.map((other) => other.id).toSpliced(at, 0, id);
  const keys = ordersBetween(undefined, undefined, ids.length);
  return new Map(ids.map((each, position) => [each, keys[position] ?? '']));
};

/** Places a record at an index among its siblings. */
export const place = (
  draft: Draft,
  document: DocumentId,
  collection: OrderedCollection,
  siblings: readonly Ordered[],
  id: string,
  index: number,
): void => {
  for (const [each, order] of ordersAt(siblings, id, index)) {
    draft.set(document, collection, each, { order });
  }
};
