import { formatPartialDate } from '#shared/dates/format.ts';
import { isPartialDate } from '#shared/dates/types.ts';

/** R4.4; '' where none is known, and what nobody can read as a date as it was written. */
export const dotted = (date: string): string =>
  isPartialDate(date) && date !== '' ? formatPartialDate(date, 'dotted') : date;
