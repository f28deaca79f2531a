import { fold } from '../../text/fold.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { titleOf } from '../meeting/meeting-title.ts';
import { isOrdinal, ordinalKey } from '../meeting/ordinal.ts';
import { roundNumberOf } from '../meeting/typed-values.ts';
import type { Double, ImportContext, ProposedMeeting } from './proposal.ts';

/** Finds the meetings of a case that a row of a table seems to be. */
export type Doubles = { readonly of: (meeting: ProposedMeeting) => Double | null };

/** Names are compared as a reader does, without spaces. */
const nameKey = (text: string): string => fold(text).replace(/\s/g, '');

/** Whether two dates may be the same: one that is not known, or known to the month only, leaves it open. */
const mayBeSame = (a: string, b: string): boolean =>
  a === '' || b === '' || a.startsWith(b) || b.startsWith(a);

/** An index over what is there, so that each of thousands of rows is compared at once. */
export const indexDoubles = ({ meetings, rounds }: ImportContext): Doubles => {
  const ordinals = new Map<string, MeetingRow>();
  const sessions = new Map<number, MeetingRow[]>();
  const titles = new Map<string, MeetingRow[]>();
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const push = <Key>(map: Map<Key, MeetingRow[]>, key: Key, meeting: MeetingRow): void => {
    const known = map.get(key);
    if (known) known.push(meeting);
    else map.set(key, [meeting]);
  };
  for (const meeting of meetings) {
    if (meeting.state === 'cancelled') continue;
    const round = byId.get(meeting.round);
    const number = round ? roundNumberOf(round) : null;
    if (meeting.kind === 'preMeeting' && isOrdinal(meeting.ordinal)) {
      ordinals.set(ordinalKey(meeting.ordinal), meeting);
    } else if (meeting.kind === 'session' && number !== null) push(sessions, number, meeting);
    else push(titles, nameKey(titleOf(meeting, null).title), meeting);
  }
  const nameOf = (meeting: MeetingRow): string =>
    titleOf(meeting, byId.get(meeting.round) ?? null).title;

  const of = (meeting: ProposedMeeting): Double | null => {
    if (meeting.kind === 'preMeeting' && isOrdinal(meeting.ordinal)) {
      const same = ordinals.get(ordinalKey(meeting.ordinal));
      return same ? { ids: [same.id], name: nameOf(same), isTaken: true } : null;
    }
    if (meeting.kind === 'session' && meeting.round !== null) {
      const all = sessions.get(meeting.round) ?? [];
      const part = nameKey(meeting.partLabel);
      const same = part === '' ? all : all.filter(({ partLabel }) => nameKey(partLabel) === part);
      // A part that is not told apart yet is the one that stands there without a name.
      const open = same.length > 0 ? same : all.filter(({ partLabel }) => partLabel === '');
      return double(open, nameOf);
    }
    const key = nameKey(titleOf({ ...meeting }, null).title);
    const same = (titles.get(key) ?? []).filter(({ date }) => mayBeSame(date, meeting.date));
    const exact = same.filter(({ date }) => date === meeting.date);
    return double((exact.length > 0 ? exact : same).slice(0, 1), nameOf);
  };
  return { of };
};

const double = (
  meetings: readonly MeetingRow[],
  nameOf: (meeting: MeetingRow) => string,
): Double | null => {
  const [first] = meetings;
  if (first === undefined) return null;
  return { ids: meetings.map(({ id }) => id), name: nameOf(first), isTaken: false };
};

/** By what two rows of one table would be the same meeting; null where that can't be told. */
export const rowKey = (meeting: ProposedMeeting): string | null => {
  if (meeting.kind === 'preMeeting' && isOrdinal(meeting.ordinal)) {
    return `ordinal ${ordinalKey(meeting.ordinal)}`;
  }
  if (meeting.kind === 'session' && meeting.round !== null) {
    return `round ${meeting.round} ${nameKey(meeting.partLabel)}`;
  }
  return null;
};
