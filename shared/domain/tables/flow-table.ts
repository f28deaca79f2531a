import { remarksOf } from './detail.ts';
import { type Entry, entriesOf, type TableRows, yearOf } from './entries.ts';
import { type TableOptions, widthsFor } from './options.ts';
import { sourcesOf } from './sources.ts';
import { cell, type Table } from './table.ts';
import {
  captionWords,
  dateWords,
  entryWords,
  fiscalYearWords,
  markWords,
  partWords,
  stateWords,
} from './words.ts';

const COLUMNS = [
  { id: 'date', label: '日にち', width: 22, isHeading: true },
  { id: 'content', label: '内容', width: 78 },
] as const;

/** 「支援の流れ」: all meetings by date; what has none stands below the table. */
export const flowTable = (rows: TableRows, options: TableOptions): Table => {
  const entries = entriesOf(rows, options);
  const year = yearOf(rows);
  const widths = widthsFor(
    options,
    COLUMNS.map(({ width }) => width),
  );
  return {
    id: 'flow',
    caption: captionWords(rows, '支援の流れ', fiscalYearWords(year, options.dates)),
    columns: COLUMNS.map((column, index) => ({ ...column, width: widths[index] ?? 0 })),
    header: [COLUMNS.map(({ label }) => cell(label))],
    body: entries
      .filter(({ date }) => date !== '')
      .map((entry) => [
        cell(dateWords(entry.date, options.dates, year, entry.endDate)),
        cell(...contentLines(entry, rows, options)),
      ]),
    notes: entries.filter(({ date }) => date === '').map((entry) => noteOf(entry, rows, options)),
    sources: options.sources ? sourcesOf(entries) : [],
    remarks: [],
  };
};

/** The name, and under it what the event was called: for each part that has a title of its own. */
const contentLines = (entry: Entry, rows: TableRows, options: TableOptions): readonly string[] => {
  const name = entryWords(entry);
  const titles = entry.meetings.flatMap(({ title, partLabel }) => {
    const own = title.trim();
    if (own === '' || own === name) return [];
    return partLabel.trim() === '' ? [`「${own}」`] : [`${partWords(partLabel)}:「${own}」`];
  });
  return [`${name}${markWords(entry, rows, options)}${stateWords(entry)}`, ...titles];
};

const noteOf = (entry: Entry, rows: TableRows, options: TableOptions): string => {
  const [name, ...titles] = contentLines(entry, rows, options);
  const remarks = remarksOf(entry, rows);
  return `※${name}${titles.join('／')}${remarks === '' ? '' : `（${remarks}）`}`;
};
