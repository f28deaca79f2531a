import type { Beside } from '#data/operations/record/records.ts';
import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { meetingsInOrder } from '#shared/domain/ladder/ladder.ts';
import { dueOf, isUnfinished } from '#shared/domain/meeting/action.ts';
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
import { groupBy } from '#shared/domain/record/row-values.ts';
import type { FindingsRows } from './queries.ts';

/** A meeting that a finding may be born in. */
export type Birthplace = {
  readonly id: MeetingId;
  /** 第2回 12/22 */
  readonly short: string;
  /** 第2回支援 令和4年12月22日(木) */
  readonly long: string;
};

/** The meetings of a case as the ladder has them. */
export const birthplacesOf = (
  rows: Pick<FindingsRows, 'rounds' | 'meetings'>,
): readonly Birthplace[] => {
  const roundOf = new Map(rows.rounds.map((round) => [round.id, round]));
  return meetingsInOrder(rows.meetings, rows.rounds).map((meeting: MeetingRow) => {
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

/** The rows that a row can change places with, where there are any. */
export type Neighbours = {
  readonly above?: string | undefined;
  readonly below?: string | undefined;
};

/**
 * The nearest rows above and below that belong together with a row: what else orders the list, as a
 * meeting's date or a due date, stays as it is.
 * @param shown the rows as the list shows them
 */
export const neighboursOf = <R extends { readonly id: string }>(
  shown: readonly R[],
  row: R,
  belongs: (other: R) => boolean,
): Neighbours => {
  const peers = shown.filter((each) => each.id === row.id || belongs(each));
  const at = peers.findIndex(({ id }) => id === row.id);
  return { above: peers[at - 1]?.id, below: peers[at + 1]?.id };
};

/** What takes a row past a neighbour; undefined where there is none. */
export const movesTo = ({ above, below }: Neighbours, move: (beside: Beside) => void) => ({
  up: above === undefined ? undefined : () => move({ before: above }),
  down: below === undefined ? undefined : () => move({ after: below }),
});

/** Whether only their own order says which of two actions comes first. */
export const isOrderedBeside = (a: ActionRow, b: ActionRow): boolean =>
  rankOf(a) === rankOf(b) && dueOf(a) === dueOf(b);

/** What goes on first, the most urgent at the top; what is settled below. */
export const sortActions = (actions: readonly ActionRow[]): readonly ActionRow[] =>
  actions.toSorted((a, b) => rankOf(a) - rankOf(b) || comparePartialDates(dueOf(a), dueOf(b)));

/** Both kinds of what goes on are as urgent as their dates. */
const rankOf = (action: ActionRow): number =>
  isUnfinished(action) ? 0 : ACTION_STATES.indexOf(action.state);

/** 3件, or 3件 / 全 12件 while a filter leaves some out; nothing for an empty list. */
export const countNote = (shown: number, all: number): string | undefined => {
  if (all === 0) return undefined;
  return shown === all ? `${all}件` : `${shown}件 / 全 ${all}件`;
};
