import { defineCollection, type Row } from '../record/collection.ts';
import { choice, flag, hidden, members } from '../record/field.ts';

/** The tables of 資料; also the ids of the records that keep their options. */
export const TABLE_IDS = ['comparison', 'detail', 'flow', 'roster', 'record'] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** How dates are written: 8月24日(水), 令和4年8月24日(水), R4.8.24(水), 2022年8月24日(水). */
export const TABLE_DATES = ['monthDay', 'japanese', 'short', 'gregorian'] as const;
export type TableDates = (typeof TABLE_DATES)[number];

/** How people are called in 名簿. */
export const HONORIFICS = ['sama', 'shi', 'none'] as const;
export type Honorific = (typeof HONORIFICS)[number];

export const PAPERS = ['a4', 'a3'] as const;
export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

const ids = <const Words extends readonly string[]>(words: Words) =>
  Object.fromEntries(words.map((word) => [word, word])) as Readonly<Record<Words[number], string>>;

/** How a table looks is nobody's statement: the later choice stands, untold. */
const quiet = { isQuiet: true } as const;

/** How a case's table is to look; one record for each table, whose id is the table's. */
export const tableOptions = defineCollection({
  name: 'tableOptions',
  home: 'case',
  what: '表の設定',
  fields: {
    dates: choice('日付の書き方', TABLE_DATES, 'monthDay', ids(TABLE_DATES), quiet),
    /** Whether people are printed by name, or by the organisation that they belong to. */
    names: flag('名前', quiet),
    /** Whether 〃 stands for a value that the row above has too. */
    ditto: flag('〃', { ...quiet, usually: true }),
    /** Whether meetings that are only planned are in it. */
    planned: flag('予定', { ...quiet, usually: true }),
    /** Whether the sources stand below the table. */
    sources: flag('出典', { ...quiet, usually: true }),
    /** Whether a record that was changed after it had been confirmed bears a mark. */
    marks: flag('確定後の変更', quiet),
    /** Whether 「支援の流れ」 tells what an event was called. */
    titles: flag('会合の名称', { ...quiet, usually: true }),
    /** Whether the parts of a round are called by their names. */
    parts: flag('部の名前', { ...quiet, usually: true }),
    /** Whether 「支援の流れ」 has a line of how the support began: 手挙げ. */
    entry: flag('きっかけ', quiet),
    /** Whether it is said why a meeting was put off. */
    reasons: flag('延期の理由', quiet),
    /** Whether parts stand below headings of their own, and a programme in lines. */
    bullets: flag('箇条書き', quiet),
    /** Whether letters become smaller where that spares a sheet. */
    fit: flag('1枚に収める', { ...quiet, usually: true }),
    /** Shares of the columns in percent, apart by spaces; '' for the usual ones. */
    widths: hidden('列の幅', quiet),
    paper: choice('用紙', PAPERS, 'a4', ids(PAPERS), quiet),
    orientation: choice('用紙の向き', ORIENTATIONS, 'landscape', ids(ORIENTATIONS), quiet),
    /** The meeting that 名簿 or 会合の記録 is of; '' for the last that took place. */
    meeting: hidden('会合', quiet),
    honorific: choice('敬称', HONORIFICS, 'sama', ids(HONORIFICS), quiet),
    // What is left out, so that a new round or kind is in it until somebody leaves it out.
    hiddenKinds: members('出さない種類', undefined, quiet),
    hiddenRounds: members('出さない回', undefined, quiet),
    /** Fields that stand in it beside those that it always has. */
    shownFields: members('加える項目', undefined, quiet),
  },
});
export type TableOptionsRow = Row<typeof tableOptions>;
