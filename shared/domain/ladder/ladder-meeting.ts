import type { Day, FiscalYear, PartialDate } from '../../dates/types.ts';
import { type HeadCount, headCountOf } from '../meeting/attendance.ts';
import { placeWords } from '../meeting/day-places.ts';
import {
  type AttendanceRow,
  FINDING_KINDS,
  type FindingKind,
  type FindingRow,
  type MeetingDayRow,
  type MeetingKind,
  type MeetingRow,
  type MeetingState,
  MODE_NAMES,
  MODES,
  type RoundRow,
  type VariantRow,
} from '../meeting/meeting.ts';
import { titleOf } from '../meeting/meeting-title.ts';
import { dateOf, endDateOf } from '../meeting/typed-values.ts';
import type { Member } from '../record/collection.ts';
import { compareOrder, groupBy, isBlank, isLive, isOutsideYear } from '../record/row-values.ts';

/**
 * Whether the record of a meeting is there (記録あり), is owed (記録がまだ), is not asked for (a mail, a
 * talk on the phone or among ourselves may go without), or is not due.
 */
export type Written = 'written' | 'missing' | 'notAsked' | 'notYet';

/** A meeting as the ladder shows it. */
export type LadderMeeting = {
  readonly meeting: MeetingRow;
  readonly title: string;
  readonly subtitle: string;
  readonly date: PartialDate;
  /** The last of several days; '' for a single one. */
  readonly endDate: Day | '';
  /** Where it takes place; by its days where they differ. */
  readonly place: string;
  /** Names of those who support, in their order. */
  readonly supporters: readonly string[];
  /** Names of how people met, the free words (集合型) last. */
  readonly modes: readonly string[];
  readonly headCount: HeadCount;
  readonly written: Written;
  readonly state: MeetingState;
  readonly findings: Readonly<Record<FindingKind, number>>;
  /** What other sources say of this meeting's fields. */
  readonly variants: readonly VariantRow[];
  /** Whether its date lies outside of the case's fiscal year. */
  readonly outsideYear: boolean;
};

/** What belongs to one meeting, gathered; rows in the bin are left out already. */
export type MeetingParts = {
  readonly round: RoundRow | null;
  readonly attendances: readonly AttendanceRow[];
  readonly findings: readonly FindingRow[];
  readonly variants: readonly VariantRow[];
  readonly days: readonly MeetingDayRow[];
  readonly hasNote: boolean;
  /** The 支援のまとめ that is its record too. */
  readonly roundSummary: string;
  readonly year: FiscalYear | null;
};

const namesOf = (members: readonly Member[]): readonly string[] =>
  members
    .toSorted(compareOrder)
    .map(({ name }) => name.trim())
    .filter((name) => name !== '');

/** How people met. A mode that the free words contain (メール in メール等) is not said twice. */
export const modeNamesOf = (meeting: Pick<MeetingRow, 'modes' | 'modeNote'>): readonly string[] => {
  const note = meeting.modeNote.trim();
  const known = meeting.modes.map((member) => {
    const mode = MODES.find((id) => id === member.id);
    return mode === undefined ? member : { ...member, name: MODE_NAMES[mode] };
  });
  const names = namesOf(known).filter((name) => !note.includes(name));
  return note === '' ? names : [...names, note];
};

/** Of these a record is expected. */
const OWING_KINDS: ReadonlySet<MeetingKind> = new Set([
  'orientation',
  'preMeeting',
  'session',
  'exchange',
  'siteVisit',
  'briefing',
]);

/** Whether a record is expected of a meeting of this kind, once it was held. */
export const owesRecord = ({ kind }: Pick<MeetingRow, 'kind'>): boolean => OWING_KINDS.has(kind);

/**
 * The one answer to whether a meeting owes its record, for the ladder, its table and ホーム alike. It is
 * written once its note or its summary says anything, or for the only session of a round the round's 支援のまとめ.
 * It is owed only after the meeting was held: of a plan whose day has passed, what became of it is asked first.
 */
export const writtenOf = (
  meeting: Pick<MeetingRow, 'kind' | 'state' | 'summary'>,
  hasNote: boolean,
  roundSummary = '',
): Written => {
  if (hasNote || !isBlank(meeting.summary) || !isBlank(roundSummary)) return 'written';
  if (meeting.state !== 'held') return 'notYet';
  return owesRecord(meeting) ? 'missing' : 'notAsked';
};

type Records = {
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  /** Ids of the meetings whose note holds any text. */
  readonly notes: ReadonlySet<string>;
};

/** By a meeting's id the 支援のまとめ that is its record too: that of a round of which it is the only session. */
export const roundSummaries = ({
  meetings,
  rounds,
}: Omit<Records, 'notes'>): ReadonlyMap<string, string> => {
  const sessions = groupBy(
    meetings.filter((row) => isLive(row) && row.kind === 'session' && row.state !== 'cancelled'),
    ({ round }) => round,
  );
  return new Map(
    rounds.filter(isLive).flatMap(({ id, summary }) => {
      const [only, ...others] = sessions.get(id) ?? [];
      return only === undefined || others.length > 0 ? [] : [[only.id, summary] as const];
    }),
  );
};

/** Held meetings of a case whose records are owed. */
export const owedMeetings = (records: Records): readonly MeetingRow[] => {
  const summaries = roundSummaries(records);
  return records.meetings.filter(
    (row) =>
      isLive(row) && writtenOf(row, records.notes.has(row.id), summaries.get(row.id)) === 'missing',
  );
};

const countFindings = (findings: readonly FindingRow[]): Readonly<Record<FindingKind, number>> =>
  Object.fromEntries(
    FINDING_KINDS.map((kind) => [kind, findings.filter((row) => row.kind === kind).length]),
  ) as Record<FindingKind, number>;

export const ladderMeeting = (meeting: MeetingRow, parts: MeetingParts): LadderMeeting => ({
  meeting,
  ...titleOf(meeting, parts.round),
  date: dateOf(meeting),
  endDate: endDateOf(meeting),
  place: placeWords(meeting, parts.days),
  supporters: namesOf(meeting.supporters),
  modes: modeNamesOf(meeting),
  headCount: headCountOf(meeting, parts.attendances),
  written: writtenOf(meeting, parts.hasNote, parts.roundSummary),
  state: meeting.state,
  findings: countFindings(parts.findings),
  variants: parts.variants,
  outsideYear: isOutsideYear(dateOf(meeting), parts.year),
});
