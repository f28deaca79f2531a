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
import { compareOrder, isBlank, isOutsideYear } from '../record/row-values.ts';

/** Whether the record of a meeting is there (記録あり), is owed (記録がまだ), or is not due. */
export type Written = 'written' | 'missing' | 'notYet';

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

/**
 * A meeting's record is written once its note or its summary says anything. It is owed only after
 * the meeting was held.
 */
export const writtenOf = (
  meeting: Pick<MeetingRow, 'state' | 'summary'>,
  hasNote: boolean,
): Written => {
  if (hasNote || !isBlank(meeting.summary)) return 'written';
  return meeting.state === 'held' ? 'missing' : 'notYet';
};

/** Of these a record is expected; a mail, a talk on the phone or among ourselves may go without. */
const OWING_KINDS: ReadonlySet<MeetingKind> = new Set([
  'orientation',
  'preMeeting',
  'session',
  'exchange',
  'siteVisit',
  'briefing',
]);

/** Whether the lack of a record is pointed out, once the meeting was held. */
export const owesRecord = ({ kind }: Pick<MeetingRow, 'kind'>): boolean => OWING_KINDS.has(kind);

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
  written: writtenOf(meeting, parts.hasNote),
  state: meeting.state,
  findings: countFindings(parts.findings),
  variants: parts.variants,
  outsideYear: isOutsideYear(dateOf(meeting), parts.year),
});
