import { formatFiscalYear } from '../../../dates/format.ts';
import type { FiscalYear } from '../../../dates/types.ts';
import { clip } from '../../../text/limits.ts';
import { quote } from '../../../text/typed.ts';
import { isNarrow, TOO_NARROW } from '../../import/cell-remarks.ts';
import { exampleBelow } from '../../import/choose-shape.ts';
import { fillDitto } from '../../import/ditto.ts';
import { type Grid, type GridCell, isBlankRow } from '../../import/grid.ts';
import { unreadColumns } from '../../import/left-out.ts';
import { passedOver } from '../../import/repeated-headings.ts';
import { type BarColumn, type ChosenColumns, type ColumnMap, columnOf } from './columns.ts';
import type { BarLine } from './describe.ts';
import type { Cells } from './fill-rows.ts';
import { findMonthHeadings, type MonthHeadings } from './month-headings.ts';
import { type MonthRun, runsOf } from './month-runs.ts';
import { readBar } from './read-bar.ts';
import { readKind } from './read-choices.ts';
import type { PastedBar, PastedRows, RefusedRow, RowsWanted } from './read-rows.ts';

/** A table whose columns are months, as it is read. */
export type MonthTable = PastedRows & {
  /** The columns beside the months. */
  readonly lines: readonly BarLine[];
  /** How it was read and what was passed over, in sentences. */
  readonly notes: readonly string[];
};

const READ = '月の列の印や言葉から、期間を読み取りました。';
const NO_COLOURS =
  '月・四半期・年度が列になった表として、印や言葉の続く欄を1本の帯にしました。色や図形だけの欄は読み取れません。';
const NO_MARK = '月の欄に印や言葉がありません。';
const NO_GROUP = '分野の列がないため、「その他」にしました。';

/** What a column beside the months may be: when something is, the months say. */
const BESIDE: readonly BarColumn[] = ['group', 'lane', 'label', 'kind', 'state', 'owner', 'note'];
/** What columns before the months are, whose headings say nothing of it. */
const NAMING = ['group', 'lane', 'label'] as const;

/**
 * Reads a table of which each row is a 取組み and each column a month, a quarter or a year: neighbouring cells
 * that are marked or hold words are a bar. All of it is a guess, and told as one. Null for any other table.
 */
export const readMonthTable = (
  grid: Grid,
  { fiscalYear, chosen = null }: RowsWanted,
): MonthTable | null => {
  const headings = findMonthHeadings(grid, fiscalYear);
  if (headings === null) return null;
  const { row: header, lastRow: lastHeader } = headings;
  const names = namesOf(grid, headings);
  const columns = columnsOf(grid, headings, names, chosen);
  const isMonth = (at: number): boolean => isMonthColumn(headings, at);
  return {
    ...readRows(grid, headings, columns, fiscalYear),
    lines: columns.flatMap((column, at) =>
      isMonth(at)
        ? []
        : [
            {
              at,
              heading: clip(names[at] ?? '', 60),
              example: exampleBelow(grid, lastHeader, at),
              field: column ?? ('ignore' as const),
            },
          ],
    ),
    notes: [
      NO_COLOURS,
      ...(headings.isCounted && fiscalYear !== null
        ? [`年のない月は、${formatFiscalYear(fiscalYear)}から順に数えました。`]
        : []),
      ...passedOver(grid.slice(0, lastHeader + 1), { header, lastHeader }).filter(
        () => !isYearRow(grid, headings),
      ),
      ...unreadColumns(grid, {
        below: lastHeader,
        names,
        isRead: (at) => isMonth(at) || columns[at] !== null,
      }),
    ],
  };
};

const isMonthColumn = ({ first, spans }: MonthHeadings, at: number): boolean =>
  at >= first && at < first + spans.length;

/** Whether all that stands above the months belongs to their headings: a row of years. */
const isYearRow = (grid: Grid, { row, first }: MonthHeadings): boolean =>
  grid.slice(0, row).every((line) => isBlankRow(line) || (line[first]?.text ?? '') !== '');

/** The heading of each column: the lowest words at it, in the rows of headings. */
const namesOf = (grid: Grid, { row, lastRow }: MonthHeadings): readonly string[] =>
  (grid[row] ?? []).map((_, at) => {
    const words = [lastRow, row, row - 1, row - 2].map((line) => grid[line]?.[at]?.text ?? '');
    return words.find((text) => text !== '')?.replaceAll('\n', '') ?? '';
  });

const columnsOf = (
  grid: Grid,
  headings: MonthHeadings,
  names: readonly string[],
  chosen: ChosenColumns | null,
): ColumnMap => {
  if (chosen !== null) {
    const own = new Map(chosen);
    return names.map((_, at) => {
      const said = own.get(at);
      return said === undefined || said === 'ignore' ? null : said;
    });
  }
  const said = names.map((name, at): BarColumn | null => {
    const column = isMonthColumn(headings, at) ? null : columnOf({ text: name });
    return column !== null && BESIDE.includes(column) ? column : null;
  });
  const known = new Set(said);
  const once = said.map((column, at) => (said.indexOf(column) === at ? column : null));
  const unknown = once.flatMap((column, at) =>
    column === null && at < headings.first && isNaming(grid, headings, at) ? [at] : [],
  );
  const free = NAMING.filter((column) => !known.has(column));
  const open = unknown.length === 1 && free.includes('lane') ? ['lane' as const] : free;
  return once.map((column, at) => column ?? open[unknown.indexOf(at)] ?? null);
};

