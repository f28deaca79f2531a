import type { Day, FiscalYear, PartialDate, TimeOfDay } from '../../dates/types.ts';
import {
  type MeetingKind,
  type MeetingRow,
  type MeetingState,
  type Mode,
  meetings,
  type RoundRow,
} from '../meeting/meeting.ts';
import type { OrganizationRow, Role } from '../office/office.ts';
import { emptyRow, type FieldsOf, type TextsOf } from '../record/collection.ts';
import { type MeetingId, NO_ID } from '../record/ids.ts';
import type { CellRef } from './grid.ts';

/** Who supports, by the name in the table: an organisation of the office, or one to be made. */
export type ProposedSupporter = {
  readonly name: string;
  readonly role: Role;
};

/** What is read by rules of its own, or is not said by a table. */
type Special = 'kind' | 'round' | 'date' | 'startTime' | 'endTime' | 'state';
type Unsaid = 'independent' | 'source' | 'order';
type Own = FieldsOf<typeof meetings> & Readonly<Record<TextsOf<typeof meetings>, string>>;

/** A meeting as a row of a table says it: its declared fields, and what a cell says in another way. */
export type ProposedMeeting = Omit<Own, Special | Unsaid> & {
  readonly kind: MeetingKind;
  /** The number of a session's round. */
  readonly round: number | null;
  readonly date: PartialDate;
  /** The last of several days (12/26～27); '' for a single one. */
  readonly endDate: PartialDate;
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  /** As the cell says it (（予定）); null where the date decides. */
  readonly state: MeetingState | null;
  readonly modes: readonly Mode[];
  readonly supporters: readonly ProposedSupporter[];
  /** まとめ of the whole round. */
  readonly roundSummary: string;
  readonly programme: readonly string[];
};

/** Why a cell should be looked at. */
export type Doubt = { readonly cell: CellRef; readonly reason: string };

/** Meetings that are there already and seem to be the same. */
export type Double = {
  readonly ids: readonly MeetingId[];
  /** What it is called, as the screen shows it. */
  readonly name: string;
  /** A pre-meeting's number is given once: it can't be added beside the other. */
  readonly isTaken: boolean;
};

export type Verdict = 'ok' | 'doubtful' | 'bad';

/** One meeting that the table would become. */
export type ImportRow = {
  /** Stable within one reading. */
  readonly id: string;
  /** The cell that names it. */
  readonly at: CellRef;
  /** The source's cells, for what is copied back out. */
  readonly source: readonly string[];
  readonly meeting: ProposedMeeting;
  readonly doubts: readonly Doubt[];
  /** Why it can't be taken in; only where the verdict is bad. */
  readonly problems: readonly Doubt[];
  readonly double: Double | null;
  readonly verdict: Verdict;
  /** Likely no meeting (a note below the table): left out unless staff want it. */
  readonly isAside: boolean;
};

export type ImportContext = {
  readonly fiscalYear: FiscalYear;
  readonly today: Day;
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  readonly organizations: readonly OrganizationRow[];
  /** 熊本県: what a table calls 県. */
  readonly prefectureName: string;
  readonly municipalityName: string;
};

const {
  id: _,
  document: __,
  deletedAt: ___,
  independent: ____,
  source: _____,
  order: ______,
  ...own
} = emptyRow(meetings, '', NO_ID);

export const EMPTY_MEETING: ProposedMeeting = {
  ...own,
  round: null,
  date: '',
  endDate: '',
  startTime: '',
  endTime: '',
  state: null,
  modes: [],
  supporters: [],
  roundSummary: '',
  programme: [],
};
