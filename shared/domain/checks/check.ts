import type { CaseRow, CaseSupporterRow } from '../case/case.ts';
import type { CaseRecordRows } from '../meeting/case-record.ts';

/** What a check finds, in the order in which 確認してください lists them. */
export const CHECK_CODES = [
  'same-ordinal',
  'same-round-number',
  'session-without-round',
  'round-in-bin',
  'missing-meeting',
  'missing-person',
  'missing-organization',
  'missing-case',
  'continuation-cycle',
  'unreadable-date',
  'unreadable-ordinal',
  'end-before-start',
  'outside-year',
  'planned-in-past',
  'head-count-differs',
  'weekday-differs',
  'summary-missing',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** A fact that only a person can put right. Nothing is hidden because of it. */
export type Check = {
  readonly code: CheckCode;
  /** One sentence for staff. */
  readonly message: string;
  /** Ids of the records concerned, in the order of their ids. */
  readonly records: readonly string[];
};

/** The rows of one case and those of the office that they may refer to; binned rows included. */
export type CheckRows = Omit<CaseRecordRows, 'variants' | 'meetingDays'> & {
  readonly case: CaseRow | null;
  /** All cases of the office, for the chain of continued ones. */
  readonly cases: readonly CaseRow[];
  readonly caseSupporters: readonly CaseSupporterRow[];
  readonly people: readonly OfficeRow[];
  readonly organizations: readonly OfficeRow[];
};

type OfficeRow = { readonly id: string; readonly deletedAt: string };
