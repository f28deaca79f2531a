import { generateKeyBetween } from 'fractional-indexing';

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
