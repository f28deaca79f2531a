import type { FiscalYear } from '#shared/dates/types.ts';
import type { Chosen, Line } from '#shared/domain/import/choose-shape.ts';
import type { Copied } from '#shared/domain/import/copied.ts';
import type { ImportContext, ImportRow } from '#shared/domain/import/proposal.ts';
import type { Shape } from '#shared/domain/import/shape.ts';
import type { ChosenColumns } from '#shared/domain/roadmap/pasted/columns.ts';
import type { BarLine } from '#shared/domain/roadmap/pasted/describe.ts';
import type { PastedRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import type { Result } from '#shared/result.ts';

/** A sheet of what was opened, as staff choose it. */
export type SheetInfo = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Whether the workbook does not show it. */
  readonly isHidden: boolean;
};

export type Opened = {
  readonly sheets: readonly SheetInfo[];
  /** The sheet that is proposed: the first that is shown and whose headings are known. */
  readonly index: number;
  /** What staff should know of the whole: how many tables there are, what was left out. */
  readonly notes: readonly string[];
};

/** What a table of meetings is compared with, and how its columns are read. */
export type MeetingsWanted = {
  readonly sheet: number;
  /** How staff want it read, in place of what is recognised. */
  readonly chosen: Chosen | null;
  /** How tables of the same headings were mapped before. */
  readonly mappings: readonly { readonly signature: string; readonly mapping: string }[];
  readonly context: ImportContext;
};

/** A sheet as a table of meetings. */
export type ReadMeetings = {
  readonly shape: Shape;
  /** Its columns, or its rows below rounds, as staff say what they are. */
  readonly lines: readonly Line[];
  readonly signature: string;
  /** What was passed over or left out, in sentences. */
  readonly notes: readonly string[];
  readonly rows: readonly ImportRow[];
};

/** How a table of bars is read. */
export type BarsWanted = {
  /** The table or sheet that staff chose; null for the first that has the headings of bars. */
  readonly sheet: number | null;
  /** What staff say that its columns are, in place of what is recognised. */
  readonly chosen: ChosenColumns | null;
  readonly fiscalYear: FiscalYear | null;
};

/** A sheet as a table of bars. */
export type ReadBars = PastedRows & {
  readonly sheet: number;
  readonly lines: readonly BarLine[];
  /** Whether only the order of its columns says what they are. */
  readonly isGuess: boolean;
  /** What was passed over or left out, in sentences. */
  readonly notes: readonly string[];
};

export type { Chosen };

/** What the worker is asked; it is asked one thing at a time. */
export type TableRequest =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'copied'; readonly copied: Copied }
  | { readonly kind: 'meetings'; readonly wanted: MeetingsWanted }
  | { readonly kind: 'bars'; readonly wanted: BarsWanted };

/** Rows come in slices, so that the window never takes in many at once; `done` ends an answer. */
export type TableAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'opened'; readonly opened: Result<Opened> }
  | { readonly kind: 'meetings'; readonly read: Result<Omit<ReadMeetings, 'rows'>> }
  | { readonly kind: 'bars'; readonly read: Result<ReadBars> };
