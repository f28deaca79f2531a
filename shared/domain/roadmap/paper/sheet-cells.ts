import type { BarKind } from '../collections.ts';
import { BAR_LOOKS } from './tokens.ts';

type BorderStyle = 'hair' | 'thin' | 'medium' | 'dashed' | 'mediumDashed' | 'double';
type Side = 'left' | 'right' | 'top' | 'bottom';

/** How a cell looks, in the words of the library that writes workbooks. */
export type CellLook = Partial<
  Record<`${Side}BorderStyle`, BorderStyle> & Record<`${Side}BorderColor`, string>
> & {
  readonly backgroundColor?: string;
  readonly fillPatternStyle?: 'lightUp';
  readonly fillPatternColor?: string;
  readonly textColor?: string;
  readonly fontWeight?: 'bold';
  readonly fontSize?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly alignVertical?: 'top' | 'center' | 'bottom';
  readonly indent?: number;
  readonly wrap?: boolean;
  /** Of its row, in points. */
  readonly height?: number;
};

/** A cell with a text or a number; `columnSpan` and `rowSpan` merge it with the nulls beside and below. */
export type SheetCell = CellLook & {
  readonly value?: string | number;
  readonly type?: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
};

export type SheetRow = readonly (SheetCell | null)[];

/** A worksheet that prints landscape, one page wide. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** In letters of the standard font. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The row in which headings begin that repeat on each printed page, from 1. */
  readonly headingRow: number;
};

/** Excel takes no more than this in a cell (UTF-16 units). */
const CELL_LIMIT = 32_000;
/** Excel would take such a text for a formula when somebody edits the cell. */
const FORMULA_LIKE = /^[=+\-@\t\r]/;

/** A text as it stands: never a formula, no `_x0041_` that Excel would read as a letter, 〓 for what XML can't hold. */
export const textCell = (text: string, look: CellLook = {}): SheetCell => ({
  ...look,
  type: String,
  value: text
    .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffc}\u{10000}-\u{10ffff}]/gu, '〓')
    .slice(0, CELL_LIMIT)
    .replace(/_x([0-9a-f]{4})_/gi, '_x005F_x$1_'),
  ...(FORMULA_LIKE.test(text) && { format: '@' }),
});

export const borders = (style: BorderStyle, color: string, sides: readonly Side[]): CellLook =>
  Object.fromEntries(
    sides.flatMap((side) => [
      [`${side}BorderStyle`, style],
      [`${side}BorderColor`, color],
    ]),
  );

const ALL = ['left', 'right', 'top', 'bottom'] as const;

/** A bar's cells: its kind in fill and border, as in the drawn chart. */
export const barLook = (kind: BarKind): CellLook => {
  const { fill, border, text, isDashed, hatch, isDouble } = BAR_LOOKS[kind];
  const style = isDashed ? 'mediumDashed' : isDouble ? 'double' : 'thin';
  return {
    ...borders(style, border, ALL),
    ...(hatch === null
      ? { backgroundColor: fill }
      : { fillPatternStyle: 'lightUp', fillPatternColor: hatch, backgroundColor: fill }),
    textColor: text,
    alignVertical: 'center',
    wrap: true,
  };
};
