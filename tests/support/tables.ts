import type { Audience } from '#shared/domain/record/audience.ts';
import type { Outgoing } from '#shared/domain/record/outgoing.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import { type TableOptions, usualOptions } from '#shared/domain/tables/options.ts';
import { isDrawn, shownText, type Table, type TableRow } from '#shared/domain/tables/table.ts';
import { caseRow } from './rows.ts';

/** For the office, which sees all. */
export const FOR_OFFICE: Outgoing = { audience: 'office', leftOut: [] };

/** Nothing is written yet. */
export const NOTHING: TableRows = {
  case: caseRow('c1', {
    fiscalYear: 2022,
    municipalityName: '益城町',
    municipalityCode: '434434',
    prefectureName: '熊本県',
  }),
  rounds: [],
  meetings: [],
  attendances: [],
  programmeItems: [],
  variants: [],
  organizations: [],
  people: [],
  posts: [],
};

/** A table of a case of 益城町（令和4年度） that holds these rows. */
export const tableOf = (
  id: TableId,
  rows: Partial<TableRows>,
  options: Partial<TableOptions> = {},
  audience: Audience = 'office',
): Table => buildTable(id, { ...NOTHING, ...rows }, { ...usualOptions(id), ...options }, audience);

/** What is drawn of rows, cell by cell. */
export const textsOf = (rows: readonly TableRow[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map((one) => (isDrawn(one) ? shownText(one) : '')));

export const bodyOf = (...args: Parameters<typeof tableOf>) => textsOf(tableOf(...args).body);
