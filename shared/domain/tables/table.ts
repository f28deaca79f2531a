import type { Outgoing } from '../record/outgoing.ts';

/** The sign for "as above", and the word for it that screen readers say. */
export const DITTO = '〃';

/** Lines that are shown as a picture: SHA-256 of its bytes by the line's place. The line itself is its words. */
export type LinePictures = Readonly<Record<number, string>>;

/**
 * One cell. `lines` are always the real value; what repeats is only shown as 〃.
 * A cell with `rowSpan` 0 lies under the cell above it and carries the same lines, so that a table
 * can be cut between any two rows.
 */
export type TableCell = {
  readonly lines: readonly string[];
  readonly pictures?: LinePictures;
  /** Rows that it covers; 1 unless said. */
  readonly rowSpan?: number;
  /** The same value stands above it, within its group. */
  readonly repeats?: true;
};

export type TableRow = readonly TableCell[];

export type TableColumn = {
  readonly id: string;
  readonly label: string;
  /** Share of the table's width, in percent; the shares of all columns make 100. */
  readonly width: number;
  /** Its cells are the headings of their rows. */
  readonly isHeading?: true;
};

/** What of a table is copied, and printed where nothing else has to be decided. */
export type TableContent = {
  /** For whom it is, and what it leaves out for that. */
  readonly outgoing: Outgoing;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Rows of headings, repeated on every page. */
  readonly header: readonly TableRow[];
  readonly body: readonly TableRow[];
  /** Lines below the table. */
  readonly notes: readonly string[];
};

/** A table as it is shown, printed and copied; of several kinds, the id tells which. */
export type Table<Id extends string = string> = TableContent & {
  readonly id: Id;
  /** Where the records were taken from. */
  readonly sources: readonly string[];
  /** What the reader of the screen should know of the cells; never printed. */
  readonly remarks: readonly string[];
};

/** A table before it is said for whom it is. */
export type BareTable<Id extends string = string> = Omit<Table<Id>, 'outgoing'>;

export const cell = (...lines: readonly string[]): TableCell => ({ lines });

/** A text with line breaks as a cell; none for a blank text. */
export const textCell = (text: string): TableCell => ({
  lines: text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/),
});

/** What a cell shows: its lines, or 〃. */
export const shownLines = ({ lines, repeats }: TableCell): readonly string[] =>
  repeats ? [DITTO] : lines;

/** The shown text of a cell, lines apart by line breaks. */
export const shownText = (one: TableCell): string => shownLines(one).join('\n');

/** Whether a cell is drawn, not covered by the one above. */
export const isDrawn = ({ rowSpan = 1 }: TableCell): boolean => rowSpan > 0;

/**
 * A piece of a table's rows as it stands on a page of its own: cells that were covered from above
 * stand again at its top, spans end with it, and nothing at its top refers to what is not there.
 */
export const sliceRows = (
  rows: readonly TableRow[],
  from: number,
  to: number,
): readonly TableRow[] => {
  const piece = rows.slice(from, to);
  return piece.map((row, index) =>
    row.map((one, column) => {
      const covered = index > 0 && one.rowSpan === 0;
      if (covered) return one;
      const { repeats, rowSpan: _, ...rest } = one;
      const span = spanAt(piece, index, column);
      return {
        ...rest,
        ...(span > 1 && { rowSpan: span }),
        ...(repeats && index > 0 && { repeats }),
      };
    }),
  );
};

const spanAt = (rows: readonly TableRow[], index: number, column: number): number => {
  const next = rows.findIndex((row, at) => at > index && row[column]?.rowSpan !== 0);
  return (next === -1 ? rows.length : next) - index;
};

const sameLines = (a: TableCell, b: TableCell): boolean =>
  a.lines.length === b.lines.length && a.lines.every((line, index) => line === b.lines[index]);

/** Marks the cells of some columns whose value stands in the row above; empty cells repeat nothing. */
export const markRepeats = (
  rows: readonly TableRow[],
  columns: readonly number[],
): readonly TableRow[] =>
  rows.map((row, index) =>
    row.map((one, column) => {
      const above = rows[index - 1]?.[column];
      const repeats =
        columns.includes(column) && above && one.lines.length > 0 && sameLines(one, above);
      return repeats ? { ...one, repeats: true } : one;
    }),
  );
