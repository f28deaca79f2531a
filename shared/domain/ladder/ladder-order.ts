import { isDay, type PartialDate } from '../../dates/types.ts';
import { dayPartOf } from '../meeting/day-part.ts';
import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import { compareOrdinals, type Ordinal, roundAfter } from '../meeting/ordinal.ts';
import { dateOf, ordinalOf, roundNumberOf } from '../meeting/typed-values.ts';
import { compareOrder, compareTexts, groupBy } from '../record/row-values.ts';
import { type InDay, orderDay } from './day-order.ts';

/** A place in the flow of support: a round by its number, a pre-meeting by its ordinal. */
export type Step = number | Ordinal;

/** What decides where something stands on the ladder. */
export type Place = InDay & {
  readonly date: PartialDate;
  /** Null for contacts, and where the number is not known. */
  readonly step: Step | null;
};

/** Where a meeting stands; `round` is that of a session, or null. */
export const placeOf = (meeting: MeetingRow, round: RoundRow | null): Place => ({
  id: meeting.id,
  date: dateOf(meeting),
  part: dayPartOf(meeting),
  order: meeting.order,
  step: round === null ? ordinalOf(meeting) : roundNumberOf(round),
});

/** Order of steps: 0.5, 1, 1.25, 1.75, 2 … */
export const compareSteps = (a: Step, b: Step): number => {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -compareSteps(b, a);
  if (typeof b === 'number') return roundAfter(a) <= b ? -1 : 1;
  return compareOrdinals(a, b);
};

/**
 * Lets things whose time is known less well in among those that stand: each comes after the last
 * of them whose order key is smaller than its own, so that it keeps the place where it was put.
 */
const letIn = <P extends Place>(standing: readonly P[], loose: readonly P[]): readonly P[] => {
  const sorted = loose.toSorted(compareOrder);
  const after = (place: P): number =>
    standing.findLastIndex((other) => compareOrder(other, place) < 0);
  const at = groupBy(sorted, after);
  return [...(at.get(-1) ?? []), ...standing.flatMap((one, n) => [one, ...(at.get(n) ?? [])])];
};

const orderGroups = <P extends Place>(
  places: readonly P[],
  keyOf: (place: P) => string,
  orderGroup: (group: readonly P[]) => readonly P[],
): readonly P[] =>
  [...groupBy(places, keyOf)]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([, group]) => orderGroup(group));

/** One month: by day, those known only to the month by their order keys. */
const orderMonth = <P extends Place>(places: readonly P[]): readonly P[] =>
  letIn(
    orderGroups(
      places.filter(({ date }) => isDay(date)),
      ({ date }) => date,
      orderDay,
    ),
    places.filter(({ date }) => !isDay(date)),
  );

type WithStep<P> = { readonly place: P; readonly step: Step };

/** Puts one step of unknown date before the first that comes after it in the flow, else at the end. */
const putStep = <P extends Place>(places: readonly P[], { place, step }: WithStep<P>) => {
  const found = places.findIndex(
    (other) => other.step !== null && compareSteps(other.step, step) > 0,
  );
  const index = found === -1 ? places.length : found;
  return [...places.slice(0, index), place, ...places.slice(index)];
};

/**
 * The one order of the ladder, whatever the order of the input:
 * 1. What has a date stands by it: day, then as `orderDay` says. What has only a month stands in that
 *    month after the last whose order key is smaller than its own.
 * 2. An undated round or pre-meeting stands before the first step that comes after it in the flow
 *    (2.5次 before 第3回支援 and behind its equals), or behind
 *    all that is dated.
 * 3. All other undated things stand at the end, by order key.
 */
export const orderLadder = <P extends Place>(places: readonly P[]): readonly P[] => {
  const dated = orderGroups(
    places.filter(({ date }) => date !== ''),
    ({ date }) => date.slice(0, 7),
    orderMonth,
  );
  const undated = places.filter(({ date }) => date === '').toSorted(compareOrder);
  const steps = undated
    .flatMap((place): readonly WithStep<P>[] =>
      place.step === null ? [] : [{ place, step: place.step }],
    )
    .toSorted((a, b) => compareSteps(a.step, b.step));
  const rest = undated.filter(({ step }) => step === null);
  return [...steps.reduce(putStep<P>, dated), ...rest];
};
