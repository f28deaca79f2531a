import type { ConcernRows } from '#features/home/queries.ts';
import { buildDigest, type DigestRows } from '#shared/domain/digest/build-digest.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import { caseRow } from './rows.ts';

const NONE: DigestRows = {
  case: caseRow('c1', { fiscalYear: 2022, municipalityName: '益城町' }),
  assignments: [],
  caseSupporters: [],
  rounds: [],
  meetings: [],
  attendances: [],
  programmeItems: [],
  findings: [],
  actions: [],
  followUps: [],
  notes: new Set(),
};

/** The digest of 益城町's case of 令和4年度, with what is given of its rows. */
export const digestOf = (rows: Partial<DigestRows> = {}): CaseDigest =>
  buildDigest({ ...NONE, ...rows });

/** What 気になること looks at: these cases, and an office without anybody. */
export const concernRowsOf = (...cases: readonly CaseDigest[]): ConcernRows => ({
  cases,
  people: new Set(),
  organizations: new Set(),
});
