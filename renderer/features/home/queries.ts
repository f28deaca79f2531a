import type { Query } from '#data/records/query.ts';
import { remembered } from '#data/records/remembered.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { organizations, people } from '#shared/domain/office/office.ts';

/** The year's cases, and what is planned in whatever year. */
export type YearRows = {
  /** The fiscal year shown: the current one, or the latest that has cases; null for none at all. */
  readonly year: number | null;
  readonly cases: readonly CaseDigest[];
  /** Cases of any year that have planned meetings. */
  readonly planned: readonly CaseDigest[];
};

export const yearRows = remembered(
  (currentYear: number): Query<YearRows> =>
    async (reader) => {
      const [current, planned] = await Promise.all([
        reader.digests({ fiscalYear: currentYear }),
        reader.digests('planned'),
      ]);
      if (current.length > 0) return { year: currentYear, cases: current, planned };
      const years = [...(await reader.caseYears()).keys()];
      const [latest] = years;
      if (latest === undefined) return { year: null, cases: [], planned };
      return { year: latest, cases: await reader.digests({ fiscalYear: latest }), planned };
    },
);

export type ConcernRows = {
  /** Of all years. */
  readonly cases: readonly CaseDigest[];
  /** Ids of what the office has in use. */
  readonly people: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
};

/** What may be on somebody's mind: all cases, and what they refer to. */
export const concernRows: Query<ConcernRows> = async (reader) => {
  const [cases, persons, bodies] = await Promise.all([
    reader.digests('all'),
    reader.all(people),
    reader.all(organizations),
  ]);
  const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
  return { cases, people: idsOf(persons), organizations: idsOf(bodies) };
};
