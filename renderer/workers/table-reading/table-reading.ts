import type { FiscalYear } from '#shared/dates/types.ts';
import { chooseShape, linesOf } from '#shared/domain/import/choose-shape.ts';
import { type GivenTables, tablesOfCopied } from '#shared/domain/import/copied.ts';
import { checkGrid, type Grid, gridOf } from '#shared/domain/import/grid.ts';
import { signatureOf } from '#shared/domain/import/import-field.ts';
import { namedTables } from '#shared/domain/import/join-tables.ts';
import { leftOut } from '#shared/domain/import/left-out.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { isRecognised } from '#shared/domain/import/recognise.ts';
import { passedOver } from '#shared/domain/import/repeated-headings.ts';
import { findColumns } from '#shared/domain/roadmap/pasted/columns.ts';
import { barLines, barNotes } from '#shared/domain/roadmap/pasted/describe.ts';
import { findMonthHeadings } from '#shared/domain/roadmap/pasted/month-headings.ts';
import { readMonthTable } from '#shared/domain/roadmap/pasted/read-months.ts';
import { readRoadmapRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { readTableFile } from '../table-file/table-file.ts';
import type { TextSheet } from '../table-file/text-sheet.ts';
import type {
  BarsWanted,
  MeetingsWanted,
  Opened,
  ReadBars,
  TableAnswer,
  TableRequest,
} from './messages.ts';

/** So many rows are handed over at a time. */
const SLICE = 200;

type Sheet = {
  readonly name: string;
  readonly grid: Grid;
  readonly isTooLarge: boolean;
  readonly isHidden: boolean;
};

const SHEET_TOO_LARGE: Problem = {
  code: 'too-large',
  happened: 'このシートは、広げると大きすぎるため読み取れません。',
  safe: '記録はそのままです。',
  todo: '必要な範囲だけを新しいブックに写して保存し直すか、ほかのシートを選んでください。',
};

const LEFT_OUT = '変更履歴で削除された文字や、セルの中の非表示の文字は、読み取りませんでした。';

/**
 * Reads tables: what was given, and then any of its sheets as meetings or as bars. It knows no window
 * and no worker, so that whoever runs it can put an end to it.
 */
export const createTableReading = (answer: (message: TableAnswer) => void) => {
  let sheets: readonly Sheet[] = [];
  let notes: readonly string[] = [];

  const open = (given: readonly Sheet[], told: readonly string[]): Result<Opened> => {
    sheets = given;
    notes = [...told, ...hiddenSheets(given)];
    const index = proposed(given);
    const sheet = given[index];
    const checked = sheet === undefined ? checkGrid([]) : checkSheet(sheet);
    if (!checked.ok) return checked;
    const infos = given.map(({ name, grid, isHidden }) => ({
      name,
      rows: grid.length,
      columns: grid[0]?.length ?? 0,
      isHidden,
    }));
    return ok({ sheets: infos, index, notes });
  };
  const gridAt = (index: number): Result<Grid> => {
    const sheet = sheets[index];
    return sheet === undefined ? checkGrid([]) : checkSheet(sheet);
  };

  /** The table that is asked for, or of several the first whose headings are those of bars. */
  const sheetOfBars = (wanted: number | null): number => {
    if (wanted !== null) return wanted;
    const own = proposed(sheets);
    const hasBars = (sheet: Sheet | undefined): boolean =>
      sheet !== undefined && checkSheet(sheet).ok && findColumns(sheet.grid).header !== null;
    const other = sheets.findIndex(hasBars);
    return hasBars(sheets[own]) || other < 0 ? own : other;
  };

  return async (request: TableRequest): Promise<void> => {
    switch (request.kind) {
      case 'file': {
        const read = await readTableFile(request);
        if (!read.ok) answer({ kind: 'opened', opened: read });
        else answer({ kind: 'opened', opened: open(read.value.map(sheetOf), notesOf(read.value)) });
        return;
      }
      case 'copied': {
        const given = tablesOfCopied(request.copied);
        const tables = namedTables(given.grids).map((table) => ({ ...table, ...SHOWN }));
        answer({ kind: 'opened', opened: open(tables, notesOfCopied(given)) });
        return;
      }
      case 'meetings': {
        const grid = gridAt(request.wanted.sheet);
        if (grid.ok) answerMeetings(grid.value, request.wanted, notes, answer);
        else answer({ kind: 'meetings', read: grid });
        return;
      }
      default: {
        const sheet = sheetOfBars(request.wanted.sheet);
        const grid = gridAt(sheet);
        const read = grid.ok ? ok(readBars(grid.value, sheet, request.wanted, notes)) : grid;
        answer({ kind: 'bars', read });
      }
    }
  };
};

const SHOWN = { isTooLarge: false, isHidden: false } as const;

const sheetOf = (sheet: TextSheet): Sheet => ({
  name: sheet.name,
  grid: sheet.grid ?? gridOf(sheet.cells, sheet.merges, sheet.remarks ?? null),
  isTooLarge: sheet.isTooLarge ?? false,
  isHidden: sheet.isHidden ?? false,
});

const checkSheet = ({ grid, isTooLarge }: Sheet): Result<Grid> =>
  isTooLarge ? fail(SHEET_TOO_LARGE) : checkGrid(grid);

/** A year by which a sheet is judged that nobody reads yet: only whether headings hold dates hangs on it. */
const ANY_YEAR = 2020 as FiscalYear;

/** Headings of a table before months over columns, which a plan has, and those before any other cells. */
const knownAs = (grid: Grid): number => {
  if (isRecognised(grid, ANY_YEAR)) return 3;
  return findMonthHeadings(grid, ANY_YEAR) === null ? 1 : 2;
};

/** Shown before hidden, what is known before what is not. */
const proposed = (sheets: readonly Sheet[]): number => {
  const rank = (sheet: Sheet): number => {
    if (!checkSheet(sheet).ok) return 0;
    return (sheet.isHidden ? 0 : 3) + knownAs(sheet.grid);
  };
  const ranks = sheets.map(rank);
  return Math.max(0, ranks.indexOf(Math.max(...ranks)));
};

const countOfTables = (count: number): readonly string[] =>
  count > 1 ? [`表が${count}つあります。どれを読むかは「表」で選べます。`] : [];

const notesOfCopied = ({ grids, hasLeftOut }: GivenTables): readonly string[] => [
  ...countOfTables(grids.length),
  ...(hasLeftOut ? [LEFT_OUT] : []),
];

const notesOf = (read: readonly TextSheet[]): readonly string[] => {
  const pages = read.filter(({ grid }) => grid !== undefined).map(({ name }) => name);
  const joined = pages.filter((name) => /^\d+つの表を続けて$/.test(name)).length;
  return [
    ...countOfTables(pages.length - joined),
    ...(read.some(({ hasLeftOut }) => hasLeftOut) ? [LEFT_OUT] : []),
  ];
};

const hiddenSheets = (sheets: readonly Sheet[]): readonly string[] => {
  const names = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => `「${name}」`);
  return names.length === 0 ? [] : [`非表示のシート${names.slice(0, 5).join('')}があります。`];
};

