import type { Day } from '../../dates/types.ts';
import { compareTexts } from '../record/row-values.ts';
import { CHECK_CODES, type Check, type CheckRows } from './check.ts';
import { checkCase } from './check-case.ts';
import { checkDates, checkPlanned } from './check-dates.ts';
import { checkFlow } from './check-flow.ts';
import { checkMeetingsOf, checkReferences } from './check-references.ts';
import { checkWeekdays } from './check-weekdays.ts';

/** 確認してください: all that two legal edits may merge into, and what was left open. Sorted. */
export const checkRows = (rows: CheckRows, today: Day): readonly Check[] =>
  sortChecks([
    ...checkFlow(rows),
    ...checkReferences(rows),
    ...checkCase(rows),
    ...checkDates(rows),
    ...checkPlanned(rows, today),
    ...checkWeekdays(rows),
  ]);

/** Those for which neither the day nor any other document matters. Sorted. */
export const checkAlone = (rows: CheckRows): readonly Check[] =>
  sortChecks([
    ...checkFlow(rows),
    ...checkMeetingsOf(rows),
    ...checkDates(rows),
    ...checkWeekdays(rows),
  ]);

/** By code, in the order of 確認してください. */
export const compareCodes = (a: Pick<Check, 'code'>, b: Pick<Check, 'code'>): number =>
  CHECK_CODES.indexOf(a.code) - CHECK_CODES.indexOf(b.code);

const sortChecks = (checks: readonly Check[]): readonly Check[] =>
  checks
    .map((check) => ({ ...check, records: check.records.toSorted(compareTexts) }))
    .toSorted(
      (a, b) =>
        compareCodes(a, b) ||
        compareTexts(a.records.join(' '), b.records.join(' ')) ||
        compareTexts(a.message, b.message),
    );
