import { isDay } from '#shared/dates/types.ts';
import { type LadderRung, meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import { compareDayParts, dayPartOf } from '#shared/domain/meeting/day-part.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { dateOf, ordinalOf, roundNumberOf } from '#shared/domain/meeting/typed-values.ts';

type Move = { readonly rungs: readonly LadderRung[]; readonly id: string; readonly by: -1 | 1 };

/** Whether nothing that is known of two meetings says which comes first. */
const isOpen = (a: MeetingRow, b: MeetingRow): boolean =>
  !isDay(dateOf(a)) || (a.date === b.date && compareDayParts(dayPartOf(a), dayPartOf(b)) === 0);

const isUndatedStep = (rung: LadderRung): boolean => {
  if (rung.date !== '' || rung.kind === 'contact') return false;
  if (rung.kind === 'round') return roundNumberOf(rung.round) !== null;
  return ordinalOf(rung.meeting.meeting) !== null;
};

const swapped = <T>(all: readonly T[], from: number, to: number): readonly T[] => {
  const moved = all[from];
  if (moved === undefined) return all;
  const rest = all.filter((_, index) => index !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
};

/**
 * The meetings of a month (of the undated, of a round) in the order in which they stand once one of
 * them has moved by one place; null where it can't: days, times and the counts of parts say where things
 * stand, and hands only what those leave open.
 */
export const moveInOrder = (
  rungs: readonly LadderRung[],
  id: string,
  by: -1 | 1,
): readonly string[] | null => {
  const own = rungs.find((rung) => meetingsOfRung(rung).some(({ meeting }) => meeting.id === id));
  if (own === undefined) return null;
  if (own.kind === 'round' && own.sessions.length > 1) return moveInRound(own.sessions, id, by);
  return isUndatedStep(own) ? null : moveInMonth(own, { rungs, id, by });
};

const moveInRound = (
  sessions: readonly { readonly meeting: MeetingRow }[],
  id: string,
  by: -1 | 1,
): readonly string[] | null => {
  const from = sessions.findIndex(({ meeting }) => meeting.id === id);
  const [one, other] = [sessions[from]?.meeting, sessions[from + by]?.meeting];
  if (one === undefined || other === undefined || !isOpen(one, other)) return null;
  return swapped(sessions, from, from + by).map(({ meeting }) => meeting.id);
};

const moveInMonth = (own: LadderRung, { rungs, by }: Move): readonly string[] | null => {
  const month = own.date.slice(0, 7);
  const peers = rungs.filter((rung) => rung.date.slice(0, 7) === month && !isUndatedStep(rung));
  const from = peers.indexOf(own);
  const [one, other] = [own, peers[from + by]].map(
    (rung) => rung && meetingsOfRung(rung)[0]?.meeting,
  );
  if (!one || !other || !isOpen(one, other)) return null;
  return swapped(peers, from, from + by)
    .flatMap(meetingsOfRung)
    .map(({ meeting }) => meeting.id);
};
