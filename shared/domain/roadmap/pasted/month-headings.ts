import { calendarYearOf } from '../../../dates/calendar.ts';
import { parseFiscalYear } from '../../../dates/parse.ts';
import { parseEdge } from '../../../dates/parse-edge.ts';
import { isThird, monthOfEdge } from '../../../dates/thirds.ts';
import { type FiscalYear, isFiscalYear, type Month, makeMonth } from '../../../dates/types.ts';
import type { Grid, GridCell } from '../../import/grid.ts';
import type { Span } from '../model.ts';

/** Months, quarters, halves or fiscal years that stand side by side over the columns of a table. */
export type MonthHeadings = {
  /** The row in which they stand, and the last one of headings: 上旬, 中旬 and 下旬 may stand below months. */
  readonly row: number;
  readonly lastRow: number;
  /** The first of their columns; each next one is the column beside it. */
  readonly first: number;
  readonly spans: readonly Span[];
  /** Whether a year stands with none of them, so that they are counted from the case's own. */
  readonly isCounted: boolean;
};

/** Captions may stand above the headings; never more than this. */
const SEARCHED_ROWS = 10;

const plain = ({ text }: GridCell): string => text.normalize('NFKC').replace(/\s/g, '');

/** 令和6年度, R6, 2024年. */
const YEAR = /^(?:令和|平成|昭和|[RHS令平昭])?(?:\d{1,4}|元)(年度?)?$/i;
const ERA_OR_WORD = /^(?:令和|平成|昭和|[RHS令平昭])|年度?$/i;
const isYear = (text: string): boolean => YEAR.test(text) && ERA_OR_WORD.test(text);
/** A year that stands alone over months is a fiscal one. */
const yearWords = (text: string): string => (/年度?$/.test(text) ? text : `${text}年度`);

/** What a heading says without its year: from and to which month, by number. */
type Part = { readonly from: number; readonly to: number };

const QUARTER = /^(?:第?([1-4])四半期|第?([1-4])Q|Q([1-4]))$/i;
const HALVES: readonly (readonly [RegExp, Part])[] = [
  [/^(?:上半期|上期|前期|前半)$/, { from: 4, to: 9 }],
  [/^(?:下半期|下期|後期|後半)$/, { from: 10, to: 3 }],
];

const partOf = (text: string): Part | null => {
  const month = /^(1[0-2]|0?[1-9])月?$/.exec(text);
  if (month) return { from: Number(month[1]), to: Number(month[1]) };
  const range = /^(1[0-2]|[1-9])月?[~〜\-–](1[0-2]|[1-9])月$/.exec(text);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const from = [4, 7, 10, 1][Number(quarter[1] ?? quarter[2] ?? quarter[3]) - 1] ?? 4;
    return { from, to: from + 2 };
  }
  return HALVES.find(([words]) => words.test(text))?.[1] ?? null;
};

/** April is the first. */
const placeInYear = (month: number): number => (month + 8) % 12;

const monthIn = (year: FiscalYear, month: number): Month | null =>
  makeMonth(calendarYearOf(year, month), month);

/** What stands over a column in the rows above, where it is a year; it reaches over the blanks beside it. */
const yearOver = (grid: Grid, row: number, column: number): string => {
  for (const above of [row - 1, row - 2]) {
    const line = grid[above] ?? [];
    for (let at = column; at >= 0; at -= 1) {
      const cell = line[at];
      const text = cell === undefined ? '' : plain(cell);
      if (text === '') continue;
      if (isYear(text)) return yearWords(text);
      break;
    }
  }
  return '';
};

type Running = { readonly year: FiscalYear | null; readonly place: number };
type Told = { readonly span: Span; readonly running: Running; readonly isCounted: boolean };

const spanIn = (year: FiscalYear, { from, to }: Part): Span | null => {
  const start = monthIn(year, from);
  const end = monthIn(year, to);
  return start === null || end === null || end < start ? null : { start, end };
};

