import type { FiscalYear } from '../../dates/types.ts';
import type { GridCell } from './grid.ts';
import type { ImportField } from './import-field.ts';
import { readModes } from './read-cells.ts';
import { splitState } from './read-state.ts';
import { readWhen } from './read-when.ts';
import type { RowShape } from './shape.ts';

/** ※市町村ヒアリング（オンライン） alone in a row: what stands below a table. */
const NOTE = /^※\s*([\s\S]+?)(?:（([^（）]*)）)?$/;
const BEHIND = /^([\s\S]*[^（）\s])\s?（([^（）]{1,40})）$/;

/**
 * A note as the cells that it would be in a row: ※… alone in a row, or words that are no date alone in
 * the column of dates, below meetings. Null for other rows.
 */
export const noteOf = (
  cells: readonly GridCell[],
  { mapping }: RowShape,
  year: FiscalYear,
  isBelow: boolean,
): Readonly<Partial<Record<ImportField, string>>> | null => {
  const filled = cells.flatMap(({ text, covered }, column) =>
    text === '' || covered ? [] : [{ text, column }],
  );
  const [only] = filled;
  if (only === undefined || filled.length > 1) return null;
  const match = NOTE.exec(only.text);
  if (match !== null) return asCells(match[1] ?? '', match[2] ?? '');
  const field = mapping[only.column];
  const isDate = field === 'when' || field === 'year' || field === 'month';
  if (!isDate || !isBelow || only.text.startsWith('#')) return null;
  if (readWhen(only.text, year) !== null || /^[\d./年月日令和平成RHS\s]{1,20}$/.test(only.text))
    return null;
  const [, name = only.text, behind = ''] = BEHIND.exec(only.text) ?? [];
  return asCells(name, behind);
};

const asCells = (name: string, behind: string): Readonly<Partial<Record<ImportField, string>>> => {
  const isState = splitState(`${name}（${behind}）`).state !== null;
  const isModes = behind !== '' && !isState && readModes(behind).modes.length > 0;
  const whole = behind === '' || isModes ? name : `${name}（${behind}）`;
  // The name of an event stands in a line of its own elsewhere: here it follows at once.
  const content = whole.replace(
    /^([^「]+?)((?:[^:：「」／]{1,30}[:：])?「.*」)$/,
    (_, title, own) => [title, ...String(own).split('／')].join('\n'),
  );
  return { content, ...(isModes && { modes: behind }) };
};
