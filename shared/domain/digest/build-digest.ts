import { type Assignment, type AssignmentRow, inOrderOfTime } from '../case/assignment.ts';
import type { CaseRow } from '../case/case.ts';
import type { FollowUpRow } from '../case/follow-up.ts';
import type { OwnRows } from '../checks/check-references.ts';
import { buildLadder, type LadderRung } from '../ladder/ladder.ts';
import { modeNamesOf, owedMeetings } from '../ladder/ladder-meeting.ts';
import { isAllDone } from '../ladder/next-step.ts';
import { stageOf } from '../ladder/stage.ts';
import { inTime } from '../ladder/timeline.ts';
import { isUnfinished } from '../meeting/action.ts';
import {
  type ActionRow,
  MEETING_STATE_NAMES,
  type MeetingRow,
  type RoundRow,
} from '../meeting/meeting.ts';
import { shortTitleOf, titleOf } from '../meeting/meeting-title.ts';
import { dateOf, lastDateOf } from '../meeting/typed-values.ts';
import { compareOrder, compareTexts, isLive } from '../record/row-values.ts';
import {
  type CaseDigest,
  type CaseHead,
  HEAD_FIELDS,
  type NamedMeeting,
  type OpenAction,
  type PlannedMeeting,
  type Step,
} from './digest.ts';
import { checksOf, referencesOf } from './digest-checks.ts';

/** The rows of one case's document; those in the bin among them, in any order. */
export type DigestRows = OwnRows & {
  readonly case: CaseRow;
  readonly assignments: readonly AssignmentRow[];
  readonly followUps: readonly FollowUpRow[];
  /** Ids of the meetings whose note holds any text. */
  readonly notes: ReadonlySet<string>;
};

/** The digest of a case in use. */
export const buildDigest = (rows: DigestRows): CaseDigest => {
  const rounds = rows.rounds.filter(isLive);
  const meetings = inTime(rows.meetings.filter(isLive));
  const named = namer(rounds);
  const held = meetings.filter(({ state }) => state === 'held');
  const withProgramme = new Set(rows.programmeItems.filter(isLive).map(({ meeting }) => meeting));
  return {
    case: headOf(rows.case),
    assignments: inOrderOfTime(rows.assignments).map(assignmentOf),
    steps: stepsOf(rows, rounds, meetings),
    stage: stageOf({ rounds, meetings }),
    isAllDone: isAllDone({ rounds, meetings }),
    planned: meetings
      .filter(({ state }) => state === 'planned')
      .map((meeting) => ({
        ...named(meeting),
        ...plannedOf(meeting, roundOf(rounds, meeting)),
        hasProgramme: withProgramme.has(meeting.id),
      })),
    held: held.filter((meeting) => dateOf(meeting) !== '').map(named),
    owed: isWaived(rows.case)
      ? []
      : owedMeetings({ meetings, rounds, notes: rows.notes }).map(named),
    actions: openActions(rows.actions, meetings, named),
    checks: checksOf(rows),
    references: referencesOf(rows),
    followUps: rows.followUps
      .filter((row) => isLive(row) && row.state !== 'open')
      .map(({ after }) => after),
  };
};

const assignmentOf = ({ staff, name, from, until }: AssignmentRow): Assignment => ({
  staff,
  name,
  from,
  until,
});

const isWaived = ({ endedOn, waivesRecords }: CaseRow): boolean => endedOn !== '' && waivesRecords;

const headOf = (row: CaseRow): CaseHead =>
  // Each field of the head is named there.
  Object.fromEntries(HEAD_FIELDS.map((field) => [field, row[field]])) as unknown as CaseHead;

const roundOf = (rounds: readonly RoundRow[], meeting: MeetingRow): RoundRow | null =>
  rounds.find(({ id }) => id === meeting.round) ?? null;

type Namer = (meeting: MeetingRow) => NamedMeeting;

const namer =
  (rounds: readonly RoundRow[]): Namer =>
  (meeting) => ({
    id: meeting.id,
    kind: meeting.kind,
    title: titleOf(meeting, roundOf(rounds, meeting)).title,
    date: dateOf(meeting),
    until: lastDateOf(meeting),
  });

const plannedOf = (
  meeting: MeetingRow,
  round: RoundRow | null,
): Omit<PlannedMeeting, keyof NamedMeeting | 'hasProgramme'> => ({
  shortTitle: shortTitleOf(meeting, round),
  startTime: meeting.startTime,
  order: meeting.order,
  place: meeting.place,
  modes: modeNamesOf(meeting).join('・'),
  supporters: meeting.supporters.map(({ name }) => name).join('、'),
});

const stepsOf = (
  rows: DigestRows,
  rounds: readonly RoundRow[],
  meetings: readonly MeetingRow[],
): readonly Step[] => {
  const none = { attendances: [], findings: [], variants: [] };
  const ladder = buildLadder({ case: rows.case, rounds, meetings, notes: new Set(), ...none });
  return ladder.rungs.flatMap(stepOf);
};

const stepOf = (rung: LadderRung): readonly Step[] => {
  switch (rung.kind) {
    case 'round':
      return [
        {
          id: rung.id,
          number: rung.number === null ? '?' : String(rung.number),
          state: rung.state,
          words: `${rung.title} ${MEETING_STATE_NAMES[rung.state]}`,
        },
      ];
    case 'preMeeting':
      return [
        {
          id: rung.id,
          number: null,
          state: rung.meeting.state,
          words: `${rung.meeting.title} ${MEETING_STATE_NAMES[rung.meeting.state]}`,
        },
      ];
    case 'contact':
      return [];
    default:
      return rung satisfies never;
  }
};

/** After any date. */
const NO_DUE = '~';

const openActions = (
  actions: readonly ActionRow[],
  meetings: readonly MeetingRow[],
  named: Namer,
): readonly OpenAction[] =>
  actions
    .filter((row) => isLive(row) && isUnfinished(row))
    .toSorted((a, b) => compareTexts(a.due || NO_DUE, b.due || NO_DUE) || compareOrder(a, b))
    .map(({ id, text, owner, due, state, waitingFor, meeting }) => {
      const born = meetings.find((row) => row.id === meeting);
      const place = born === undefined ? null : named(born);
      return { id, text, owner, due, state, waitingFor, meeting: place };
    });
