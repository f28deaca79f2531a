import { ok, type Result } from '../../result.ts';
import type { Collection } from './collection.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * Values as they may be stored: lines cleaned, and refused what no calendar, clock or count holds. What is
 * not given stays as it is; a new record must have what its kind cannot do without. A refusal names its field.
 * @param isNew whether the values make a record
 */
export const checkValues = <V extends Given>(
  collection: Collection,
  values: V,
  isNew = false,
): Result<V> => {
  const clean: Record<string, unknown> = { ...values };
  for (const [name, field] of collection.values) {
    const isMissing = isNew && field.isRequired === true && values[name] === undefined;
    if (values[name] === undefined && !isMissing) continue;
    const checked = field.check(isMissing ? '' : values[name]);
    if (!checked.ok) return { ok: false, error: { ...checked.error, field: name } };
    clean[name] = checked.value;
  }
  return ok(clean as V);
};
