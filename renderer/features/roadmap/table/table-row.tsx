import { CircleAlert, EllipsisVertical } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import {
  ROADMAP_COLUMN_NAMES,
  ROADMAP_COLUMNS,
  type RoadmapColumn,
} from '#shared/domain/roadmap/pasted/columns.ts';
import { cx } from '#ui/class-names.ts';
import { IconMenu } from '#ui/icon-menu.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { ROW_HEIGHT, TEMPLATE } from './columns.ts';
import { cellText, isDraftRow, lockedWords, rowWords, type TableRow } from './rows.ts';
import styles from './table.module.css';
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

const END_COLUMNS: ReadonlySet<RoadmapColumn> = new Set(['progress']);
/** From here on what opens at a cell opens to the left. */
const LATE = 7;

/** A grid's cells on a table's elements, whose own roles a grid's layout takes away. */
const GRIDCELL = { role: 'gridcell' } as const;
const ROWHEADER = { role: 'rowheader' } as const;

/** The mouse on a cell; the keys are the cursor's. */
const pressed = (onPress: (isDouble: boolean) => void) => ({
  onMouseDown: (event: MouseEvent): void => {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    // The focus goes to the cursor's input, which comes with the press; the browser would take it away.
    event.preventDefault();
    onPress(false);
  },
  onDoubleClick: (): void => onPress(true),
});

/** One row of the table. */
export const TableRowView = memo(
  ({
    row,
    index,
    above,
    typed,
    cursor,
    input,
    isOpened,
    isReadOnly,
    onPress,
    menuFor,
  }: TableRowViewProps) => (
    <tr
      aria-rowindex={index + 2}
      className={cx(
        styles.row,
        cursor !== null && styles.current,
        isOpened && styles.opened,
        row.kind === 'milestone' && row.milestone.derived && styles.fixed,
      )}
      data-row={row.id}
      style={{ gridTemplateColumns: TEMPLATE, top: index * ROW_HEIGHT }}
    >
      <td aria-colindex={1} className={cx(styles.cell, styles.number)} {...GRIDCELL}>
        {row.kind === 'new' && typed === undefined ? '＋' : index + 1}
      </td>
      {ROADMAP_COLUMNS.map((column, at) => {
        const mine = typed?.[column];
        const text = mine?.text ?? cellText(row, column);
        const error = mine?.error ?? unreadable(row, column);
        const isLocked = lockedWords(row, column) !== undefined;
        return (
          <td
            aria-colindex={at + 2}
            {...{ 'aria-invalid': error !== null, 'aria-readonly': isReadOnly || isLocked }}
            className={cx(
              styles.cell,
              END_COLUMNS.has(column) && styles.end,
              column === 'label' && styles.name,
              isLocked && styles.locked,
              at >= LATE && styles.late,
              error !== null && styles.wrong,
              mine !== undefined && mine.error === null && isDraftRow(row) && styles.waiting,
              isRepeated(row, above, column) && styles.same,
            )}
            data-column={column}
            key={column}
            {...pressed((isDouble) => {
              if (isDouble || cursor !== at) onPress(row, at, isDouble);
            })}
            {...(column === 'label' && text !== '' ? ROWHEADER : GRIDCELL)}
            title={error ?? (text.length > 12 ? text : undefined)}
          >
            <span className={styles.text}>{text}</span>
            {error !== null && <CircleAlert aria-label="直してください" role="img" />}
            {cursor === at && input}
          </td>
        );
      })}
      <td aria-colindex={14} className={cx(styles.cell, styles.menu)} {...GRIDCELL}>
        {!isReadOnly && (
          <IconMenu
            icon={<EllipsisVertical aria-hidden="true" />}
            items={() => menuFor(row)}
            label={`${index + 1}行目（${rowWords(row)}）の操作`}
            tabIndex={-1}
          />
        )}
      </td>
    </tr>
  ),
);

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
