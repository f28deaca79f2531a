import { addMonths } from '../../dates/calendar.ts';
import { FIRST_EDGE_MONTH, isInEdgeRange, LAST_EDGE_MONTH } from '../../dates/parse-edge.ts';
import { fiscalYearOfSlot, slotOfMonth } from '../../dates/thirds.ts';
import { type FiscalYear, isMonth, type Month, month } from '../../dates/types.ts';
import type { Roadmap } from './model.ts';

export type Period = Pick<Roadmap, 'firstMonth' | 'lastMonth'>;

/** No roadmap shows more fiscal years than this. */
export const PERIOD_YEARS_LIMIT = 15;
/** A new roadmap shows the case's fiscal year and the four after it. */
const DEFAULT_YEARS = 5;
/** Where the case's fiscal year is not known either. */
const FALLBACK_YEAR = 2022;

/** April of the case's fiscal year to March five fiscal years on. */
export const defaultPeriod = (year: FiscalYear | null): Period => {
  const wanted = month(`${year ?? FALLBACK_YEAR}-04`);
  const latest = addMonths(LAST_EDGE_MONTH, 1 - 12 * DEFAULT_YEARS);
  const firstMonth = clamp(wanted, FIRST_EDGE_MONTH, latest);
  return { firstMonth, lastMonth: addMonths(firstMonth, 12 * DEFAULT_YEARS - 1) };
};

const clamp = (at: Month, from: Month, to: Month): Month => (at < from ? from : at > to ? to : at);

/** How many fiscal years a period touches. */
export const yearsIn = ({ firstMonth, lastMonth }: Period): number =>
  fiscalYearOfSlot(slotOfMonth(lastMonth)) - fiscalYearOfSlot(slotOfMonth(firstMonth)) + 1;

/**
 * The period that two texts name: swapped where the end comes first, the default where one cannot
 * be read, cut behind `PERIOD_YEARS_LIMIT` fiscal years.
 */
export const readPeriod = (first: string, last: string, year: FiscalYear | null): Period => {
  if (!isPeriodMonth(first) || !isPeriodMonth(last)) return defaultPeriod(year);
  const [firstMonth, lastMonth] = first <= last ? [first, last] : [last, first];
  if (yearsIn({ firstMonth, lastMonth }) <= PERIOD_YEARS_LIMIT) return { firstMonth, lastMonth };
  const end = fiscalYearOfSlot(slotOfMonth(firstMonth)) + PERIOD_YEARS_LIMIT;
  return { firstMonth, lastMonth: month(`${end}-03`) };
};

/** Whether a text is a month in which a roadmap may begin or end. */
export const isPeriodMonth = (text: string): text is Month => isMonth(text) && isInEdgeRange(text);
