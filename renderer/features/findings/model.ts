import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isPartialDate } from '#shared/dates/types.ts';
import {
  ACTION_STATES,
  type ActionRow,
  FINDING_KINDS,
  type FindingKind,
  type FindingRow,
  type MeetingRow,
} from '#shared/domain/meeting/meeting.ts';
import { shortTitleOf, titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { groupBy, isPast } from '#shared/domain/record/row-values.ts';
import type { FindingsRows } from './queries.ts';

/** A meeting that a finding may be born in. */
export type Birthplace = {
  readonly id: MeetingId;
  /** 第2回 12/22 */
  readonly short: string;
  /** 第2回支援 令和4年12月22日(木) */
  readonly long: string;
};

/** The meetings of a case by time, those of unknown date last. */
export const birthplacesOf = (rows: FindingsRows): readonly Birthplace[] => {
  const roundOf = new Map(rows.rounds.map((round) => [round.id, round]));
  return rows.meetings
    .toSorted((a, b) => comparePartialDates(dateOf(a), dateOf(b)))
    .map((meeting: MeetingRow) => {
      const round = roundOf.get(meeting.round) ?? null;
      const date = dateOf(meeting);
      const when = (style: 'short' | 'long') =>
        date === '' ? '' : ` ${formatPartialDate(date, style)}`;
      return {
        id: meeting.id,
        short: `${shortTitleOf(meeting, round)}${when('short')}`,
        long: `${titleOf(meeting, round).title}${when('long')}`,
      };
    });
};

export type FindingGroup = {
  readonly kind: FindingKind;
  readonly findings: readonly FindingRow[];
};

/** Findings by kind; kinds without any are left out. Of each kind, by the time of their meetings. */
export const groupFindings = (
  findings: readonly FindingRow[],
  places: readonly Birthplace[],
): readonly FindingGroup[] => {
  const rank = new Map(places.map(({ id }, index) => [id, index]));
  const byKind = groupBy(findings, (finding) => finding.kind);
  return FINDING_KINDS.flatMap((kind) => {
    const found = byKind.get(kind);
    if (found === undefined) return [];
    // Those of the case as a whole come first.
    const sorted = found.toSorted(
      (a, b) => (rank.get(a.meeting) ?? -1) - (rank.get(b.meeting) ?? -1),
    );
    return [{ kind, findings: sorted }];
  });
};

/** Open ones first, the most urgent at the top; done ones below. */
export const sortActions = (actions: readonly ActionRow[]): readonly ActionRow[] =>
  actions.toSorted(
    (a, b) =>
      ACTION_STATES.indexOf(a.state) - ACTION_STATES.indexOf(b.state) ||
      comparePartialDates(dueOf(a), dueOf(b)),
  );

const dueOf = (action: ActionRow) => (isPartialDate(action.due) ? action.due : '');

/** Whether an action should have been done by now. */
export const isLate = (action: ActionRow, today: Day): boolean =>
  action.state === 'open' && isPast(dueOf(action), today);

export const dueText = (action: ActionRow): string => {
  const due = dueOf(action);
  return due === '' ? '' : formatPartialDate(due, 'dotted');
};
