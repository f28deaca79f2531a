import type { FiscalYear } from '#shared/dates/types.ts';
import type { Copied } from '#shared/domain/import/copied.ts';
import type { Mapping } from '#shared/domain/import/import-field.ts';
import type { ImportContext, ImportRow } from '#shared/domain/import/proposal.ts';
import type { Shape } from '#shared/domain/import/recognise.ts';
import type { PastedRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import type { Result } from '#shared/result.ts';

/** A sheet of what was opened, as staff choose it. */
export type SheetInfo = { readonly name: string; readonly rows: number; readonly columns: number };

export type Opened = {
  readonly sheets: readonly SheetInfo[];
  /** The first sheet that holds a table. */
  readonly index: number;
};

/** What a table of meetings is compared with, and how its columns are read. */
export type MeetingsWanted = {
  readonly sheet: number;
  /** The mapping that staff chose, in place of the one that is recognised. */
  readonly chosen: Mapping | null;
  /** How tables of the same headings were mapped before. */
  readonly mappings: readonly { readonly signature: string; readonly mapping: string }[];
  readonly context: ImportContext;
};

export type ReadColumn = { readonly heading: string; readonly example: string };

/** A sheet as a table of meetings. */
export type ReadMeetings = {
  readonly shape: Shape;
  readonly columns: readonly ReadColumn[];
  readonly signature: string;
  readonly rows: readonly ImportRow[];
};

/** What the worker is asked; it is asked one thing at a time. */
export type TableRequest =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'copied'; readonly copied: Copied }
  | { readonly kind: 'meetings'; readonly wanted: MeetingsWanted }
  | { readonly kind: 'bars'; readonly sheet: number; readonly fiscalYear: FiscalYear | null };

/** Rows come in slices, so that the window never takes in many at once; `done` ends an answer. */
export type TableAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'opened'; readonly opened: Result<Opened> }
  | { readonly kind: 'meetings'; readonly read: Result<Omit<ReadMeetings, 'rows'>> }
  | { readonly kind: 'bars'; readonly read: Result<PastedRows> };
