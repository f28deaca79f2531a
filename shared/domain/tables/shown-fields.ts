import {
  TABLE_FIELDS,
  type TableField,
  type TableFieldId,
  wordsOfField,
} from '../meeting/table-fields.ts';
import type { Entry } from './entries.ts';
import type { TableId } from './material.ts';
import { columnsFor, type TableOptions } from './options.ts';
import { cell, type TableCell, type TableColumn, textCell } from './table.ts';
import { partWords } from './words.ts';

/** What a table says of its own accord is not offered once more. */
const ALWAYS: Readonly<Record<TableId, readonly TableFieldId[]>> = {
  comparison: ['summary'],
  detail: [],
  flow: [],
  // It tells of people, not of meetings.
  roster: TABLE_FIELDS.map(({ id }) => id),
  // It tells all that is known.
  record: TABLE_FIELDS.map(({ id }) => id),
};

/** 備考 in the tables of the field says how people met. */
const CALLED: Readonly<Partial<Record<TableFieldId, string>>> = { remarks: '特記事項' };

export const columnName = ({ id, field }: TableField): string => CALLED[id] ?? field.name;

/** The fields of a meeting that a table may have beside its own. */
export const offeredFields = (table: TableId): readonly TableField[] =>
  TABLE_FIELDS.filter(({ id }) => !ALWAYS[table].includes(id));

/** Those that somebody wants in it. */
export const shownFields = (table: TableId, options: TableOptions): readonly TableField[] =>
  offeredFields(table).filter(({ id }) => options.shownFields.includes(id));

/** What the meetings of a line say of a field: once where they agree, else each under its part's name. */
export const fieldCell = (
  field: TableField,
  { meetings }: Pick<Entry, 'meetings'>,
  { parts }: Pick<TableOptions, 'parts'>,
): TableCell => {
  const said = meetings
    .map((meeting) => ({
      label: parts ? partWords(meeting.partLabel) : '',
      words: wordsOfField(field, meeting).trim(),
    }))
    .filter(({ words }) => words !== '');
  const [first] = said;
  if (first === undefined) return cell();
  if (said.every(({ words }) => words === first.words)) return textCell(first.words);
  return textCell(
    said.map(({ label, words }) => (label === '' ? words : `${label}:${words}`)).join('\n'),
  );
};

/** The share of a table's width, in percent, that each shown field takes; the usual columns share the rest as before. */
const shareOf = (count: number): number => (count === 0 ? 0 : Math.min(20, 60 / count));

/** A table's columns with those of shown fields at a place among them, as wide as somebody wants them. */
export const withShown = (
  usual: readonly TableColumn[],
  at: number,
  shown: readonly TableField[],
  options: TableOptions,
): readonly TableColumn[] => {
  const share = shareOf(shown.length);
  const left = (100 - share * shown.length) / 100;
  const columns: readonly TableColumn[] = usual
    .map((column) => ({ ...column, width: column.width * left }))
    .toSpliced(
      at,
      0,
      ...shown.map((one) => ({ id: one.id, label: columnName(one), width: share })),
    );
  return columnsFor(options, columns);
};
