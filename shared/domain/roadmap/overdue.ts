import { fiscalYearOf } from '../../dates/calendar.ts';
import { endSlotOf, slotOfDay } from '../../dates/thirds.ts';
import type { Day, FiscalYear } from '../../dates/types.ts';
import { assertNever } from '../../result.ts';
import type { Bar } from './model.ts';

/** Whether a bar should have ended before today's third of the month, and is neither done nor given up. */
export const isOverdue = (
  { span, state, actualEnd }: Pick<Bar, 'span' | 'state' | 'actualEnd'>,
  today: Day,
): boolean => {
  switch (state) {
    case 'done':
    case 'cancelled':
      return false;
    case 'planned':
    case 'running':
      return span !== null && actualEnd === '' && endSlotOf(span.end) < slotOfDay(today);
    default:
      return assertNever(state);
  }
};

/**
 * The day on which lateness is judged. Null where it presses nobody: once the year after a case's own is
 * over as well, its roadmap is a record of what was planned, and goes on in a later case.
 */
export const lateOn = (caseYear: FiscalYear | null, today: Day): Day | null =>
  caseYear !== null && fiscalYearOf(today) > caseYear + 1 ? null : today;
