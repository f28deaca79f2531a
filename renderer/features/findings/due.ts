import { parsePartialDate } from '#shared/dates/parse.ts';
import { isFiscalYear, type PartialDate } from '#shared/dates/types.ts';
import { ok, type Result } from '#shared/result.ts';

/** A due date as staff type it; without a year it lies in the case's fiscal year. */
export const readDue = (text: string, fiscalYear: number | null): Result<PartialDate> => {
  const context = fiscalYear !== null && isFiscalYear(fiscalYear) ? { fiscalYear } : {};
  const parsed = parsePartialDate(text, context);
  return parsed.ok ? ok(parsed.value.date) : parsed;
};
