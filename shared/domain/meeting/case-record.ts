import type { RowsOf } from '../record/collection.ts';
import {
  actions,
  attendances,
  findings,
  meetingDays,
  meetings,
  programmeItems,
  rounds,
  variants,
} from './meeting.ts';

/** What is written of a case's meetings: the collections that its pages are made of. */
export const CASE_RECORD = {
  rounds,
  meetings,
  meetingDays,
  attendances,
  programmeItems,
  findings,
  actions,
  variants,
};

/** Their rows. */
export type CaseRecordRows = RowsOf<typeof CASE_RECORD>;
