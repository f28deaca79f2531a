import type { Merge } from '#shared/domain/import/grid.ts';

/** A sheet as texts, rows by columns, with the areas that are merged in it. */
export type TextSheet = {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** More than a table may be: nothing of it was read, while other sheets of the workbook were. */
  readonly isTooLarge?: boolean;
};
