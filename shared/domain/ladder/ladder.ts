import type { Day, PartialDate } from '../../dates/types.ts';
import type { CaseRow } from '../case/case.ts';
import type { DayPart } from '../meeting/day-part.ts';
import type {
  AttendanceRow,
  FindingRow,
  MeetingDayRow,
  MeetingRow,
  MeetingState,
  RoundRow,
  VariantRow,
} from '../meeting/meeting.ts';
import { roundTitle } from '../meeting/meeting-title.ts';
import { roundNumberOf } from '../meeting/typed-values.ts';
import type { RoundId } from '../record/ids.ts';
import { compareTexts, fiscalYearOfCase, groupBy, isBlank, isLive } from '../record/row-values.ts';
import {
  type LadderMeeting,
  ladderMeeting,
  roundSummaries,
  type Written,
} from './ladder-meeting.ts';
import { orderLadder, type Place, placeOf } from './ladder-order.ts';

/** The rows of one case; those in the bin may be among them and are not shown. */
export type LadderRows = {
  readonly case: Pick<CaseRow, 'fiscalYear'> | null;
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
  readonly attendances: readonly AttendanceRow[];
  readonly findings: readonly FindingRow[];
  readonly variants: readonly VariantRow[];
  /** Where single days of meetings take place. */
  readonly meetingDays?: readonly MeetingDayRow[];
  /** Ids of the meetings whose note holds any text. */
  readonly notes: ReadonlySet<string>;
};

/** 第N回支援: a large numbered rung, with its sessions (午前の部, 午後の部) together. */
export type RoundRung = {
  readonly kind: 'round';
  readonly id: RoundId;
  readonly round: RoundRow;
  readonly number: number | null;
  readonly title: string;
  /** Where it stands: the date of its first session that is not postponed or cancelled. */
  readonly date: PartialDate;
  readonly endDate: Day | '';
  readonly sessions: readonly LadderMeeting[];
  readonly state: MeetingState;
  /** Written once the round's summary is, else owed as long as any of its sessions' records is. */
  readonly written: Written;
  /** Another round has the same number. */
  readonly duplicate: boolean;
  /** What other sources say of the round itself. */
  readonly variants: readonly VariantRow[];
};

/** N次ミーティング: a step between rounds. */
export type PreMeetingRung = {
  readonly kind: 'preMeeting';
  readonly id: string;
  readonly date: PartialDate;
  readonly endDate: Day | '';
  readonly meeting: LadderMeeting;
};

/** Any other contact: small and quiet. */
export type ContactRung = {
  readonly kind: 'contact';
  readonly id: string;
  readonly date: PartialDate;
  readonly endDate: Day | '';
  readonly meeting: LadderMeeting;
  /** A session whose round is not there, or is in the bin. */
  readonly lostRound: boolean;
};

export type LadderRung = RoundRung | PreMeetingRung | ContactRung;

/** 支援の流れ, from first to last; each meeting in use stands on it exactly once. */
export type Ladder = { readonly rungs: readonly LadderRung[] };

/** The meetings of a rung in their order; none for a round without sessions. */
export const meetingsOfRung = (rung: LadderRung): readonly LadderMeeting[] =>
  rung.kind === 'round' ? rung.sessions : [rung.meeting];

type Placed = Place & { readonly rung: LadderRung };

/**
 * The ladder of a case, in the order of `orderLadder`. Whatever two legal edits merge into is
 * shown: equal ordinals and round numbers, sessions without a round, dates that are not known.
 */
export const buildLadder = (rows: LadderRows): Ladder => {
  const rounds = rows.rounds.filter(isLive);
  const meetings = rows.meetings.filter(isLive);
  const roundOfId = new Map(rounds.map((round) => [round.id, round]));
  const view = viewer(rows);
  const roundOf = (meeting: MeetingRow): RoundRow | null =>
    meeting.kind === 'session' ? (roundOfId.get(meeting.round) ?? null) : null;
  const sessions = groupBy(meetings, (meeting) => roundOf(meeting)?.id ?? '');
  const numbers = groupBy(rounds, ({ number }) => number);
  const variants = variantsByRecord(rows);

  const roundRungs = rounds.map((round) =>
    placeRound(round, {
      sessions: (sessions.get(round.id) ?? []).map((meeting) => view(meeting, round)),
      duplicate: round.number !== null && (numbers.get(round.number)?.length ?? 0) > 1,
      variants: variants.get(round.id) ?? [],
    }),
  );
  const otherRungs = meetings
    .filter((meeting) => roundOf(meeting) === null)
    .map((meeting) => placeSingle(view(meeting, null)));
  return { rungs: orderLadder<Placed>([...roundRungs, ...otherRungs]).map(({ rung }) => rung) };
};