/** The span of one heading; months without a year follow the one before, into the next fiscal year. */
const tell = (text: string, over: string, running: Running): Told | null => {
  const own = parseEdge(text, null);
  if (own.ok) return { span: { start: own.value, end: own.value }, running, isCounted: false };
  const part = partOf(text);
  if (part === null) return null;
  if (over !== '') {
    const [start, end] = [part.from, part.to].map((month) => parseEdge(`${over}${month}月`, null));
    if (!start?.ok || !end?.ok || end.value < start.value) return null;
    return { span: { start: start.value, end: end.value }, running, isCounted: false };
  }
  const place = placeInYear(part.from);
  const next = running.year === null ? null : running.year + (place <= running.place ? 1 : 0);
  if (next === null || !isFiscalYear(next)) return null;
  const span = spanIn(next, part);
  return span === null ? null : { span, running: { year: next, place }, isCounted: true };
};

/** The longest row of headings that begins in a column. */
const runFrom = (
  grid: Grid,
  row: number,
  first: number,
  year: FiscalYear | null,
): MonthHeadings => {
  const line = grid[row] ?? [];
  const spans: Span[] = [];
  let running: Running = { year, place: -1 };
  let isCounted = false;
  for (let column = first; column < line.length; column += 1) {
    const cell = line[column];
    const before = spans.at(-1);
    if (cell?.covered !== undefined && cell.covered.column < column && before !== undefined) {
      // A month over several columns: each of them is of that month.
      spans.push(before);
      continue;
    }
    const told =
      cell === undefined ? null : tell(plain(cell), yearOver(grid, row, column), running);
    if (told === null) break;
    spans.push(told.span);
    running = told.running;
    isCounted ||= told.isCounted;
  }
  return { row, lastRow: row, first, spans, isCounted };
};

const isInOrder = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, at) => at === 0 || start >= (spans[at - 1]?.start ?? start));

const kinds = (spans: readonly Span[]): number => new Set(spans.map(({ start }) => start)).size;

/** So many numbers side by side are taken for months. */
const BARE_LEAST = 6;
const isBare = (grid: Grid, { row, first, spans }: MonthHeadings): boolean =>
  spans.every((_, at) => /^\d*$/.test(plain(grid[row]?.[first + at] ?? { text: '' })));

/** Fiscal years side by side: 令和6年度, 令和7年度. */
const yearsFrom = (grid: Grid, row: number, first: number): MonthHeadings => {
  const line = grid[row] ?? [];
  const spans: Span[] = [];
  for (let column = first; column < line.length; column += 1) {
    const text = plain(line[column] ?? { text: '' });
    const year = isYear(text) ? parseFiscalYear(yearWords(text)) : null;
    const span = year?.ok ? spanIn(year.value, { from: 4, to: 3 }) : null;
    if (span === null) break;
    spans.push(span);
  }
  return { row, lastRow: row, first, spans, isCounted: false };
};

/** The months over the columns of a table, or else its quarters, halves or years; null where there are none. */
export const findMonthHeadings = (grid: Grid, year: FiscalYear | null): MonthHeadings | null => {
  const rows = grid.slice(0, SEARCHED_ROWS);
  const found = (from: typeof yearsFrom, least: number): MonthHeadings | null => {
    let best: MonthHeadings | null = null;
    for (const [row, line] of rows.entries()) {
      for (let first = 0; first < line.length; first += 1) {
        const run = from(grid, row, first);
        const isLong = kinds(run.spans) >= (isBare(grid, run) ? BARE_LEAST : least);
        if (isLong && isInOrder(run.spans) && run.spans.length > (best?.spans.length ?? 0))
          best = run;
        first += Math.max(0, run.spans.length - 1);
      }
    }
    return best;
  };
  const months = found((all, row, first) => runFrom(all, row, first, year), 3);
  return months === null ? found(yearsFrom, 2) : inThirds(grid, months);
};

const THIRDS = ['上', '中', '下'];

/** Months over 上旬, 中旬 and 下旬: each column is a third of its month. */
const inThirds = (grid: Grid, months: MonthHeadings): MonthHeadings => {
  const lastRow = months.row + 1;
  const numbers = months.spans.map((_, at) => {
    const word = plain(grid[lastRow]?.[months.first + at] ?? { text: '' });
    return /^[上中下]旬?$/.test(word) ? THIRDS.indexOf(word.slice(0, 1)) + 1 : 0;
  });
  if (numbers.includes(0)) return months;
  const spans = months.spans.map(({ start }, at): Span => {
    const third = `${monthOfEdge(start)}-T${numbers[at] ?? 1}`;
    return isThird(third) ? { start: third, end: third } : { start, end: start };
  });
  return { ...months, lastRow, spans };
};
