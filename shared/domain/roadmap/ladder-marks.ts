import { comparePartialDates } from '../../dates/calendar.ts';
import { meetingsInOrder } from '../ladder/ladder.ts';
import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import { shortTitleOf } from '../meeting/meeting-title.ts';
import { dateOf } from '../meeting/typed-values.ts';
import type { MeetingId } from '../record/ids.ts';
import { compareOrder, groupBy, isLive } from '../record/row-values.ts';
import type { LaneFollows } from './collections.ts';
import type { LaneId, Milestone, MilestoneId } from './model.ts';
import type { RoadmapRows } from './rows.ts';

type Ladder = Pick<RoadmapRows, 'meetings' | 'rounds'>;

/** What a milestone shows of the meeting that it follows. */
export type Mark = Pick<Milestone, 'meeting' | 'date' | 'label'>;

/** 第2回, 0.5次, 第3回 午後の部; with （延期） or （中止） behind where it does not take place. */
export const markOf = (meeting: MeetingRow, round: RoundRow | null): Mark => ({
  meeting: meeting.id as MeetingId,
  date: dateOf(meeting),
  label: shortTitleOf(meeting, round) + stateWords(meeting),
});

const stateWords = ({ state }: MeetingRow): string => {
  if (state === 'postponed') return '（延期）';
  return state === 'cancelled' ? '（中止）' : '';
};

/** The mark of each meeting in use by its id, as the ladder has them. */
export const marksByMeeting = ({ meetings, rounds }: Ladder): ReadonlyMap<string, Mark> => {
  const byId = new Map(rounds.filter(isLive).map((round) => [round.id, round]));
  const ordered = meetingsInOrder(meetings, rounds);
  return new Map(ordered.map((row) => [row.id, markOf(row, byId.get(row.round) ?? null)]));
};

/** The milestones of a lane that shows the ladder by itself; cancelled meetings are none. */
export const laneMarks = (
  lane: LaneId,
  follows: LaneFollows,
  ladder: Ladder,
): readonly Milestone[] => {
  if (follows === 'nothing') return [];
  const preMeetings = follows === 'rounds' ? [] : preMeetingMarks(ladder);
  return [...roundMarks(ladder), ...preMeetings]
    .toSorted((a, b) => comparePartialDates(a.date, b.date))
    .map((mark) => ({
      id: `meeting:${mark.meeting}@${lane}` as MilestoneId,
      lane,
      ...mark,
      derived: true,
      note: '',
      source: '',
    }));
};

const takesPlace = ({ state }: MeetingRow): boolean => state !== 'cancelled';

const preMeetingMarks = ({ meetings }: Ladder): readonly Mark[] =>
  meetings
    .filter((row) => isLive(row) && row.kind === 'preMeeting' && takesPlace(row))
    .toSorted(compareOrder)
    .map((row) => markOf(row, null));

/** One mark for a round, where its first session stands that is neither cancelled nor, if it can be, postponed. */
const roundMarks = ({ meetings, rounds }: Ladder): readonly Mark[] => {
  const sessions = groupBy(
    meetingsInOrder(meetings, rounds).filter((row) => row.kind === 'session' && takesPlace(row)),
    ({ round }) => round,
  );
  return rounds.filter(isLive).flatMap((round) => {
    const first = (sessions.get(round.id) ?? []).toSorted(compareSessions)[0];
    return first === undefined ? [] : [markOf({ ...first, partLabel: '' }, round)];
  });
};

const compareSessions = (a: MeetingRow, b: MeetingRow): number =>
  Number(a.state === 'postponed') - Number(b.state === 'postponed') ||
  comparePartialDates(dateOf(a), dateOf(b));
