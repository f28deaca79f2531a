import type { Query } from '#data/records/query.ts';
import { lasting, remembered } from '#data/records/remembered.ts';
import type { Day } from '#shared/dates/types.ts';
import { assignments } from '#shared/domain/case/assignment.ts';
import { isNew, staffOfName } from '#shared/domain/case/own-cases.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { organizations, people } from '#shared/domain/office/office.ts';
import { staff } from '#shared/domain/office/staff.ts';
import type { StaffId } from '#shared/domain/record/ids.ts';

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
      const digests = await reader.digests({ fiscalYear: currentYear, orPlanned: true });
      const current = digests.filter((digest) => digest.case.fiscalYear === currentYear);
      const planned = digests.filter((digest) => digest.planned.length > 0);
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
export const concernRows: Query<ConcernRows> = lasting(async (reader) => {
  const [cases, persons, bodies] = await Promise.all([
    reader.digests('all'),
    reader.all(people),
    reader.all(organizations),
  ]);
  const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
  return { cases, people: idsOf(persons), organizations: idsOf(bodies) };
});

export type FirstWeekRows = {
  /** Cases of the user's, of all years; none where nothing was taken over lately. */
  readonly cases: readonly CaseDigest[];
  /** Who of the office the user is. */
  readonly staff: ReadonlySet<StaffId>;
};

/** What somebody has taken over. All cases are read in the first weeks alone. */
export const firstWeekRows =
  ({ userName, today }: { readonly userName: string; readonly today: Day }): Query<FirstWeekRows> =>
  async (reader) => {
    const own = staffOfName(await reader.all(staff), userName);
    const times = await reader.where(assignments, 'staff', [...own]);
    if (!times.some((time) => isNew(time, today))) return { cases: [], staff: own };
    const documents = new Set(times.map(({ document }) => document));
    const cases = await reader.digests('all');
    return { cases: cases.filter((digest) => documents.has(digest.case.document)), staff: own };
  };