/** Whether a column holds names, and no numbers of rows. */
const isNaming = (grid: Grid, { lastRow }: MonthHeadings, at: number): boolean =>
  grid
    .slice(lastRow + 1)
    .some((line) => !/^[\d.\-()（）①-⑳]*$/u.test((line[at]?.text ?? '').normalize('NFKC')));

const readRows = (
  grid: Grid,
  headings: MonthHeadings,
  columns: ColumnMap,
  fiscalYear: FiscalYear | null,
): PastedRows => {
  const { lastRow, first, spans } = headings;
  const rows: PastedBar[] = [];
  const refused: RefusedRow[] = [];
  const hasGroup = columns.includes('group');
  let above: Cells = hasGroup ? {} : { group: '' };
  for (const [row, line] of grid.entries()) {
    if (row <= lastRow || isBlankRow(line) || isHeadingAgain(grid, headings, line)) continue;
    const cells = line.map(({ text, covered }) => (covered ? '' : text));
    const refuse = (reasons: readonly string[]): void => {
      if (refused.at(-1)?.row !== row) refused.push({ row, cells, reasons });
    };
    const texts = filled(line, columns, above);
    const { runs, none } = runsOf(line.slice(first, first + spans.length));
    // Where one column names all, a row without marks is what the rows below it belong to.
    const names = line.filter((cell, at) => columns[at] !== null && cell.text !== '');
    if (runs.length === 0 && none.length === 0 && names.length > 0) {
      const isSection = !hasGroup && names.length === 1 && (texts.lane ?? '') !== '';
      above = isSection ? { group: texts.lane ?? '' } : texts;
      if (!isSection && !isGroupAlone(line, columns)) refuse([NO_MARK]);
      continue;
    }
    above = texts;
    if (runs.length === 0) refuse([NO_MARK]);
    if (cells.some(isNarrow)) {
      refuse([TOO_NARROW]);
      continue;
    }
    const told = line.flatMap((cell, at) =>
      columns[at] !== null || isMonthColumn(headings, at) ? (cell.remarks ?? []) : [],
    );
    const isGroupless = !hasGroup && texts.group === '';
    const remarks = [
      READ,
      ...(isGroupless ? [NO_GROUP] : []),
      ...none.map((sign) => `${quote(sign)}の欄は帯にしません。`),
      ...new Set(told),
    ];
    for (const run of runs) {
      const read = readBar(barOf(run, headings, texts, isGroupless), fiscalYear);
      const doubts = [...remarks, ...markDoubts(run)];
      if (read.ok) rows.push({ row, ...read.value, doubts: [...doubts, ...read.value.doubts] });
      else refuse(read.error);
    }
  }
  return { rows, refused };
};

const barOf = (
  { from, to, label }: MonthRun,
  { spans }: MonthHeadings,
  texts: Cells,
  isGroupless: boolean,
): Cells => ({
  ...texts,
  ...(isGroupless && { group: 'その他' }),
  label: label || texts.label || texts.lane || '',
  kind: texts.kind || kindIn(label),
  start: spans[from]?.start ?? '',
  end: spans[to]?.end ?? '',
});

/** A word that says itself what kind of bar it is: 検討, 試行. */
const kindIn = (label: string): string => (readKind(label).doubts.length === 0 ? label : '');

/** Of marks that differ only staff know what they stand for. */
const markDoubts = ({ marks }: MonthRun): readonly string[] =>
  marks.length > 1 ? [`${marks.map(quote).join('')}を続けて1本の帯にしました。`] : [];

/** A row's names and more, with 〃 and empty names filled from above. */
const filled = (line: readonly GridCell[], columns: ColumnMap, above: Cells): Cells => {
  const typed = new Map<BarColumn, string>();
  for (const [at, column] of columns.entries()) {
    if (column !== null) typed.set(column, line[at]?.text ?? '');
  }
  const known: Readonly<Record<string, string | undefined>> = above;
  const of = (column: BarColumn, isCarried: boolean): string => {
    const text = typed.get(column) ?? (column === 'group' ? (known.group ?? '') : '');
    return text === '' && isCarried ? (known[column] ?? '') : fillDitto(text, known[column] ?? '');
  };
  const group = of('group', true);
  const isSameGroup = group === (known.group ?? '');
  const texts = Object.fromEntries([...typed.keys()].map((column) => [column, of(column, false)]));
  return { ...texts, group, lane: of('lane', isSameGroup) };
};

const isGroupAlone = (line: readonly GridCell[], columns: ColumnMap): boolean =>
  line.every(({ text }, at) => text === '' || columns[at] === 'group' || columns[at] === null);

/** The headings once more, as on the next page, or in the rest of a heading that is merged over rows. */
const isHeadingAgain = (
  grid: Grid,
  { row, first, spans }: MonthHeadings,
  line: readonly GridCell[],
): boolean => spans.every((_, at) => line[first + at]?.text === grid[row]?.[first + at]?.text);
