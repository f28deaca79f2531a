import type { Day } from '../../dates/types.ts';
import { meetingsInOrder } from '../ladder/ladder.ts';
import { compareTexts } from '../record/row-values.ts';
import { CHECK_CODES, type Check, type CheckRows } from './check.ts';
import { checkCase } from './check-case.ts';
import { checkDates, checkPlanned } from './check-dates.ts';
import { checkFlow } from './check-flow.ts';
import { checkMeetingsOf, checkReferences } from './check-references.ts';
import { checkWeekdays } from './check-weekdays.ts';

/**
 * 確認してください: all that two legal edits may merge into, and what was left open. Sorted by what it is
 * about, and of one kind as the meetings stand on the ladder.
 */
export const checkRows = (rows: CheckRows, today: Day): readonly Check[] =>
  sortChecks(rows, [
    ...checkFlow(rows),
    ...checkReferences(rows),
    ...checkCase(rows),
    ...checkDates(rows),
    ...checkPlanned(rows, today),
    ...checkWeekdays(rows),
  ]);

/** Those for which neither the day nor any other document matters. Sorted. */
export const checkAlone = (rows: CheckRows): readonly Check[] =>
  sortChecks(rows, [
    ...checkFlow(rows),
    ...checkMeetingsOf(rows),
    ...checkDates(rows),
    ...checkWeekdays(rows),
  ]);

/** By code, in the order of 確認してください. */
export const compareCodes = (a: Pick<Check, 'code'>, b: Pick<Check, 'code'>): number =>
  CHECK_CODES.indexOf(a.code) - CHECK_CODES.indexOf(b.code);

const sortChecks = (rows: CheckRows, checks: readonly Check[]): readonly Check[] => {
  // Only where two of one kind stand: it takes as long as all other checks.
  let ranks: ((check: Check) => number) | undefined;
  const rank = (check: Check): number => {
    ranks ??= rankOf(rows);
    return ranks(check);
  };
  return checks
    .map((check) => ({ ...check, records: check.records.toSorted(compareTexts) }))
    .toSorted(
      (a, b) =>
        compareCodes(a, b) ||
        rank(a) - rank(b) ||
        compareTexts(a.records.join(' '), b.records.join(' ')) ||
        compareTexts(a.message, b.message),
    );
};

/** Where the first of the meetings that a check speaks of stands; what speaks of none comes last. */
const rankOf = (rows: CheckRows): ((check: Check) => number) => {
  const ladder = meetingsInOrder(rows.meetings, rows.rounds);
  const ranks = new Map<string, number>();
  for (const [index, { id, kind, round }] of ladder.entries()) {
    ranks.set(id, index);
    if (kind === 'session' && !ranks.has(round)) ranks.set(round, index);
  }
  for (const { id, meeting } of [
    ...[...rows.attendances, ...rows.programmeItems],
    ...[...rows.findings, ...rows.actions],
  ]) {
    const rank = ranks.get(meeting);
    if (rank !== undefined) ranks.set(id, rank);
  }
  return ({ records }) =>
    Math.min(ladder.length, ...records.map((id) => ranks.get(id) ?? ladder.length));
};
