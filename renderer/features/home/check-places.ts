import type { Check } from '#shared/domain/checks/check.ts';
import { isLive } from '#shared/domain/record/row-values.ts';
import { assertNever } from '#shared/result.ts';
import type { CaseConcernRows } from './queries.ts';

/** Where a concern is settled. */
export type Place =
  | { readonly kind: 'meeting'; readonly meetingId: string }
  /** The ladder, with a meeting's panel open beside it where one is named. */
  | { readonly kind: 'flow'; readonly meetingId?: string | undefined }
  /** The form for a contact that is to be written down. */
  | { readonly kind: 'contact' }
  | { readonly kind: 'overview' | 'findings' }
  /** ごみ箱, from which what is missing can be taken back. */
  | { readonly kind: 'bin' };

/** Where what a check found is put right: the nearest page that has the field for it. */
export const placeOfCheck = (check: Check, rows: CaseConcernRows): Place => {
  const meetingId = meetingOf(check, rows);
  const record: Place = meetingId === undefined ? { kind: 'flow' } : { kind: 'meeting', meetingId };
  switch (check.code) {
    case 'same-ordinal':
    case 'same-round-number':
    case 'session-without-round':
      return { kind: 'flow', meetingId };
    case 'round-in-bin':
    case 'missing-meeting':
      return { kind: 'bin' };
    case 'missing-case':
    case 'continuation-cycle':
      return { kind: 'overview' };
    case 'missing-person':
    case 'missing-organization':
      return meetingId === undefined ? { kind: 'overview' } : record;
    case 'unreadable-date':
    case 'unreadable-ordinal':
    case 'end-before-start':
    case 'outside-year':
    case 'planned-in-past':
    case 'head-count-differs':
    case 'weekday-differs':
    case 'summary-missing':
      return record;
    default:
      return assertNever(check.code);
  }
};

/** The first meeting that a check speaks of, itself or through one of its records. */
const meetingOf = ({ records }: Check, rows: CaseConcernRows): string | undefined => {
  const named = new Set(records);
  const live = rows.meetings.filter(isLive);
  const parts = [...rows.attendances, ...rows.programmeItems, ...rows.findings, ...rows.actions];
  const owners = new Set(parts.filter(({ id }) => named.has(id)).map(({ meeting }) => meeting));
  const own = live.find(({ id }) => named.has(id)) ?? live.find(({ id }) => owners.has(id));
  return (own ?? live.find((row) => row.kind === 'session' && named.has(row.round)))?.id;
};
