import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import { type Ordinal, roundAfter } from '../meeting/ordinal.ts';
import { ordinalOf, roundNumberOf } from '../meeting/typed-values.ts';
import { isLive } from '../record/row-values.ts';

/** A case's support usually has three rounds (益城町 令和4年度: 第1回～第3回支援). */
export const USUAL_ROUNDS = 3;

/** How far the support of a case has come, and what is on its plan. */
export type Flow = {
  /** The number of the last round of which a session was held; 0 before the first. */
  readonly lastHeld: number;
  /** The round that comes next; null once the usual rounds are over and no further one is prepared. */
  readonly nextRound: number | null;
  /** Whether a pre-meeting before the next round is on the ladder, planned or held. */
  readonly prepared: boolean;
  /** Whether the next round is on the ladder, with or without sessions. */
  readonly announced: boolean;
  /** Whether the next round has a session that is not cancelled. */
  readonly planned: boolean;
  /** Whether a 報告会 is on the ladder, planned or held. */
  readonly briefing: boolean;
  /** Numbers of all pre-meetings, also of cancelled ones. */
  readonly ordinals: readonly Ordinal[];
};

/** Reads a case's flow from its rows. What was cancelled is no part of it; what was postponed is. */
export const readFlow = (rounds: readonly RoundRow[], meetings: readonly MeetingRow[]): Flow => {
  const liveMeetings = meetings.filter(isLive);
  const active = liveMeetings.filter(({ state }) => state !== 'cancelled');
  const numbers = new Map(
    rounds.filter(isLive).flatMap((round) => {
      const number = roundNumberOf(round);
      return number === null ? [] : [[round.id, number] as const];
    }),
  );
  const sessions = active.filter(({ kind }) => kind === 'session');
  const numbersOf = (rows: readonly MeetingRow[]): readonly number[] =>
    rows.flatMap(({ round }) => numbers.get(round) ?? []);
  const lastHeld = Math.max(0, ...numbersOf(sessions.filter(({ state }) => state === 'held')));
  const next = lastHeld + 1;
  const announced = [...numbers.values()].includes(next);
  const prepared = active.some((meeting) => {
    const ordinal = ordinalOf(meeting);
    return ordinal !== null && roundAfter(ordinal) === next;
  });
  return {
    lastHeld,
    nextRound: lastHeld < USUAL_ROUNDS || announced || prepared ? next : null,
    prepared,
    announced,
    planned: numbersOf(sessions).includes(next),
    briefing: active.some(({ kind }) => kind === 'briefing'),
    ordinals: liveMeetings.flatMap((meeting) => ordinalOf(meeting) ?? []),
  };
};
