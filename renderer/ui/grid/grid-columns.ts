/** A column of a grid. */
export type GridColumn<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** A track of CSS grid: `80px`, `minmax(104px, 1fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end' | undefined;
  /** It says what its row is called. */
  readonly isName?: boolean | undefined;
  /** It stands far to the right: what opens at its cells opens to the left. */
  readonly opensLeft?: boolean | undefined;
};

export type GridColumns<Id extends string> = {
  readonly list: readonly GridColumn<Id>[];
  /** All columns with the row's number before and its menu behind them. */
  readonly template: string;
};

export const NUMBER_WIDTH = 40;
const MENU_WIDTH = 36;
export const ROW_HEIGHT = 38;
export const HEAD_HEIGHT = 32;

/** The columns of a grid, made once for all of its drawings. */
export const gridColumns = <Id extends string>(
  list: readonly GridColumn<Id>[],
): GridColumns<Id> => ({
  list,
  template: [`${NUMBER_WIDTH}px`, ...list.map(({ width }) => width), `${MENU_WIDTH}px`].join(' '),
});
