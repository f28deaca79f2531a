import type { Day } from '../../dates/types.ts';
import { compareTexts } from '../record/row-values.ts';
import { CHECK_CODES, type Check, type CheckRows } from './check.ts';
import { checkCase } from './check-case.ts';
import { checkDates } from './check-dates.ts';
import { checkFlow } from './check-flow.ts';
import { checkReferences } from './check-references.ts';
import { checkWeekdays } from './check-weekdays.ts';

/** 確認してください: all that two legal edits may merge into, and what was left open. Sorted. */
export const checkRows = (rows: CheckRows, today: Day): readonly Check[] =>
  [
    ...checkFlow(rows),
    ...checkReferences(rows),
    ...checkCase(rows),
    ...checkDates(rows, today),
    ...checkWeekdays(rows),
  ]
    .map((check) => ({ ...check, records: check.records.toSorted(compareTexts) }))
    .toSorted(
      (a, b) =>
        CHECK_CODES.indexOf(a.code) - CHECK_CODES.indexOf(b.code) ||
        compareTexts(a.records.join(' '), b.records.join(' ')) ||
        compareTexts(a.message, b.message),
    );
