import { attachments, officeAttachments } from '../attachment/attachment.ts';
import { caseSupporters, cases } from '../case/case.ts';
import {
  type ActionRow,
  actions,
  attendances,
  findings,
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '../meeting/meeting.ts';
import { knowHows } from '../office/know-how.ts';
import { organizations, people, posts } from '../office/office.ts';
import type { RowsOf } from '../record/collection.ts';
import {
  handoverParts,
  handoverSigns,
  officeHandoverParts,
  officeHandoverSigns,
} from './handover.ts';
import { rowOf, rowsOf } from './lookup.ts';

/** What a 引継書 is drafted from, of each case in it. */
export const BOOK_CASES = {
  cases,
  caseSupporters,
  rounds,
  meetings,
  findings,
  actions,
  attendances,
  attachments,
  handoverParts,
  handoverSigns,
};

/** And of the office. */
export const BOOK_OFFICE = {
  people,
  organizations,
  posts,
  knowHows,
  officeAttachments,
  officeHandoverParts,
  officeHandoverSigns,
};

/** Rows in use. */
export type BookRows = RowsOf<typeof BOOK_CASES> & RowsOf<typeof BOOK_OFFICE>;

/** What of rows of several cases is one case's, beside what is the office's. */
export const ofDocument = (rows: BookRows, document: string): BookRows => {
  const own = Object.entries(rows).map(([name, each]) => [
    name,
    name in BOOK_CASES ? rowsOf<{ readonly document: string }>(each, document) : each,
  ]);
  // The same keys with fewer of their rows.
  return Object.fromEntries(own) as BookRows;
};

/** 引継書 of one case, or of the office with all cases of a year. */
export type BookKind = 'case' | 'office';

/** A meeting with the round that its title needs. */
export const roundOf = (
  { rounds: all }: { readonly rounds: readonly RoundRow[] },
  meeting: MeetingRow,
): RoundRow | null => rowOf(all, meeting.document, meeting.round) ?? null;

/** Whether somebody gave their word on it, and to whom is known. */
export const isPromise = ({ promisedTo }: Pick<ActionRow, 'promisedTo'>): boolean =>
  promisedTo !== '';
