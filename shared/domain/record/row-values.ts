import {
  type FiscalYear,
  isDay,
  isFiscalYear,
  isMonth,
  LAST_YEAR,
  type PartialDate,
} from '../../dates/types.ts';

/*
 * Typed values out of rows. Merged edits and older apps may leave anything in a field, so what
 * cannot be read counts as not known, and nothing here throws.
 */

/** Whether a record is in use, not in the bin. */
export const isLive = (row: { readonly deletedAt: string }): boolean => row.deletedAt === '';

/** Order of texts by UTF-16 units, as fractional order keys need it; no locale changes it. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order among siblings: by order key, equal keys by id. */
export const compareOrder = (
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number => compareTexts(a.order, b.order) || compareTexts(a.id, b.id);

/** The fiscal year of a case, or null while it is not known. */
export const fiscalYearOfCase = (
  row: { readonly fiscalYear: number | null } | null,
): FiscalYear | null => {
  const year = row?.fiscalYear ?? null;
  // The last year of the calendar has no following March.
  return year !== null && isFiscalYear(year) && year < LAST_YEAR ? year : null;
};

/** Whether a known date lies outside of April to March of a fiscal year; false while either is unknown. */
export const isOutsideYear = (date: PartialDate, year: FiscalYear | null): boolean => {
  if (year === null || date === '') return false;
  const month = date.slice(0, 7);
  return month < `${year}-04` || month > `${year + 1}-03`;
};

/** Whether a date is over for certain: a day before today, or a month before this one. */
export const isPast = (date: PartialDate, today: string): boolean => {
  if (isDay(date)) return date < today;
  return isMonth(date) && date < today.slice(0, 7);
};

/** Whether a text says anything. */
export const isBlank = (text: string): boolean => text.trim() === '';

/** Rows in groups by a key of each, both in the order in which they come. */
export const groupBy = <Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

/** A field of a row whose collection is not known here. */
export const valueIn = (row: object, field: string): unknown =>
  Object.entries(row).find(([name]) => name === field)?.[1];
