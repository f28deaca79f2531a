import type { Day } from '../../dates/types.ts';
import { askedFollowUp, type PlannedFollowUp } from '../case/follow-up.ts';
import { hasCome, isToCome, timeSince } from '../ladder/timeline.ts';
import { isPast } from '../record/row-values.ts';
import type { CaseDigest, NamedMeeting, PlannedMeeting } from './digest.ts';

/*
 * What a digest says on a day: itself it knows none.
 */

/** The planned meeting that comes next, today's too; null when none with a date is planned. */
export const nextPlanned = (
  { planned }: Pick<CaseDigest, 'planned'>,
  today: Day,
): PlannedMeeting | null => planned.find(({ until }) => isToCome(until, today)) ?? null;

/** Planned meetings whose day or month is over, earliest first. */
export const plannedInPast = (
  { planned }: Pick<CaseDigest, 'planned'>,
  today: Day,
): readonly PlannedMeeting[] => planned.filter(({ until }) => isPast(until, today));

/** The check after its end that a case asks for; none where a later case goes on with the support. */
export const followUpOf = (
  { case: head, followUps }: Pick<CaseDigest, 'case' | 'followUps'>,
  continued: ReadonlySet<string>,
  today: Day,
): PlannedFollowUp | null =>
  continued.has(head.id) ? null : askedFollowUp(head, followUps, today);

/** Ids of the cases that others go on with. */
export const continuedAmong = (digests: readonly Pick<CaseDigest, 'case'>[]): ReadonlySet<string> =>
  new Set(digests.map((digest) => digest.case.continuesCase));

/** The last held meeting of a case, and how long ago it was. */
export type LastContact = {
  readonly meeting: NamedMeeting;
  /** Whole days until today; at least so many where only the month is known. */
  readonly days: number;
  /** Only the month is known: so many days or more. */
  readonly approximate: boolean;
};

/** The last held meeting up to today, of whatever kind; null when there was none with a date. */
export const lastContact = ({ held }: Pick<CaseDigest, 'held'>, today: Day): LastContact | null => {
  const meeting = held.findLast(({ date }) => hasCome(date, today));
  return meeting === undefined ? null : { meeting, ...timeSince(meeting.until, today) };
};
