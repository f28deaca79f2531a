import { type Day, isDay } from '../../dates/types.ts';
import { assertNever } from '../../result.ts';
import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import { shortTitleOf } from '../meeting/meeting-title.ts';
import { formatOrdinal, type Ordinal, suggestOrdinal } from '../meeting/ordinal.ts';
import { dateOf } from '../meeting/typed-values.ts';
import { compareOrder, isLive } from '../record/row-values.ts';
import { readFlow } from './flow.ts';
import { nextMeeting, overdueMeetings } from './timeline.ts';

/** The next sensible step of a case: what its one large button does. */
export type NextStep =
  /** A planned meeting's day has come: write its record, or say what became of it. */
  | { readonly kind: 'record'; readonly meetingId: string }
  | { readonly kind: 'preMeeting'; readonly ordinal: Ordinal }
  | { readonly kind: 'round'; readonly number: number }
  | { readonly kind: 'briefing' }
  /** All is planned: get ready for the meeting that comes next. */
  | { readonly kind: 'prepare'; readonly meetingId: string }
  /** All that is planned lacks a date: decide on one. */
  | { readonly kind: 'setDate'; readonly meetingId: string }
  | { readonly kind: 'done' };

export type FlowRows = {
  readonly rounds: readonly RoundRow[];
  readonly meetings: readonly MeetingRow[];
};

/**
 * What to do next, from the first rule that holds. With n the last round held, 0 before the first:
 * 1. A planned meeting whose date has come → record it, the earliest first.
 * 2. Another round is to come (n < 3, or one after the third is on the ladder already):
 *    no pre-meeting between n and n + 1 → plan one, with the next free number (0.5, 1.5, 2.5);
 *    then no session of round n + 1 → plan that round.
 * 3. After the last round no 報告会 → plan it.
 * 4. Otherwise prepare the next planned meeting; decide on a date where none has one; or all is done.
 * What was cancelled does not count as planned, what was postponed does.
 */
export const suggestNext = ({ rounds, meetings }: FlowRows, today: Day): NextStep => {
  const due = dueMeeting(meetings, today);
  if (due !== null) return { kind: 'record', meetingId: due.id };
  const flow = readFlow(rounds, meetings);
  if (flow.nextRound !== null) {
    if (!flow.prepared) {
      return { kind: 'preMeeting', ordinal: suggestOrdinal(flow.ordinals, flow.nextRound) };
    }
    if (!flow.planned) return { kind: 'round', number: flow.nextRound };
  } else if (!flow.briefing) {
    return { kind: 'briefing' };
  }
  const next = nextMeeting(meetings, today);
  if (next !== null) return { kind: 'prepare', meetingId: next.id };
  const open = meetings.filter(isOpen).toSorted(compareOrder)[0];
  return open === undefined ? { kind: 'done' } : { kind: 'setDate', meetingId: open.id };
};

/**
 * Whether nothing is left to do, whatever day it is: all rounds and the 報告会 are over, and no meeting
 * is planned or postponed.
 */
export const isAllDone = ({ rounds, meetings }: FlowRows): boolean => {
  const { nextRound, briefing } = readFlow(rounds, meetings);
  return nextRound === null && briefing && !meetings.some(isOpen);
};

const isOpen = (meeting: MeetingRow): boolean =>
  isLive(meeting) && (meeting.state === 'planned' || meeting.state === 'postponed');

const dueMeeting = (meetings: readonly MeetingRow[], today: Day): MeetingRow | null => {
  const overdue = overdueMeetings(meetings, today)[0];
  if (overdue !== undefined) return overdue;
  const next = nextMeeting(meetings, today);
  const hasCome = next !== null && isDay(dateOf(next)) && dateOf(next) <= today;
  return hasCome ? next : null;
};

/** The words on the button: 次の会合: 2.5次を計画; '' when all is done. */
export const formatNextStep = (step: NextStep, { rounds, meetings }: FlowRows): string => {
  const nameOf = (id: string): string => {
    const meeting = meetings.find((row) => row.id === id);
    if (meeting === undefined) return '会合';
    return shortTitleOf(meeting, rounds.find((row) => row.id === meeting.round) ?? null);
  };
  switch (step.kind) {
    case 'record':
      return `${nameOf(step.meetingId)}を記録`;
    case 'preMeeting':
      return `次の会合: ${formatOrdinal(step.ordinal).replace('ミーティング', '')}を計画`;
    case 'round':
      return `次の会合: 第${step.number}回支援を計画`;
    case 'briefing':
      return '次の会合: 報告会を計画';
    case 'prepare':
      return `次の会合: ${nameOf(step.meetingId)}を準備`;
    case 'setDate':
      return `${nameOf(step.meetingId)}の日程を決める`;
    case 'done':
      return '';
    default:
      return assertNever(step);
  }
};
