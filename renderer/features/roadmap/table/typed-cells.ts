import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';

/** What was typed into a cell and is not the stored text. */
export type TypedCell = {
  readonly text: string;
  /** What is wrong with it; null while it is on its way, or waits for the rest of its row. */
  readonly error: string | null;
  /** The stored text when it was sent off: it is let go of when that changes. */
  readonly sentOver?: string | undefined;
  /** Its record holds it: it stands here until the row comes back, and no draft needs it any more. */
  readonly isStored?: boolean | undefined;
};

export type TypedRow = Readonly<Partial<Record<RoadmapColumn, TypedCell>>>;

export type AddedRow = {
  readonly id: string;
  readonly after: string;
  /** It has become a bar or a milestone, whose row has not come back yet. */
  readonly isStored?: boolean | undefined;
};

/** All that is typed and not stored, by row; rows that nobody has begun are not in it. */
export type Typed = {
  readonly cells: ReadonlyMap<string, TypedRow>;
  /** New rows, and the row under which each stands ('' for the end). */
  readonly added: readonly AddedRow[];
  /** The empty row that always stands at the end, to be written on. */
  readonly endRow: string;
};

export const newRowId = (): string => `new:${crypto.randomUUID()}`;

export const nothingTyped = (): Typed => ({ cells: new Map(), added: [], endRow: newRowId() });

/** The row at the end becomes one of those added once something is written on it; another stands there then. */
export const beginRow = (typed: Typed, row: string): Typed =>
  row === typed.endRow
    ? { ...typed, added: [...typed.added, { id: row, after: '' }], endRow: newRowId() }
    : typed;

export const typedCell = (
  typed: Typed,
  row: string,
  column: RoadmapColumn,
): TypedCell | undefined => typed.cells.get(row)?.[column];

/** Puts typed cells into a row, or takes them away (`undefined`). */
export const putCells = (
  typed: Typed,
  row: string,
  cells: Readonly<Partial<Record<RoadmapColumn, TypedCell | undefined>>>,
): Typed => {
  const merged = { ...typed.cells.get(row), ...cells };
  const kept = Object.fromEntries(
    Object.entries(merged).filter(([, cell]) => cell !== undefined),
  ) as TypedRow;
  const all = new Map(typed.cells);
  if (Object.keys(kept).length === 0) all.delete(row);
  else all.set(row, kept);
  return { ...typed, cells: all };
};

/** Says that cells of a row are in their record; what was typed over them meanwhile is not. */
export const markStored = (
  typed: Typed,
  row: string,
  texts: Readonly<Partial<Record<RoadmapColumn, string>>>,
): Typed => {
  const cells = Object.entries(typed.cells.get(row) ?? {}) as [RoadmapColumn, TypedCell][];
  const stored = cells.filter(
    ([column, { text, error }]) => error === null && texts[column] === text,
  );
  const marked = stored.map(([column, cell]) => [column, { ...cell, isStored: true }] as const);
  return {
    ...putCells(typed, row, Object.fromEntries(marked)),
    added: typed.added.map((each) => (each.id === row ? { ...each, isStored: true } : each)),
  };
};

/** Lets go of what a cell was left with when its stored text says the same. */
export const dropSame = (
  typed: Typed,
  isLeft: (cell: TypedCell) => boolean,
  isSame: (row: string, column: RoadmapColumn, text: string) => boolean,
): Typed => {
  let result = typed;
  for (const [row, cells] of typed.cells) {
    for (const [column, cell] of Object.entries(cells) as [RoadmapColumn, TypedCell][]) {
      if (isLeft(cell) && isSame(row, column, cell.text)) {
        result = putCells(result, row, { [column]: undefined });
      }
    }
  }
  return result;
};

/** Lets go of a row with all that was typed into it. */
export const dropRow = (typed: Typed, row: string): Typed => {
  const cells = new Map(typed.cells);
  cells.delete(row);
  return { ...typed, cells, added: typed.added.filter(({ id }) => id !== row) };
};

/** Lets go of what was stored in the meantime: the text below it is no longer the one it was sent over. */
export const dropStored = (
  typed: Typed,
  storedText: (row: string, column: RoadmapColumn) => string | undefined,
): Typed => {
  let result = typed;
  for (const [row, cells] of typed.cells) {
    for (const [column, cell] of Object.entries(cells) as [RoadmapColumn, TypedCell][]) {
      if (cell.sentOver === undefined) continue;
      if (storedText(row, column) !== cell.sentOver) {
        result = putCells(result, row, { [column]: undefined });
      }
    }
  }
  return result;
};

/** Cells with something wrong, in no order. */
export const wrongCells = (
  typed: Typed,
): readonly { readonly row: string; readonly column: RoadmapColumn; readonly error: string }[] =>
  [...typed.cells].flatMap(([row, cells]) =>
    (Object.entries(cells) as [RoadmapColumn, TypedCell][]).flatMap(([column, { error }]) =>
      error === null ? [] : [{ row, column, error }],
    ),
  );
