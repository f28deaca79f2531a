import type { PartialDate } from '../../dates/types.ts';
import type { Assignment } from '../case/assignment.ts';
import type { CaseRow } from '../case/case.ts';
import type { FollowUp } from '../case/follow-up.ts';
import type { CheckCode } from '../checks/check.ts';
import type { Stage } from '../ladder/stage.ts';
import type { ActionState, MeetingKind, MeetingRow, MeetingState } from '../meeting/meeting.ts';
import type { MeetingId } from '../record/ids.ts';

/** What stands on a case's head, without its long texts. */
export const HEAD_FIELDS = [
  'id',
  'document',
  'deletedAt',
  'municipalityCode',
  'municipalityName',
  'fiscalYear',
  'programme',
  'programmeName',
  'entryDate',
  'themes',
  'themeText',
  'section',
  'continuesCase',
  'endedOn',
  'waivesRecords',
] as const satisfies readonly (keyof CaseRow)[];
export type CaseHead = Pick<CaseRow, (typeof HEAD_FIELDS)[number]>;

/** A rung of the small ladder. */
export type Step = {
  readonly id: string;
  /** The round's number, or null for a pre-meeting. */
  readonly number: string | null;
  readonly state: MeetingState;
  /** 第1回支援 実施: read out. */
  readonly words: string;
};

/** A meeting by name and date. */
export type NamedMeeting = {
  readonly id: MeetingId;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly date: PartialDate;
  /** When it is over: the last of several days, else its date. */
  readonly until: PartialDate;
};

/** A meeting that is planned, with what has to be known of it beforehand. */
export type PlannedMeeting = NamedMeeting &
  Pick<MeetingRow, 'startTime' | 'order' | 'place'> & {
    readonly shortTitle: string;
    /** オンライン・集合型 */
    readonly modes: string;
    readonly supporters: string;
    /** Whether its programme of the day has been begun. */
    readonly hasProgramme: boolean;
  };

/** A promise (対応事項) that is not kept yet. */
export type OpenAction = {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  /** A day, a month, '', or what somebody wrote. */
  readonly due: string;
  readonly state: ActionState;
  readonly waitingFor: string;
  /** The meeting in which it was made, where that is there. */
  readonly meeting: NamedMeeting | null;
};

/** What a check found, and the meeting where it is put right, if it is one. */
export type CaseCheck = {
  readonly code: CheckCode;
  readonly message: string;
  readonly records: readonly string[];
  readonly meeting: MeetingId | null;
};

/** A record of the office that the case refers to, and what is to be said while it is not there. */
export type OfficeReference = Omit<CaseCheck, 'records'> & { readonly target: string };

/**
 * All that the desk, the list of cases and 気になること need of one case, whatever day it is: a function of
 * the case's own rows, so that it stays true until one of them changes.
 */
export type CaseDigest = {
  readonly case: CaseHead;
  /** Who was, is and will be in charge, by their beginnings. */
  readonly assignments: readonly Assignment[];
  readonly steps: readonly Step[];
  readonly stage: Stage;
  /** Nothing is left to plan or to hold. */
  readonly isAllDone: boolean;
  /** Soonest first, those without a date last. */
  readonly planned: readonly PlannedMeeting[];
  /** Held ones with a date, earliest first. */
  readonly held: readonly NamedMeeting[];
  /** Held ones of which nothing is written although a record is expected, earliest first. */
  readonly owed: readonly NamedMeeting[];
  /** By due date, those without one last. */
  readonly actions: readonly OpenAction[];
  readonly checks: readonly CaseCheck[];
  readonly references: readonly OfficeReference[];
  /** The checks after its end that are made or were passed over. */
  readonly followUps: readonly FollowUp[];
};
