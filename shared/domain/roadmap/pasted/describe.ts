import { clip } from '../../../text/limits.ts';
import { exampleBelow } from '../../import/choose-shape.ts';
import type { Grid } from '../../import/grid.ts';
import { unreadColumns } from '../../import/left-out.ts';
import { passedOver } from '../../import/repeated-headings.ts';
import type { BarColumn, Columns } from './columns.ts';

/** A column of a pasted table, for staff to say what it is. */
export type BarLine = {
  readonly at: number;
  readonly heading: string;
  readonly example: string;
  readonly field: BarColumn | 'ignore';
};

const HEADING = 60;

/** The columns of a table of bars as they are read. */
export const barLines = (grid: Grid, { lastHeader, names, columns }: Columns): readonly BarLine[] =>
  columns.map((column, at) => ({
    at,
    heading: clip(names[at] ?? '', HEADING),
    example: exampleBelow(grid, lastHeader ?? -1, at),
    field: column ?? 'ignore',
  }));

/** What of a table of bars is passed over or not taken in, in sentences. */
export const barNotes = (
  grid: Grid,
  { header, lastHeader, names, columns }: Columns,
): readonly string[] => [
  ...passedOver(grid, { header, lastHeader }),
  ...unreadColumns(grid, { below: lastHeader, names, isRead: (at) => columns[at] !== null }),
];
