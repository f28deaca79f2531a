import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { compareOrder } from '#shared/domain/record/row-values.ts';

const isKey = (key: string | undefined): key is string => {
  if (!key) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
};

/** An order key behind `last`; a missing or damaged key counts as none. */
export const orderAfter = (last: string | undefined): string =>
  generateKeyBetween(isKey(last) ? last : null, null);

/** An order key between two neighbours, either of which may be missing; equal keys are stepped over. */
export const orderBetween = (before: string | undefined, after: string | undefined): string => {
  const from = isKey(before) ? before : null;
  const to = isKey(after) ? after : null;
  return generateKeyBetween(from, from !== null && to !== null && from >= to ? null : to);
};

/** So many order keys between two neighbours, evenly, so that thousands stay as short as a few. */
export const ordersBetween = (
  before: string | undefined,
  after: string | undefined,
  count: number,
): readonly string[] => {
  const from = isKey(before) ? before : null;
  const to = isKey(after) ? after : null;
  return generateNKeysBetween(from, from !== null && to !== null && from >= to ? null : to, count);
};

type Sibling = { readonly id: string; readonly order?: unknown };

/** Order of rows of any collection: by order key where they have one, then by id. */
export const compareSiblings = (a: Sibling, b: Sibling): number =>
  compareOrder(
    { id: a.id, order: typeof a.order === 'string' ? a.order : '' },
    { id: b.id, order: typeof b.order === 'string' ? b.order : '' },
  );
