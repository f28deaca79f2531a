import { groupBy } from '../record/row-values.ts';

/*
 * What is looked up of rows over and over while a 引継書 is drafted: the office's has a year's meetings of all its
 * cases. Made once for a list of rows, which never changes; a list that was read anew is another one.
 */

const once = <List extends object, Found>(make: (list: List) => Found): ((list: List) => Found) => {
  const made = new WeakMap<List, Found>();
  return (list) => {
    const before = made.get(list);
    if (before !== undefined) return before;
    const found = make(list);
    made.set(list, found);
    return found;
  };
};

type Placed = { readonly document: string };
type Keyed = Placed & { readonly id: string };

const NONE: readonly never[] = [];

const byDocument = once((rows: readonly Placed[]) => groupBy(rows, ({ document }) => document));

/** The rows of one document, in their order: the same list each time. */
export const rowsOf = <R extends Placed>(rows: readonly R[], document: string): readonly R[] =>
  // Whatever stands there came out of this very list.
  (byDocument(rows).get(document) as readonly R[] | undefined) ?? NONE;

const byKey = once(
  (rows: readonly Keyed[]): ReadonlyMap<string, Keyed> =>
    // The first of two that are called the same, as `find` has it.
    new Map(rows.map((row) => [`${row.document} ${row.id}`, row] as const).toReversed()),
);

/** A row of a document by its id. */
export const rowOf = <R extends Keyed>(
  rows: readonly R[],
  document: string,
  id: string,
): R | undefined => byKey(rows).get(`${document} ${id}`) as R | undefined;

const byId = once(
  (rows: readonly Keyed[]): ReadonlyMap<string, Keyed> =>
    new Map(rows.map((row) => [row.id, row] as const).toReversed()),
);

/** A row of the office by its id. */
export const officeRow = <R extends Keyed>(rows: readonly R[], id: string): R | undefined =>
  byId(rows).get(id) as R | undefined;
