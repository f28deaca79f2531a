import type { CheckCode } from '#shared/domain/checks/check.ts';
import { assertNever } from '#shared/result.ts';

/** Where a concern is settled. */
export type Place =
  | { readonly kind: 'meeting'; readonly meetingId: string }
  /** The ladder, with a meeting's panel open beside it where one is named. */
  | { readonly kind: 'flow'; readonly meetingId?: string | undefined }
  /** The form for a contact that is to be written down. */
  | { readonly kind: 'contact' }
  /** 案件の歩き方 */
  | { readonly kind: 'walk' }
  | { readonly kind: 'overview' | 'findings' }
  /** ごみ箱, from which what is missing can be taken back. */
  | { readonly kind: 'promises' }
  | { readonly kind: 'bin' };

/**
 * Where what a check found is put right: the nearest page that has the field for it.
 * @param meeting the meeting that it speaks of, if any
 */
export const placeOfCheck = (code: CheckCode, meeting: string | null): Place => {
  const meetingId = meeting ?? undefined;
  const record: Place = meetingId === undefined ? { kind: 'flow' } : { kind: 'meeting', meetingId };
  switch (code) {
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
      return assertNever(code);
  }
};
