import { type FiscalYear, isDay } from '../../dates/types.ts';
import { plainOf } from '../../text/folded.ts';
import { readContent, withoutBullet } from './read-content.ts';
import { readWhen } from './read-when.ts';

/** Lines of a cell that belong together, from the first up to the one before `end`. */
export type Item = { readonly from: number; readonly end: number };

/** The kind of sign before a line; '' for none. */
const signOf = (line: string): string => {
  if (/^[①-⑳]/.test(line)) return '①';
  if (/^[(（]?\d{1,2}[.．)）]\s?[^\d\s]/.test(line)) return '1';
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
export const bareLine = (line: string): string =>
  signOf(line) === ''
    ? line
    : withoutBullet(line.replace(/^(?:[①-⑳]|[(（]?\d{1,2}[.．)）])\s{0,9}/, ''));

/** Whether a line names a meeting of its own: by a number of the flow, or by a date behind its name. */
export const namesItself = (line: string, year: FiscalYear): boolean => {
  const { ordinal, round, when } = readContent(bareLine(line), year);
  return ordinal !== '' || round !== null || (when !== null && isDay(when.date));
};

/** Whether each line of a cell is a date. */
export const areDates = (lines: readonly string[], year: FiscalYear): boolean =>
  lines.every((line) => /\d/.test(plainOf(line)) && readWhen(line, year) !== null);
