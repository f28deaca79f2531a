import { comparePartialDates } from '../../dates/calendar.ts';
import { beginningOf } from '../case/beginning.ts';
import { remarksOf } from './detail.ts';
import { type Entry, entriesOf, type TableRows, yearOf } from './entries.ts';
import type { TableOptions } from './options.ts';
import { fieldCell, shownFields, withShown } from './shown-fields.ts';
import { sourcesOf } from './sources.ts';
import { type BareTable, cell, type TableColumn } from './table.ts';
import {
  captionWords,
  dateWords,
  entryWords,
  fiscalYearWords,
  markWords,
  partWords,
  stateWords,
} from './words.ts';

const COLUMNS: readonly TableColumn[] = [
  { id: 'date', label: '日にち', width: 22, isHeading: true },
  { id: 'content', label: '内容', width: 78 },
];

/** 「支援の流れ」: all meetings by date; what has none stands below the table. */
export const flowTable = (rows: TableRows, options: TableOptions): BareTable<'flow'> => {
  const entries = entriesOf(rows, options);
  const year = yearOf(rows);
  const shown = shownFields('flow', options);
  const begun = options.entry ? beginningOf(rows.case) : null;
  const dated = entries
    .filter(({ date }) => date !== '')
    .map((entry) => ({
      date: entry.date,
      cells: [
        cell(dateWords(entry.date, options.dates, year, entry.endDate)),
        cell(...contentLines(entry, rows, options)),
        ...shown.map((field) => fieldCell(field, entry, options)),
      ],
    }));
  // Before what happened on its day: it led to it.
  const at = dated.findIndex(
    ({ date }) => begun !== null && comparePartialDates(date, begun.date) >= 0,
  );
  const lines =
    begun === null || begun.date === ''
      ? dated
      : dated.toSpliced(at < 0 ? dated.length : at, 0, {
          date: begun.date,
          cells: [
            cell(dateWords(begun.date, options.dates, year)),
            cell(begun.words),
            ...shown.map(() => cell('')),
          ],
        });
  const columns = withShown(COLUMNS, COLUMNS.length, shown, options);
  return {
    id: 'flow',
    caption: captionWords(rows, '支援の流れ', fiscalYearWords(year, options.dates)),
    columns,
    header: [columns.map(({ label }) => cell(label))],
    body: lines.map(({ cells }) => cells),
    notes: [
      ...(begun?.date === '' ? [`※${begun.words}`] : []),
      ...entries.filter(({ date }) => date === '').map((entry) => noteOf(entry, rows, options)),
    ],
    sources: options.sources ? sourcesOf(entries) : [],
    remarks: [],
  };
};

/** The name, and under it what the event was called: for each part that has a title of its own. */
const contentLines = (entry: Entry, rows: TableRows, options: TableOptions): readonly string[] => {
  const name = entryWords(entry, options);
  const titles = entry.meetings.flatMap(({ title, partLabel }) => {
    const own = title.trim();
    if (!options.titles || own === '' || own === name) return [];
    const part = options.parts ? partWords(partLabel) : '';
    return part === '' ? [`「${own}」`] : [`${part}:「${own}」`];
  });
  return [`${name}${markWords(entry, rows, options)}${stateWords(entry, options)}`, ...titles];
};

const noteOf = (entry: Entry, rows: TableRows, options: TableOptions): string => {
  const [name, ...titles] = contentLines(entry, rows, options);
  const remarks = remarksOf(entry, rows);
  return `※${name}${titles.join('／')}${remarks === '' ? '' : `（${remarks}）`}`;
};
