import type { Day, FiscalYear, PartialDate } from '../../dates/types.ts';
import type { AttachmentRow } from '../attachment/attachment.ts';
import type { CaseRow } from '../case/case.ts';
import { orderLadder, type Place, placeOf } from '../ladder/ladder-order.ts';
import type {
  ActionRow,
  AttendanceRow,
  FindingRow,
  MeetingDayRow,
  MeetingRow,
  MeetingState,
  ProgrammeItemRow,
  RoundRow,
  VariantRow,
} from '../meeting/meeting.ts';
import { dateOf, endDateOf } from '../meeting/typed-values.ts';
import type { OrganizationRow, PersonRow, PostRow } from '../office/office.ts';
import { fiscalYearOfCase, groupBy, isLive } from '../record/row-values.ts';
import type { NoteOfRecord } from './note-for-paper.ts';
import type { TableOptions } from './options.ts';

/** What came of meetings, with their files and notes: 会合の記録 tells of them. */
export type BornRows = {
  readonly meetingDays: readonly MeetingDayRow[];
  readonly findings: readonly FindingRow[];
  readonly actions: readonly ActionRow[];
  readonly attachments: readonly AttachmentRow[];
  readonly notes: readonly NoteOfRecord[];
};

export const NOTHING_BORN: BornRows = {
  ...{ meetingDays: [], findings: [], actions: [] },
  ...{ attachments: [], notes: [] },
};

/** The rows of one case that tables are made of; those in the bin may be among them. */
export type TableRows = {
  readonly case: Pick<
    CaseRow,
    | 'fiscalYear'
    | 'municipalityName'
    | 'municipalityCode'
    | 'prefectureName'
    | 'entry'
    | 'entryDate'
  > | null;
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
  readonly attendances: readonly AttendanceRow[];
  readonly programmeItems: readonly ProgrammeItemRow[];
  readonly variants: readonly VariantRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
  readonly born?: BornRows;
  /** Ids of the meetings whose records were changed after they had been confirmed. */
  readonly changed?: ReadonlySet<string>;
};

/** One line of a table: a meeting, or the parts of a round that have one date and state. */
export type Entry = {
  readonly meetings: readonly [MeetingRow, ...MeetingRow[]];
  /** The round of its sessions, or null. */
  readonly round: RoundRow | null;
  /** The round has parts on other days too, so that the parts must be told apart. */
  readonly isPartly: boolean;
  readonly date: PartialDate;
  /** The last of several days; '' for a single one. */
  readonly endDate: Day | '';
  readonly state: MeetingState;
};

export const yearOf = (rows: TableRows): FiscalYear | null => fiscalYearOfCase(rows.case);

/** Meetings that the options let in. What was cancelled is in no table. */
const wanted = (rows: TableRows, options: TableOptions): readonly MeetingRow[] => {
  const hidden = new Set<string>(options.hiddenKinds);
  const hiddenRounds = new Set(options.hiddenRounds);
  return rows.meetings.filter(
    (meeting) =>
      isLive(meeting) &&
      meeting.state !== 'cancelled' &&
      (options.planned || meeting.state === 'held') &&
      !hidden.has(meeting.kind) &&
      !(meeting.kind === 'session' && hiddenRounds.has(meeting.round)),
  );
};

/** The lines of a case in the order of the ladder. */
export const entriesOf = (rows: TableRows, options: TableOptions): readonly Entry[] => {
  const rounds = new Map(rows.rounds.filter(isLive).map((round) => [round.id, round]));
  const roundOf = (meeting: MeetingRow): RoundRow | null =>
    meeting.kind === 'session' ? (rounds.get(meeting.round) ?? null) : null;
  const groups = groupBy(wanted(rows, options), (meeting) => {
    const round = roundOf(meeting);
    return round === null
      ? `meeting ${meeting.id}`
      : `round ${round.id} ${dateOf(meeting)} ${endDateOf(meeting)} ${meeting.state}`;
  });
  const perRound = groupBy([...groups.values()], ([first]) => first && roundOf(first)?.id);
  const placed = [...groups.values()].flatMap((group): readonly (Place & { entry: Entry })[] => {
    const [first, ...others] = orderLadder(
      group.map((meeting) => ({ ...placeOf(meeting, null), meeting })),
    ).map(({ meeting }) => meeting);
    if (first === undefined) return [];
    const round = roundOf(first);
    const entry: Entry = {
      meetings: [first, ...others],
      round,
      isPartly: round !== null && (perRound.get(round.id)?.length ?? 0) > 1,
      date: dateOf(first),
      endDate: endDateOf(first),
      state: first.state,
    };
    return [{ ...placeOf(first, round), entry }];
  });
  return orderLadder(placed).map(({ entry }) => entry);
};