/** The meetings in use as they stand on the ladder, from first to last. */
export const meetingsInOrder = (
  meetings: readonly MeetingRow[],
  rounds: readonly RoundRow[],
): readonly MeetingRow[] => {
  const none = { attendances: [], findings: [], variants: [], notes: new Set<string>() };
  const { rungs } = buildLadder({ case: null, rounds, meetings, ...none });
  return rungs.flatMap(meetingsOfRung).map(({ meeting }) => meeting);
};

const variantsByRecord = ({ variants }: LadderRows): ReadonlyMap<string, readonly VariantRow[]> =>
  groupBy(
    variants.filter(isLive).toSorted((a, b) => compareTexts(a.id, b.id)),
    ({ record }) => record,
  );

/** Gathers what belongs to each meeting once, for all of them. */
const viewer = (rows: LadderRows) => {
  const attendances = groupBy(rows.attendances.filter(isLive), ({ meeting }) => meeting);
  const findings = groupBy(rows.findings.filter(isLive), ({ meeting }) => meeting);
  const variants = variantsByRecord(rows);
  const summaries = roundSummaries(rows);
  const year = fiscalYearOfCase(rows.case);
  return (meeting: MeetingRow, round: RoundRow | null): LadderMeeting =>
    ladderMeeting(meeting, {
      round,
      attendances: attendances.get(meeting.id) ?? [],
      findings: findings.get(meeting.id) ?? [],
      variants: variants.get(meeting.id) ?? [],
      days: rows.meetingDays ?? [],
      hasNote: rows.notes.has(meeting.id),
      roundSummary: summaries.get(meeting.id) ?? '',
      year,
    });
};

const placeSingle = (view: LadderMeeting): Placed => {
  const { meeting, date, endDate } = view;
  const place = placeOf(meeting, null);
  const base = { id: meeting.id, date, endDate, meeting: view };
  if (meeting.kind === 'preMeeting') return { ...place, rung: { kind: 'preMeeting', ...base } };
  return { ...place, rung: { kind: 'contact', ...base, lostRound: meeting.kind === 'session' } };
};

/** Of a round without sessions nothing is known. */
const NO_PART: DayPart = { startTime: '', half: null, series: '', numbers: [] };

const takesPlace = ({ state }: LadderMeeting): boolean => state === 'planned' || state === 'held';

const placeRound = (
  round: RoundRow,
  parts: Pick<RoundRung, 'sessions' | 'duplicate' | 'variants'>,
): Placed => {
  const sessions = orderLadder(
    parts.sessions.map((view) => ({ ...placeOf(view.meeting, null), view })),
  );
  const dated = sessions.filter(({ date }) => date !== '');
  const first = dated.find(({ view }) => takesPlace(view)) ?? dated[0] ?? sessions[0];
  const date = first?.date ?? '';
  const views = sessions.map(({ view }) => view);
  return {
    id: round.id,
    date,
    part: first?.part ?? NO_PART,
    order: first?.order ?? '',
    step: roundNumberOf(round),
    rung: {
      kind: 'round',
      id: round.id,
      round,
      number: round.number,
      title: roundTitle(round),
      date,
      endDate: first?.view.endDate ?? '',
      ...parts,
      sessions: views,
      state: stateOfRound(views),
      written: writtenOfRound(round, views),
    },
  };
};

/** Held as soon as one session was; planned while nothing else is known. */
const stateOfRound = (sessions: readonly LadderMeeting[]): MeetingState => {
  const states: readonly MeetingState[] = ['held', 'planned', 'postponed', 'cancelled'];
  return states.find((state) => sessions.some((view) => view.state === state)) ?? 'planned';
};

const writtenOfRound = (round: RoundRow, sessions: readonly LadderMeeting[]): Written => {
  if (!isBlank(round.summary)) return 'written';
  const found: readonly Written[] = ['missing', 'written'];
  return found.find((word) => sessions.some(({ written }) => written === word)) ?? 'notYet';
};
