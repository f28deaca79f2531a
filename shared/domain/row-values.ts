import {
  type FiscalYear,
  isDay,
  isFiscalYear,
  isMonth,
  isPartialDate,
  isTimeOfDay,
  LAST_YEAR,
  type PartialDate,
  type TimeOfDay,
} from '../dates/types.ts';
import type { MeetingRow, RoundRow } from './meeting.ts';
import { isOrdinal, type Ordinal } from './ordinal.ts';

/*
 * Typed values out of rows. Merged edits and older apps may leave anything in a field, so what
 * cannot be read counts as not known, and nothing here throws.
 */

/** Ordinals have at most three digits before the point, and so have rounds. */
const LAST_ROUND = 999;

/** Whether a record is in use, not in the bin. */
export const isLive = (row: { readonly deletedAt: string }): boolean => row.deletedAt === '';

/** Order of texts by UTF-16 units, as fractional order keys need it; no locale changes it. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order among siblings: by order key, equal keys by id. */
export const compareOrder = (
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number => compareTexts(a.order, b.order) || compareTexts(a.id, b.id);

/** The date of a meeting; unknown (`''`) where the field holds no date. */
export const dateOf = (meeting: Pick<MeetingRow, 'date'>): PartialDate =>
  isPartialDate(meeting.date) ? meeting.date : '';

export const startTimeOf = (meeting: Pick<MeetingRow, 'startTime'>): TimeOfDay =>
  isTimeOfDay(meeting.startTime) ? meeting.startTime : '';

/** A pre-meeting's number, or null for other kinds and where it has none that can be read. */
export const ordinalOf = (meeting: Pick<MeetingRow, 'kind' | 'ordinal'>): Ordinal | null =>
  meeting.kind === 'preMeeting' && isOrdinal(meeting.ordinal) ? meeting.ordinal : null;

/** A round's number if it can be counted with (an integer from 1), or null. */
export const roundNumberOf = (round: Pick<RoundRow, 'number'>): number | null => {
  const { number } = round;
  return number !== null && Number.isInteger(number) && number >= 1 && number <= LAST_ROUND
    ? number
    : null;
};

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
