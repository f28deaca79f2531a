import type { FiscalYear } from '../../dates/types.ts';
import { clip } from '../../text/limits.ts';
import type { Grid } from './grid.ts';
import { type ImportField, readMapping, signatureOf } from './import-field.ts';
import { recognise, recogniseAs } from './recognise.ts';
import type { Form, Shape } from './shape.ts';

/** How staff want a table read: its form, and what its columns (or its rows, below rounds) are. */
export type Chosen = {
  readonly form: Form;
  /** By column, or by row; null for what is recognised in this form. */
  readonly fields: readonly (readonly [number, ImportField])[] | null;
};

/** A column (a row, below rounds) as staff say what it is. */
export type Line = {
  /** Its place in the table, from 0. */
  readonly at: number;
  readonly heading: string;
  readonly example: string;
  readonly field: ImportField;
};

type Known = readonly { readonly signature: string; readonly mapping: string }[];

/** How a table is read: as staff chose, as they chose for such a table before, or as recognised. */
export const chooseShape = (
  grid: Grid,
  chosen: Chosen | null,
  mappings: Known,
  year: FiscalYear,
): Shape => {
  const shape = chosen === null ? recognise(grid, year) : recogniseAs(grid, chosen.form, year);
  if (chosen?.fields) return withFields(shape, new Map(chosen.fields));
  if (shape.kind === 'rounds' || chosen !== null) return shape;
  const signature = signatureOf(shape.names);
  const known = mappings.find((row) => row.signature === signature && signature !== '');
  const mapping = known && readMapping(known.mapping, grid[0]?.length ?? 0);
  return mapping ? { ...shape, form: 'columns', mapping, guessed: [] } : shape;
};

const withFields = (shape: Shape, fields: ReadonlyMap<number, ImportField>): Shape => {
  if (shape.kind === 'rounds') return { ...shape, rows: new Map([...shape.rows, ...fields]) };
  const mapping = shape.mapping.map((field, column) => fields.get(column) ?? field);
  // What staff have said themselves is no guess.
  return { ...shape, form: 'columns', mapping, guessed: [] };
};

const EXAMPLE_LIMIT = 60;
/** No table of rounds has more rows at its side; those beyond are said to be none. */
const LINE_LIMIT = 60;

/** The columns of a table, or the rows below rounds, for staff to say what they are. */
export const linesOf = (grid: Grid, shape: Shape): readonly Line[] => {
  if (shape.kind === 'rows') {
    return shape.mapping.map((field, column) => ({
      at: column,
      heading: clip(shape.names[column] ?? '', EXAMPLE_LIMIT),
      example: exampleBelow(grid, shape.lastHeader ?? -1, column),
      field,
    }));
  }
  const side = shape.columns[0]?.column ?? 1;
  return grid.slice(shape.header + 1, shape.header + 1 + LINE_LIMIT).flatMap((row, index) => {
    const heading = row.slice(0, side).find(({ text }) => text !== '')?.text ?? '';
    const example = row.slice(side).find(({ text }) => text !== '')?.text ?? '';
    const at = shape.header + 1 + index;
    if (heading === '' && example === '') return [];
    const field = shape.rows.get(at) ?? 'ignore';
    return [
      { at, heading: clip(heading, EXAMPLE_LIMIT), example: clip(example, EXAMPLE_LIMIT), field },
    ];
  });
};

/** The first text of a column below a row, for staff to see what it holds. */
export const exampleBelow = (grid: Grid, row: number, column: number): string => {
  for (let at = row + 1; at < grid.length; at += 1) {
    const text = grid[at]?.[column]?.text ?? '';
    if (text !== '') return clip(text, EXAMPLE_LIMIT);
  }
  return '';
};
