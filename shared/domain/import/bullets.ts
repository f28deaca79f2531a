import { type FiscalYear, isDay, makeMonth } from '../../dates/types.ts';
import { plainOf } from '../../text/folded.ts';
import { type Content, readContent, withoutBullet } from './read-content.ts';
import { readWhen } from './read-when.ts';

/** Lines of a cell that belong together, from the first up to the one before `end`. */
export type Item = { readonly from: number; readonly end: number };

const CIRCLED = /^[①-⑳❶-❿⓵-⓾➀-➉㉑-㉟⑴-⒇]\s{0,9}/;
/** 1. and (1), but no date (8.3) and no ordinal (0.5次). */
const NUMBERED =
  /^(?:[(（][\d０-９]{1,2}[)）]|[\d０-９]{1,2}[.．)）、](?=\s|[^\d０-９\s]|[\d０-９]{1,3}[.．][\d０-９]{1,3}次|[\d０-９]{1,2}回))\s{0,9}/;
/** A dash parts from its word; without a space it is a sign (－２). */
const DASHED = /^[-－–—]\s{1,9}/;

/** The kind of sign before a line; '' for none. */
const signOf = (line: string): string => {
  if (CIRCLED.test(line)) return '①';
  if (NUMBERED.test(line)) return '1';
  if (DASHED.test(line)) return '-';
  return withoutBullet(line) === line ? '' : (line[0] ?? '');
};

/** The items of a cell whose lines begin with one kind of bullet; null where it is no such list. */
export const bulletedItems = (lines: readonly string[]): readonly Item[] | null => {
  const sign = signOf(lines[0] ?? '');
  if (sign === '') return null;
  const starts = lines.flatMap((line, index) => (signOf(line) === sign ? [index] : []));
  if (starts.length < 2) return null;
  return starts.map((from, index) => ({ from, end: starts[index + 1] ?? lines.length }));
};

/** A line without its bullet or number; ①1.75次 keeps its words alone. */
export const bareLine = (line: string): string => {
  switch (signOf(line)) {
    case '':
      return line;
    case '①':
      return line.replace(CIRCLED, '');
    case '1':
      return line.replace(NUMBERED, '');
    case '-':
      return line.replace(DASHED, '');
    default:
      return withoutBullet(line);
  }
};

/** A line by itself. That (3日) is a day is all that counts here: any month of 31 days will do. */
const contentOf = (line: string, year: FiscalYear): Content =>
  readContent(bareLine(line), year, makeMonth(year, 5) ?? '');

/** Whether a line names a meeting of its own: by a number of the flow, or by a date behind its name. */
export const namesItself = (line: string, year: FiscalYear): boolean => {
  const { ordinal, round, when } = contentOf(line, year);
  return ordinal !== '' || round !== null || (when !== null && isDay(when.date));
};

/** Whether words that stand beside others name a meeting: 午前の部（2/13） only belongs to one. */
export const namesMeeting = (words: string, year: FiscalYear): boolean => {
  const { kind } = contentOf(words, year);
  return kind !== 'other' && namesItself(words, year);
};

/** The meetings of a cell whose lines tell more below each of them; null where it is one at most. */
export const namedItems = (lines: readonly string[], year: FiscalYear): readonly Item[] | null => {
  const starts = lines.flatMap((line, index) => (isNamedWhole(line, year) ? [index] : []));
  if (starts[0] !== 0 || starts.length < 2) return null;
  return starts.map((from, index) => ({ from, end: starts[index + 1] ?? lines.length }));
};

/** A line that names a meeting and nothing else: 第2回支援に向けた方針 only speaks of one. */
const isNamedWhole = (line: string, year: FiscalYear): boolean => {
  const { ordinal, round, when, title, kind } = contentOf(line, year);
  const isDated = when !== null && isDay(when.date);
  return ordinal !== '' || round !== null ? isDated || title === '' : isDated && kind !== 'other';
};

/** Whether each line of a cell is a date. */
export const areDates = (lines: readonly string[], year: FiscalYear): boolean =>
  lines.every((line) => /\d/.test(plainOf(line)) && readWhen(line, year) !== null);
