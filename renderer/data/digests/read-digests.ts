import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { ANY_THEME, type Database, NO_YEAR, type StoredDigest } from '../database.ts';
import { digestTables, madeAnew } from './digests.ts';

/**
 * Cases of a fiscal year (null: of none), of any of some themes, or all. Those of a year may come together with
 * all that have planned meetings, whatever their year: each is read once.
 */
export type DigestsOf =
  | { readonly fiscalYear: number | null; readonly orPlanned?: boolean }
  | { readonly themes: readonly string[] }
  | 'all';

/** For each cache, how many readings are under way. */
const readings = new WeakMap<Database, number>();

const counted = <T>(database: Database, read: Promise<T>): Promise<T> => {
  const add = (one: 1 | -1) => readings.set(database, (readings.get(database) ?? 0) + one);
  add(1);
  return read.finally(() => add(-1));
};

/** Whether somebody reads digests now: a question whose rows change meanwhile is asked anew, from its beginning. */
export const isBeingRead = (database: Database): boolean => (readings.get(database) ?? 0) > 0;

/** Digests of cases in use, as true as the rows: a stale one is made of them on the way. */
export const readDigests = (database: Database, which: DigestsOf): Promise<readonly CaseDigest[]> =>
  counted(database, readCurrent(database, which));

const readCurrent = (database: Database, which: DigestsOf): Promise<readonly CaseDigest[]> =>
  database.transaction('r', digestTables(database), async () => {
    const stored = await pick(database, which);
    const current = await Promise.all(
      stored.map(async (each) =>
        each.isStale === 0 ? each : (await madeAnew(database, each.document))[0],
      ),
    );
    return current.flatMap((each) => each?.digest ?? []).filter((digest) => fits(digest, which));
  });

const pick = async ({ digests }: Database, which: DigestsOf): Promise<readonly StoredDigest[]> => {
  if (which === 'all') return digests.toArray();
  if ('themes' in which) {
    const keys = [...which.themes, ANY_THEME];
    return digests.where('themes').anyOf(keys).distinct().toArray();
  }
  const [ofYear, planned] = await Promise.all([
    digests
      .where('fiscalYear')
      .equals(which.fiscalYear ?? NO_YEAR)
      .toArray(),
    which.orPlanned === true ? digests.where('hasPlanned').equals(1).primaryKeys() : [],
  ]);
  const read = new Set(ofYear.map(({ document }) => document));
  const others = planned.filter((document) => !read.has(document));
  if (others.length === 0) return ofYear;
  return [...ofYear, ...(await digests.bulkGet(others)).filter((each) => each !== undefined)];
};

/** What was picked while it was stale may turn out otherwise. */
const fits = (digest: CaseDigest, which: DigestsOf): boolean => {
  if (which === 'all') return true;
  if ('themes' in which) return digest.case.themes.some(({ id }) => which.themes.includes(id));
  return (
    which.orPlanned !== true ||
    digest.planned.length > 0 ||
    digest.case.fiscalYear === which.fiscalYear
  );
};

/** Fiscal years that have cases in use, each with their number, the latest first; null for those without one. */
export const readYears = (database: Database): Promise<ReadonlyMap<number | null, number>> =>
  counted(database, countYears(database));

const countYears = (database: Database): Promise<ReadonlyMap<number | null, number>> =>
  database.transaction('r', database.digests, async () => {
    // Keys alone: a digest is long, and an office has hundreds.
    const years = await database.digests.orderBy('fiscalYear').uniqueKeys();
    const counted = await Promise.all(
      years.map(async (year) => {
        const count = await database.digests.where('fiscalYear').equals(year).count();
        return [year === NO_YEAR ? null : Number(year), count] as const;
      }),
    );
    return new Map(counted.toReversed());
  });
