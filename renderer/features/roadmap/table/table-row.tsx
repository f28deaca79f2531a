import { memo, type ReactNode } from 'react';
import { ROADMAP_COLUMN_NAMES, type RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { type GridCell, GridRow } from '#ui/grid/grid-row.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { COLUMNS } from './columns.ts';
import { cellText, isDraftRow, lockedWords, rowWords, type TableRow } from './rows.ts';
import type { TypedRow } from './typed-cells.ts';

type TableRowViewProps = {
  readonly row: TableRow;
  /** From 0. */
  readonly index: number;
  /** The row above, to say less loudly what stands there too. */
  readonly above: TableRow | undefined;
  readonly typed: TypedRow | undefined;
  /** The column on which the cursor stands, or null. */
  readonly cursor: number | null;
  /** What stands in the cursor's cell. */
  readonly input: ReactNode;
  readonly isOpened: boolean;
  readonly isReadOnly: boolean;
  readonly onPress: (row: TableRow, column: number, isDouble: boolean) => void;
  readonly menuFor: (row: TableRow) => readonly MenuAction[];
};

/** One row of the table. */
export const TableRowView = memo(
  ({ row, index, above, typed, onPress, menuFor, ...shown }: TableRowViewProps) => (
    <GridRow
      {...shown}
      cellOf={(column) => cellOf(row, above, typed, column)}
      columns={COLUMNS}
      head={row.kind === 'new' && typed === undefined ? '＋' : undefined}
      id={row.id}
      index={index}
      isFixed={row.kind === 'milestone' && row.milestone.derived}
      menu={() => menuFor(row)}
      menuLabel={`${index + 1}行目（${rowWords(row)}）の操作`}
      onPress={(column, isDouble) => onPress(row, column, isDouble)}
    />
  ),
);

/** A cell as it stands: what is typed over it, else what is stored. */
const cellOf = (
  row: TableRow,
  above: TableRow | undefined,
  typed: TypedRow | undefined,
  column: RoadmapColumn,
): GridCell => {
  const mine = typed?.[column];
  const isWaiting = mine !== undefined && mine.error === null && isDraftRow(row);
  return {
    text: mine?.text ?? cellText(row, column),
    error: mine?.error ?? unreadable(row, column),
    isLocked: lockedWords(row, column) !== undefined,
    tone: isWaiting ? 'waiting' : isRepeated(row, above, column) ? 'same' : undefined,
  };
};

/** A bar whose months cannot be read says so where they belong. */
const unreadable = (row: TableRow, column: RoadmapColumn): string | null =>
  row.kind === 'bar' && row.bar.span === null && (column === 'start' || column === 'end')
    ? `${ROADMAP_COLUMN_NAMES[column]}の月が読み取れません。入力し直してください。`
    : null;

/** Whether the row above says the same of where it stands. */
const isRepeated = (row: TableRow, above: TableRow | undefined, column: RoadmapColumn): boolean => {
  if (above === undefined || (column !== 'group' && column !== 'lane')) return false;
  if (!('at' in row) || !('at' in above)) return false;
  return column === 'group'
    ? row.at.group.id === above.at.group.id
    : row.at.lane.id === above.at.lane.id;
};
