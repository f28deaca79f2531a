import { formatMonth } from '../../dates/format.ts';
import { type FiscalYear, month } from '../../dates/types.ts';

/** R4, as a year is written where there is no room; a year is called by its May, as elsewhere. */
export const shortYear = (year: FiscalYear): string =>
  formatMonth(month(`${year}-05`), 'dotted').split('.', 1)[0] ?? '';

/** R2～R4・R6: years in turn as spans. */
export const yearSpans = (years: readonly FiscalYear[]): string => {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  const spans: FiscalYear[][] = [];
  for (const year of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && last.at(-1) === year - 1) last.push(year);
    else spans.push([year]);
  }
  return spans
    .map(([first, ...rest]) => {
      const last = rest.at(-1);
      const from = first === undefined ? '' : shortYear(first);
      if (last === undefined) return from;
      return `${from}${rest.length > 1 ? '～' : '・'}${shortYear(last)}`;
    })
    .join('・');
};
