import { monthOf } from '../../dates/calendar.ts';
import { modeNamesOf } from '../ladder/ladder-meeting.ts';
import { type MeetingRow, MODES, type VariantRow } from '../meeting/meeting.ts';
import { compareOrder, groupBy, isLive } from '../record/row-values.ts';
import { type Entry, entriesOf, type TableRows, yearOf } from './entries.ts';
import type { TableOptions } from './options.ts';
import { fieldCell, shownFields, withShown } from './shown-fields.ts';
import { sourcesOf } from './sources.ts';
import { type BareTable, cell, markRepeats, type TableColumn, type TableRow } from './table.ts';
import {
  bracketDate,
  captionWords,
  entryWords,
  fiscalYearWords,
  markWords,
  monthWords,
  stateWords,
  supporterWords,
  unknownDateWords,
} from './words.ts';

const NAME = '支援（詳細）';
const COLUMNS: readonly TableColumn[] = [
  { id: 'month', label: '時期', width: 9, isHeading: true },
  { id: 'content', label: '内容', width: 43 },
  { id: 'supporters', label: '支援者', width: 30 },
  { id: 'remarks', label: '備考', width: 18 },
];
const SUPPORTERS = 2;
/** Shown fields stand before 備考. */
const SHOWN_AT = 3;

/** 「支援（詳細）」: every contact by month, with who supported and how they met. */
export const detailTable = (rows: TableRows, options: TableOptions): BareTable<'detail'> => {
  const entries = entriesOf(rows, options);
  const year = yearOf(rows);
  const shown = shownFields('detail', options);
  const columns = withShown(COLUMNS, SHOWN_AT, shown, options);
  const months = groupBy(entries, ({ date, state }) => monthOf(date) || unknownDateWords(state));
  const body = [...months.values()].flatMap((group): readonly TableRow[] => {
    const lines = group.map((entry, index): TableRow => {
      const month = cell(monthWords(entry, options.dates, year));
      const date = bracketDate(entry.date, options.dates, year, entry.endDate);
      const name = entryWords(entry, options, printedTitle(entry, rows));
      const mark = markWords(entry, rows, options);
      return [
        { ...month, ...(group.length > 1 && { rowSpan: index === 0 ? group.length : 0 }) },
        cell(`${name}${date}${mark}${stateWords(entry, options)}`),
        words(supportersOf(entry, rows).join('、')),
        ...shown.map((field) => fieldCell(field, entry, options)),
        words(remarksOf(entry, rows)),
      ];
    });
    return options.ditto ? markRepeats(lines, [SUPPORTERS, columns.length - 1]) : lines;
  });
  return {
    id: 'detail',
    caption: captionWords(rows, NAME, fiscalYearWords(year, options.dates)),
    columns,
    header: [columns.map(({ label }) => cell(label))],
    body,
    notes: [],
    sources: options.sources ? sourcesOf(entries) : [],
    remarks: entries.flatMap((entry) => remarkOn(entry, rows, options)),
  };
};

const words = (text: string) => (text === '' ? cell() : cell(text));

/** Those who supported any of its meetings, in their order, each once. */
export const supportersOf = (entry: Entry, rows: TableRows): readonly string[] => [
  ...new Set(
    entry.meetings.flatMap((meeting) =>
      meeting.supporters
        .toSorted(compareOrder)
        .map(({ name }) => supporterWords(name, rows))
        .filter((name) => name !== ''),
    ),
  ),
];

/**
 * What another source says of a field, where it is this very table that says so: the table prints
 * what its own source printed, and the record keeps its value.
 */
const printedVariant = (
  meeting: MeetingRow,
  field: 'modes' | 'title',
  { variants }: TableRows,
): VariantRow | undefined =>
  variants
    .filter(isLive)
    .find(
      (variant) =>
        variant.record === meeting.id &&
        variant.field === field &&
        variant.source.includes(`「${NAME}」`),
    );

const printedTitle = ({ meetings: [first] }: Entry, rows: TableRows): string =>
  printedVariant(first, 'title', rows)?.value ?? first.title;

/** People in one room: says no more than 現地 beside it. */
const AS_ONSITE = new Set(['集合', '集合型', '対面', '参集']);

const modesOf = (meeting: MeetingRow): readonly string[] => {
  const isOnsite = meeting.modes.some(({ id }) => id === MODES[0]);
  return modeNamesOf(meeting).filter((name) => !(isOnsite && AS_ONSITE.has(name)));
};

/** 備考: how they met. */
export const remarksOf = (entry: Entry, rows: TableRows): string => {
  const names = entry.meetings.flatMap((meeting) => {
    const variant = printedVariant(meeting, 'modes', rows);
    return variant ? [variant.value.trim()] : modesOf(meeting);
  });
  return [...new Set(names)].filter((name) => name !== '').join('・');
};

/** Tells where the table prints another value than the record holds. */
const remarkOn = (entry: Entry, rows: TableRows, options: TableOptions): readonly string[] => {
  const [first] = entry.meetings;
  const title = printedVariant(first, 'title', rows);
  const modes = printedVariant(first, 'modes', rows);
  const name = entryWords(entry, options, title?.value);
  const date = bracketDate(entry.date, 'monthDay', yearOf(rows), entry.endDate);
  return [
    ...(title && entry.round === null
      ? [`${name}${date}：内容は「${NAME}」の資料の名称です（記録は「${first.title}」）`]
      : []),
    ...(modes
      ? [
          `${name}${date}：備考は「${NAME}」の資料の値です（記録は「${modesOf(first).join('・')}」）`,
        ]
      : []),
  ];
};
