import { gridOfCopied } from '#shared/domain/import/copied.ts';
import { checkGrid, type Grid, gridOf } from '#shared/domain/import/grid.ts';
import { type Mapping, readMapping, signatureOf } from '#shared/domain/import/import-field.ts';
import { propose } from '#shared/domain/import/propose.ts';
import { headingsOf, recognise, type Shape } from '#shared/domain/import/recognise.ts';
import { readRoadmapRows } from '#shared/domain/roadmap/pasted/read-rows.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { clip } from '#shared/text/limits.ts';
import { readTableFile } from '../table-file/table-file.ts';
import type { TextSheet } from '../table-file/text-sheet.ts';
import type { MeetingsWanted, Opened, ReadColumn, TableAnswer, TableRequest } from './messages.ts';

/** So many rows are handed over at a time. */
const SLICE = 200;
const EXAMPLE_LIMIT = 60;

type Sheet = { readonly name: string; readonly grid: Grid; readonly isTooLarge: boolean };

const SHEET_TOO_LARGE: Problem = {
  code: 'too-large',
  happened: 'このシートは、広げると大きすぎるため読み取れません。',
  safe: '記録はそのままです。',
  todo: '必要な範囲だけを新しいブックに写して保存し直すか、ほかのシートを選んでください。',
};

/**
 * Reads tables: what was given, and then any of its sheets as meetings or as bars. It knows no window
 * and no worker, so that whoever runs it can put an end to it.
 */
export const createTableReading = (answer: (message: TableAnswer) => void) => {
  let sheets: readonly Sheet[] = [];

  const open = (given: readonly Sheet[]): Result<Opened> => {
    sheets = given;
    const checked = given.map(checkSheet);
    const index = Math.max(
      0,
      checked.findIndex((each) => each.ok),
    );
    const first = checked[index] ?? checkGrid([]);
    if (!first.ok) return first;
    const infos = given.map(({ name, grid }) => ({
      name,
      rows: grid.length,
      columns: grid[0]?.length ?? 0,
    }));
    return ok({ sheets: infos, index });
  };
  const gridAt = (index: number): Result<Grid> => {
    const sheet = sheets[index];
    return sheet === undefined ? checkGrid([]) : checkSheet(sheet);
  };

  return async (request: TableRequest): Promise<void> => {
    switch (request.kind) {
      case 'file': {
        const read = await readTableFile(request);
        answer({ kind: 'opened', opened: read.ok ? open(read.value.map(sheetOf)) : read });
        return;
      }
      case 'copied': {
        const grid = gridOfCopied(request.copied);
        answer({ kind: 'opened', opened: open([{ name: '', grid, isTooLarge: false }]) });
        return;
      }
      case 'meetings': {
        const grid = gridAt(request.wanted.sheet);
        if (grid.ok) answerMeetings(grid.value, request.wanted, answer);
        else answer({ kind: 'meetings', read: grid });
        return;
      }
      default: {
        const grid = gridAt(request.sheet);
        const read = grid.ok ? ok(readRoadmapRows(grid.value, request)) : grid;
        answer({ kind: 'bars', read });
      }
    }
  };
};

const sheetOf = ({ name, cells, merges, isTooLarge = false }: TextSheet): Sheet => ({
  name,
  grid: gridOf(cells, merges),
  isTooLarge,
});

const checkSheet = ({ grid, isTooLarge }: Sheet): Result<Grid> =>
  isTooLarge ? fail(SHEET_TOO_LARGE) : checkGrid(grid);

const answerMeetings = (
  grid: Grid,
  { chosen, mappings, context }: MeetingsWanted,
  answer: (message: TableAnswer) => void,
): void => {
  const found = recognise(grid);
  const shape = shapeFor(grid, found, chosen, mappings);
  const rows = propose(grid, shape, context);
  for (let at = 0; at < rows.length; at += SLICE) {
    answer({ kind: 'rows', rows: rows.slice(at, at + SLICE) });
  }
  const headings = shape.kind === 'rows' ? headingsOf(grid, shape) : [];
  const columns = headings.map((heading, column) => columnOf(grid, heading, column));
  const signature = signatureOf(headings);
  answer({ kind: 'meetings', read: ok({ shape, columns, signature }) });
};

const columnOf = (grid: Grid, heading: string, column: number): ReadColumn => ({
  heading: clip(heading, EXAMPLE_LIMIT),
  example: clip(
    grid.slice(1).find((row) => row[column]?.text)?.[column]?.text ?? '',
    EXAMPLE_LIMIT,
  ),
});

/** How the table is read: as staff chose, as they chose for such a table before, or as recognised. */
const shapeFor = (
  grid: Grid,
  found: Shape,
  chosen: Mapping | null,
  mappings: MeetingsWanted['mappings'],
): Shape => {
  if (found.kind === 'rounds') return found;
  if (chosen !== null) return { ...found, form: 'columns', mapping: chosen };
  const signature = signatureOf(headingsOf(grid, found));
  const known = mappings.find((row) => row.signature === signature && signature !== '');
  const mapping = known && readMapping(known.mapping, grid[0]?.length ?? 0);
  return mapping ? { ...found, form: 'columns', mapping } : found;
};
