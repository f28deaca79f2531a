import { type DateContext, parsePartialDate } from '#shared/dates/parse.ts';
import { isFiscalYear, type PartialDate } from '#shared/dates/types.ts';
import { ok, type Result } from '#shared/result.ts';

/** A due date without a year lies in the case's fiscal year. */
export const dueContext = (fiscalYear: number | null): DateContext =>
  fiscalYear !== null && isFiscalYear(fiscalYear) ? { fiscalYear } : {};

/** A due date as staff type it. */
export const readDue = (text: string, fiscalYear: number | null): Result<PartialDate> => {
  const parsed = parsePartialDate(text, dueContext(fiscalYear));
  return parsed.ok ? ok(parsed.value.date) : parsed;
};
