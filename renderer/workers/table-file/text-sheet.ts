import type { Grid, Merge, SheetRemarks } from '#shared/domain/import/grid.ts';

/** A sheet as texts, rows by columns, with the areas that are merged in it. */
export type TextSheet = {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** What is odd about cells: hidden, struck out. */
  readonly remarks?: SheetRemarks;
  /** Whether the workbook does not show it. */
  readonly isHidden?: boolean;
  /** The cells where the source gives them spread already (HTML); `cells` is empty then. */
  readonly grid?: Grid;
  /** Words that the source does not show were left out. */
  readonly hasLeftOut?: boolean;
  /** More than a table may be: nothing of it was read, while other sheets of the workbook were. */
  readonly isTooLarge?: boolean;
};
