import { addDays, weekdayOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import type { MeetingKind, MeetingState } from '#shared/domain/meeting/meeting.ts';
import type { Seeded } from './seeded.ts';

/** The day on which the scale set ends: what lies before it was held. */
export const PRESENT = '2026-11-20' as Day;

export type PlannedMeeting = {
  readonly kind: MeetingKind;
  /** Of a session. */
  readonly round?: number;
  readonly partLabel?: string;
  /** Of a pre-meeting. */
  readonly ordinal?: string;
  readonly independent?: boolean;
  readonly day: Day;
  readonly state: MeetingState;
};

type Step = Omit<PlannedMeeting, 'day' | 'state'>;

const pre = (ordinal: string): Step => ({ kind: 'preMeeting', ordinal });
const session = (round: number, partLabel = ''): Step => ({ kind: 'session', round, partLabel });

/** A full year of support in the order of time: three rounds and what stands between them. */
const YEAR: readonly Step[] = [
  { kind: 'information' },
  { kind: 'internal' },
  { kind: 'orientation' },
  { kind: 'consultation' },
  { kind: 'internal' },
  pre('0.5'),
  { kind: 'consultation' },
  pre('0.75'),
  { kind: 'internal' },
  session(1, '午前の部'),
  session(1, '午後の部'),
  { kind: 'exchange' },
  pre('1.25'),
  { kind: 'internal' },
  pre('1.5'),
  { kind: 'siteVisit' },
  pre('1.75'),
  session(2),
  { kind: 'information' },
  pre('2.25'),
  { kind: 'consultation' },
  pre('2.5'),
  { kind: 'internal' },
  pre('2.75'),
  session(3, '第1部'),
  session(3, '第2部'),
  { kind: 'exchange', independent: true },
  { kind: 'internal' },
  { kind: 'briefing' },
  { kind: 'other' },
];
export const MEETINGS_IN_CASE = YEAR.length;

const FIRST_DAY = '04-12';
const DAYS_BETWEEN = 11;

const workday = (day: Day): Day => {
  const weekday = weekdayOf(day);
  if (weekday === '土') return addDays(day, 2);
  return weekday === '日' ? addDays(day, 1) : day;
};

const stateOn = (day: Day, seeded: Seeded): MeetingState => {
  if (seeded.int(1, 40) === 1) return seeded.pick(['postponed', 'cancelled'] as const);
  return day < PRESENT ? 'held' : 'planned';
};

/** The meetings of one case; the parts of a round stand on one day. */
export const planYear = (seeded: Seeded, fiscalYear: number): readonly PlannedMeeting[] => {
  const first = addDays(`${fiscalYear}-${FIRST_DAY}` as Day, seeded.int(0, 9));
  const meetings: PlannedMeeting[] = [];
  for (const [index, step] of YEAR.entries()) {
    const before = meetings.at(-1);
    const isSameDay = step.round !== undefined && before?.round === step.round;
    const day = isSameDay
      ? before.day
      : workday(addDays(first, index * DAYS_BETWEEN + seeded.int(0, 4)));
    meetings.push({ ...step, day, state: stateOn(day, seeded) });
  }
  return meetings;
};