const readBars = (
  grid: Grid,
  sheet: number,
  { chosen, fiscalYear }: BarsWanted,
  notes: readonly string[],
): ReadBars => {
  const columns = findColumns(grid, chosen);
  // Months over the columns are looked for where no headings say what the columns are.
  const months = columns.header === null ? readMonthTable(grid, { fiscalYear, chosen }) : null;
  if (months !== null)
    return { ...months, sheet, isGuess: true, notes: [...notes, ...months.notes] };
  return {
    ...readRoadmapRows(grid, { fiscalYear, chosen }),
    sheet,
    lines: barLines(grid, columns),
    isGuess: columns.isGuess,
    notes: [...notes, ...barNotes(grid, columns)],
  };
};

const answerMeetings = (
  grid: Grid,
  { chosen, mappings, context }: MeetingsWanted,
  notes: readonly string[],
  answer: (message: TableAnswer) => void,
): void => {
  const shape = chooseShape(grid, chosen, mappings, context.fiscalYear);
  const rows = propose(grid, shape, context);
  for (let at = 0; at < rows.length; at += SLICE) {
    answer({ kind: 'rows', rows: rows.slice(at, at + SLICE) });
  }
  const isRows = shape.kind === 'rows';
  const read = {
    shape,
    lines: linesOf(grid, shape),
    signature: isRows ? signatureOf(shape.names) : '',
    notes: [...notes, ...(isRows ? passedOver(grid, shape) : []), ...leftOut(grid, shape)],
  };
  answer({ kind: 'meetings', read: ok(read) });
};
