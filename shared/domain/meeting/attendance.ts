import { isLive } from '../record/row-values.ts';
import type { AttendanceRow, MeetingRow } from './meeting.ts';

/** How many people came to a meeting. */
export type HeadCount = {
  /** The entered total, else the computed one; null where nobody is listed and nothing was entered. */
  readonly shown: number | null;
  /** The sum of the list of attendances; null where nobody is listed. */
  readonly computed: number | null;
  /** The total as somebody entered it (計46名), or null. */
  readonly override: number | null;
  /** Whether both are known and disagree: screens then show both. */
  readonly differs: boolean;
};

const isCount = (value: number | null): value is number =>
  value !== null && Number.isSafeInteger(value) && value >= 0;

/** The heads of a list of attendances: a group by its count, a person (no count) as one. */
export const headsOf = (attendances: readonly AttendanceRow[]): number =>
  attendances.reduce((sum, { count }) => sum + (isCount(count) ? count : 1), 0);

/**
 * The head count of a meeting, from all attendances at hand; those of other meetings and those
 * in the bin are left out.
 */
export const headCountOf = (
  meeting: Pick<MeetingRow, 'id' | 'headCount'>,
  attendances: readonly AttendanceRow[],
): HeadCount => {
  const listed = attendances.filter((row) => row.meeting === meeting.id && isLive(row));
  const computed = listed.length === 0 ? null : headsOf(listed);
  const override = isCount(meeting.headCount) ? meeting.headCount : null;
  return {
    shown: override ?? computed,
    computed,
    override,
    differs: override !== null && computed !== null && override !== computed,
  };
};
