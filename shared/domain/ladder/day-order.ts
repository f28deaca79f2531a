import { compareDayParts, type DayPart } from '../meeting/day-part.ts';
import { compareOrder, compareTexts, groupBy } from '../record/row-values.ts';

/** What decides the place of something among others of its day. */
export type InDay = {
  readonly id: string;
  /** Fractional order key. */
  readonly order: string;
  readonly part: DayPart;
};

/**
 * The one order of what stands on one day: by the clock; what has none stands behind all that come
 * before it for certain (午前 before 午後, ① before ②) and before all that come after it, and there behind
 * the last whose order key is smaller than its own, so that people choose where nothing else says.
 */
export const orderDay = <P extends InDay>(places: readonly P[]): readonly P[] => {
  const clocks = groupBy(places, ({ part }) => part.startTime);
  const loose = clocks.get('') ?? [];
  // Of one time the counts alone speak (① before ②), which leave the others to their order keys.
  const standing = [...clocks]
    .filter(([clock]) => clock !== '')
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([, group]) => letIn([], group));
  return letIn(standing, loose);
};

/** Lets places in among those that stand, one by one in the order of their keys. */
const letIn = <P extends InDay>(standing: readonly P[], places: readonly P[]): readonly P[] => {
  const all = [...standing];
  for (const place of places.toSorted(compareOrder)) all.splice(indexFor(all, place), 0, place);
  return all;
};

const indexFor = <P extends InDay>(standing: readonly P[], place: P): number => {
  const after = standing.findLastIndex((other) => compareDayParts(other.part, place.part) < 0) + 1;
  const before = standing.findIndex((other) => compareDayParts(place.part, other.part) < 0);
  const wished = standing.findLastIndex((other) => compareOrder(other, place) < 0) + 1;
  const last = before === -1 ? standing.length : before;
  return Math.max(after, Math.min(wished, last));
};
