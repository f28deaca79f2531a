import { daysBetween } from '../../dates/calendar.ts';
import { type Day, isDay, isMonth, makeDay } from '../../dates/types.ts';
import { nameKey } from '../../text/same-name.ts';
import type { StaffRow } from '../office/staff.ts';
import type { StaffId } from '../record/ids.ts';
import { type Assignment, isOverBefore } from './assignment.ts';

/** The members of the office whose name is that of this PC's user. */
export const staffOfName = (
  rows: readonly Pick<StaffRow, 'id' | 'name'>[],
  name: string,
): ReadonlySet<StaffId> => {
  const key = nameKey(name);
  return new Set(rows.filter((row) => key !== '' && nameKey(row.name) === key).map(({ id }) => id));
};

/** The first day of somebody's time; null where nobody has said it. */
export const firstDayOf = ({ from }: Pick<Assignment, 'from'>): Day | null => {
  if (isDay(from)) return from;
  return isMonth(from) ? makeDay(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 1) : null;
};

/** A hand-over is prepared some days ahead, and is new for eight weeks. */
const AHEAD_DAYS = 14;
const NEW_DAYS = 56;

/** Whether somebody's time has begun lately, or is about to. */
export const isNew = (assignment: Pick<Assignment, 'from'>, today: Day): boolean => {
  const first = firstDayOf(assignment);
  if (first === null) return false;
  const days = daysBetween(first, today);
  return days >= -AHEAD_DAYS && days <= NEW_DAYS;
};

/** The latest time of one of these members in a case, of those that are not over on a day. */
export const ownTime = <A extends Assignment>(
  assignments: readonly A[],
  staff: ReadonlySet<StaffId>,
  day: Day,
): A | undefined =>
  assignments.findLast((each) => staff.has(each.staff) && !isOverBefore(each, day));
