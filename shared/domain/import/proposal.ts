import type { Day, FiscalYear, PartialDate, TimeOfDay } from '../../dates/types.ts';
import type { MeetingKind, MeetingRow, MeetingState, Mode, RoundRow } from '../meeting/meeting.ts';
import type { OrganizationRow, Role } from '../office/office.ts';
import type { MeetingId } from '../record/ids.ts';
import type { CellRef } from './grid.ts';

/** Who supports, by the name in the table: an organisation of the office, or one to be made. */
export type ProposedSupporter = {
  readonly name: string;
  readonly role: Role;
};

/** A meeting as a row of a table says it. */
export type ProposedMeeting = {
  readonly kind: MeetingKind;
  readonly ordinal: string;
  /** The number of a session's round. */
  readonly round: number | null;
  readonly partLabel: string;
  readonly title: string;
  readonly date: PartialDate;
  /** The last of several days (12/26～27); '' for a single one. */
  readonly endDate: PartialDate;
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  /** 午後, where the cell says no more of the time. */
  readonly timeNote: string;
  /** As the cell says it (（予定）); null where the date decides. */
  readonly state: MeetingState | null;
  /** Why it was put off or called off: コロナのため延期. */
  readonly stateReason: string;
  readonly place: string;
  readonly modes: readonly Mode[];
  readonly modeNote: string;
  readonly supporters: readonly ProposedSupporter[];
  readonly headCount: number | null;
  readonly attendanceText: string;
  readonly aim: string;
  readonly summary: string;
  /** まとめ of the whole round. */
  readonly roundSummary: string;
  readonly programme: readonly string[];
  readonly remarks: string;
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

export const EMPTY_MEETING: ProposedMeeting = {
  kind: 'other',
  ordinal: '',
  round: null,
  partLabel: '',
  title: '',
  date: '',
  endDate: '',
  startTime: '',
  endTime: '',
  timeNote: '',
  state: null,
  stateReason: '',
  place: '',
  modes: [],
  modeNote: '',
  supporters: [],
  headCount: null,
  attendanceText: '',
  aim: '',
  summary: '',
  roundSummary: '',
  programme: [],
  remarks: '',
};
