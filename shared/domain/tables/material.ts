import { z } from 'zod';
import { defineCollection, type Row } from '../record/collection.ts';
import { choiceField, flagField, textField } from '../record/fields.ts';

/** The tables of 資料; also the ids of the records that keep their options. */
export const TABLE_IDS = ['comparison', 'detail', 'flow'] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** How dates are written: 8月24日(水), 令和4年8月24日(水), 2022年8月24日(水). */
export const TABLE_DATES = ['monthDay', 'japanese', 'gregorian'] as const;
export type TableDates = (typeof TABLE_DATES)[number];

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

const onField = z.boolean().catch(true);

/** How a case's table is to look; one record for each table, whose id is the table's. */
export const tableOptions = defineCollection({
  name: 'tableOptions',
  home: 'case',
  fields: {
    dates: choiceField(TABLE_DATES, 'monthDay'),
    /** Whether people are printed by name, or by the organisation that they belong to. */
    names: flagField,
    /** Whether 〃 stands for a value that the row above has too. */
    ditto: onField,
    /** Whether meetings that are only planned are in it. */
    planned: onField,
    /** Whether the sources stand below the table. */
    sources: onField,
    /** Whether a record that was changed after it had been confirmed bears a mark. */
    marks: flagField,
    /** Shares of the columns in percent, apart by spaces; '' for the usual ones. */
    widths: textField,
    paper: choiceField(PAPERS, 'a4'),
    orientation: choiceField(ORIENTATIONS, 'landscape'),
  },
  /** What is left out, so that a new round or kind is in it until somebody leaves it out. */
  sets: ['hiddenKinds', 'hiddenRounds'],
});
export type TableOptionsRow = Row<typeof tableOptions>;
