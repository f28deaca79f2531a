import { MEETING_KINDS, type MeetingKind } from '../meeting/meeting.ts';
import { TABLE_FIELDS, type TableFieldId } from '../meeting/table-fields.ts';
import { emptyRow, type FieldsOf } from '../record/collection.ts';
import { NO_ID } from '../record/ids.ts';
import { type TableId, type TableOptionsRow, tableOptions } from './material.ts';
import type { TableColumn } from './table.ts';

/** How a table is to look. */
export type TableOptions = Omit<FieldsOf<typeof tableOptions>, 'widths'> & {
  /** Shares of the columns in percent; empty for the usual ones. */
  readonly widths: readonly number[];
  /** Kinds of meetings that are left out. */
  readonly hiddenKinds: readonly MeetingKind[];
  /** Ids of rounds that are left out. */
  readonly hiddenRounds: readonly string[];
  /** Fields that stand in the table beside those that it always has. */
  readonly shownFields: readonly TableFieldId[];
};

/** 支援（詳細） lists what was done with the municipality; what the office does by itself is not in it. */
const USUALLY_HIDDEN: Readonly<Record<TableId, readonly MeetingKind[]>> = {
  comparison: [],
  detail: ['internal', 'siteVisit'],
  flow: [],
  roster: [],
  record: [],
};

/** How a table looks while nobody has changed it. */
export const usualOptions = (table: TableId): TableOptions => ({
  ...optionsIn(emptyRow(tableOptions, '', NO_ID)),
  hiddenKinds: USUALLY_HIDDEN[table],
  // A list of names is long and narrow, a record is read like a letter.
  ...((table === 'roster' || table === 'record') && { orientation: 'portrait' }),
  ...(table === 'record' && { dates: 'japanese', fit: false }),
});

/** The options that a case keeps for a table. */
export const optionsOf = (table: TableId, rows: readonly TableOptionsRow[]): TableOptions => {
  const row = rows.find(({ id, deletedAt }) => id === table && deletedAt === '');
  return row === undefined ? usualOptions(table) : optionsIn(row);
};

const optionsIn = ({
  id: _,
  document: __,
  deletedAt: ___,
  ...row
}: TableOptionsRow): TableOptions => ({
  ...row,
  widths: readWidths(row.widths),
  hiddenKinds: MEETING_KINDS.filter((kind) => row.hiddenKinds.some(({ id }) => id === kind)),
  hiddenRounds: row.hiddenRounds.map(({ id }) => id),
  shownFields: TABLE_FIELDS.map(({ id }) => id).filter((id) =>
    row.shownFields.some((member) => member.id === id),
  ),
});

/** No column is narrower than this, in percent: fewer letters than three would stand in a line. */
export const NARROWEST = 4;

const readWidths = (text: string): readonly number[] => {
  const widths = text.split(' ').filter(Boolean).map(Number);
  const sum = widths.reduce((all, width) => all + width, 0);
  const isUsable = widths.every((width) => width >= NARROWEST && width <= 100);
  return isUsable && Math.abs(sum - 100) < 1 ? widths : [];
};

/** Shares of columns as they are stored. */
export const writeWidths = (widths: readonly number[]): string =>
  widths.map((width) => Math.round(width * 100) / 100).join(' ');

/** The chosen shares where they fit the number of columns, else the usual ones. */
export const widthsFor = ({ widths }: TableOptions, usual: readonly number[]): readonly number[] =>
  widths.length === usual.length ? widths : usual;

/** Columns as wide as somebody wants them. */
export const columnsFor = (
  options: TableOptions,
  usual: readonly TableColumn[],
): readonly TableColumn[] => {
  const shares = widthsFor(
    options,
    usual.map(({ width }) => width),
  );
  return usual.map((column, index) => ({ ...column, width: shares[index] ?? column.width }));
};

/** Gives one column a share in percent; the others divide the rest as before, none under `NARROWEST`. */
export const withWidth = (
  widths: readonly number[],
  column: number,
  share: number,
): readonly number[] => {
  const others = widths.length - 1;
  if (others < 1) return widths;
  const wanted = Math.min(Math.max(share, NARROWEST), 100 - NARROWEST * others);
  const before = widths.reduce((sum, width, index) => (index === column ? sum : sum + width), 0);
  const spare = 100 - wanted - NARROWEST * others;
  const above = Math.max(before - NARROWEST * others, Number.EPSILON);
  return widths.map((width, index) =>
    index === column ? wanted : NARROWEST + (Math.max(width - NARROWEST, 0) / above) * spare,
  );
};
