import type { FiscalYear } from '../../dates/types.ts';
import { foldedOf } from '../../text/folded.ts';
import { withoutBrackets } from './brackets.ts';
import { type Grid, isBlankRow } from './grid.ts';
import { fieldOfHeading, HEADING_LIMIT, headingKey, type ImportField } from './import-field.ts';
import { partLabelOf } from './read-content.ts';
import { readWhen } from './read-when.ts';
import { type RoundColumn, type RoundsShape, SEARCHED_ROWS } from './shape.ts';

const ROUND =
  /^[(（【［[]?第?\s{0,3}(\d{1,2}|[一二三四五六七八九])\s{0,3}回\s{0,3}(?:目)?\s{0,3}の?(?:伴走)?(?:支援)?[)）】］\]]?(?![a-zA-Zぁ-んァ-ヶ一-龠])/;
const KANJI = '〇一二三四五六七八九';
/** A heading that names a round, with what stands behind the name; null for any other. */
const roundOf = (text: string): Pick<RoundColumn, 'round' | 'rest'> | null => {
  if (text === '' || text.length > HEADING_LIMIT) return null;
  const { plain, cut } = foldedOf(text);
  const match = ROUND.exec(plain.replaceAll('\n', ' '));
  if (match === null) return null;
  const digits = match[1] ?? '';
  const round = KANJI.includes(digits) ? KANJI.indexOf(digits) : Number(digits);
  const behind = cut(match[0].length).trim();
  return { round, rest: withoutBrackets(behind, HEADING_LIMIT) };
};

/** A round's heading may bear its day, or anything in brackets, but no other name. */
const isHeading = (text: string, rest: string, year: FiscalYear): boolean =>
  rest === '' ||
  readWhen(rest, year) !== null ||
  partLabelOf(rest) !== '' ||
  /[)）】］\]]$/.test(text.trim());

/** Finds a row of rounds with labels at the side below it; null where there is none. */
export const findRounds = (grid: Grid, year: FiscalYear): RoundsShape | null => {
  for (const [header, row] of grid.slice(0, SEARCHED_ROWS).entries()) {
    const isCounted = /^(?:支援)?回数?$/.test(headingKey(row[0]?.text ?? ''));
    const columns = row.flatMap(({ text }, column): readonly RoundColumn[] => {
      // 回 | 1 | 2 | 3
      const found = isCounted && /^\d{1,2}$/.test(text) ? roundOf(`${text}回`) : roundOf(text);
      if (found === null || !isHeading(text, found.rest, year)) return [];
      return [{ column, ...found, isGuess: false }];
    });
    const [first] = columns;
    if (first === undefined || first.column === 0) continue;
    // A row of a table of meetings has its date there.
    const side = row.slice(0, first.column);
    if (side.some(({ text }) => text !== '' && readWhen(text, year) !== null)) continue;
    const rows = labelledRows(grid, header, first.column, year);
    // A table of rows may have 1回目支援 in a cell; only labels at the side make it this form.
    const isTold = [...rows.values()].some((field) => field === 'when' || field === 'attendance');
    if (isTold || (columns.length > 1 && rows.size > 0)) {
      return { kind: 'rounds', header, columns, rows };
    }
  }
  return null;
};

/** Takes a table for rounds because staff say so: each column beside the labels is one. */
export const guessRounds = (grid: Grid, year: FiscalYear): RoundsShape => {
  const isNamed = (index: number): boolean =>
    (grid[index] ?? []).some(({ text }) => roundOf(text) !== null);
  const named = grid.slice(0, SEARCHED_ROWS).findIndex((_, index) => isNamed(index));
  const header =
    named >= 0
      ? named
      : Math.max(
          0,
          grid.findIndex((row) => !isBlankRow(row)),
        );
  const columns = (grid[header] ?? []).slice(1).map(({ text }, index): RoundColumn => {
    const found = roundOf(text);
    const isOwn = found !== null && isHeading(text, found.rest, year);
    return {
      column: index + 1,
      round: found?.round ?? index + 1,
      rest: isOwn ? found.rest : text,
      isGuess: found === null,
    };
  });
  const rows = labelledRows(grid, header, columns[0]?.column ?? 1, year);
  return { kind: 'rounds', header, columns, rows };
};

const labelledRows = (
  grid: Grid,
  header: number,
  width: number,
  year: FiscalYear,
): ReadonlyMap<number, ImportField> => {
  const rows = new Map<number, ImportField>();
  for (const [index, below] of grid.entries()) {
    if (index === header || (index < header && header > SEARCHED_ROWS)) continue;
    const label = labelOf(below.slice(0, width).map(({ text }) => text));
    const field = label ?? (isRowOfDates(below, width, year) ? 'when' : null);
    if (field !== null) rows.set(index, field);
  }
  return rows;
};

/** Dates above or below the names of rounds may stand without a label. */
const isRowOfDates = (row: Grid[number], width: number, year: FiscalYear): boolean => {
  if (row.slice(0, width).some(({ text }) => text !== '')) return false;
  const texts = row.slice(width).flatMap(({ text }) => (text === '' ? [] : [text]));
  return texts.length > 0 && texts.every((text) => (readWhen(text, year)?.date ?? '') !== '');
};

/** In this form 内容 is the programme of the day. */
const labelOf = (texts: readonly string[]): ImportField | null => {
  for (const text of texts) {
    const field = fieldOfHeading(text);
    if (field === 'content') return 'programme';
    if (field !== null) return field;
  }
  return null;
};
