/** So many days, weeks and months keep their last generation. */
export const KEPT = { days: 7, weeks: 4, months: 12 } as const;

const DAY_MS = 24 * 60 * 60 * 1000;

export type Dated = { readonly at: number };

/**
 * The generations of one PC that stay: all of the newest day, since one may have been made by hand before
 * something was tried; of each of the last seven days on which there was one the newest,
 * and so of four weeks and twelve months. Counted is what there is, so a PC that stood still for a year
 * loses nothing by it; the newest always stays.
 * @param offset minutes that local time is ahead of UTC: a day is the office's
 */
export const keptOf = <G extends Dated>(
  generations: readonly G[],
  offset: number,
): readonly G[] => {
  const newestFirst = [...generations].sort((a, b) => b.at - a.at);
  const kept = new Set<G>();
  const keep = (count: number, periodOf: (local: number) => string): void => {
    const seen = new Set<string>();
    for (const generation of newestFirst) {
      if (seen.size === count) return;
      const period = periodOf(generation.at + offset * 60_000);
      if (!seen.has(period)) kept.add(generation);
      seen.add(period);
    }
  };
  const dayOfGeneration = ({ at }: Dated): string => dayOf(at + offset * 60_000);
  const [newest] = newestFirst;
  for (const generation of newestFirst) {
    if (newest !== undefined && dayOfGeneration(generation) === dayOfGeneration(newest)) {
      kept.add(generation);
    }
  }
  keep(KEPT.days, dayOf);
  keep(KEPT.weeks, weekOf);
  keep(KEPT.months, (local) => dayOf(local).slice(0, 7));
  return newestFirst.filter((generation) => kept.has(generation));
};

/** Longer than any generation is kept where a backup is made each day. */
const MOST_DAYS = 400;

/**
 * When each generation of one PC goes (ms), where a backup is made each day from now on; one that stays longer
 * than a year and a month is not in it.
 */
export const expiryOf = <G extends Dated>(
  generations: readonly G[],
  now: number,
  offset: number,
): ReadonlyMap<G, number> => {
  const gone = new Map<G, number>();
  let left: readonly Dated[] = generations;
  for (let days = 1; days <= MOST_DAYS && gone.size < generations.length; days += 1) {
    const at = now + days * DAY_MS;
    left = keptOf([...left, { at }], offset);
    const stays = new Set(left);
    for (const generation of generations) {
      if (!gone.has(generation) && !stays.has(generation)) gone.set(generation, at);
    }
  }
  return gone;
};

const dayOf = (local: number): string => new Date(local).toISOString().slice(0, 10);

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (local: number): string => String(Math.floor((local / DAY_MS + 3) / 7));
