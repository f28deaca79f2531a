import { CircleAlert, EllipsisVertical } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { cx } from '../class-names.ts';
import { IconMenu } from '../icon-menu.tsx';
import type { MenuAction } from '../menu.tsx';
import styles from './grid.module.css';
import { type GridColumn, type GridColumns, ROW_HEIGHT } from './grid-columns.ts';
import { CURSOR_CELL } from './use-grid.ts';

export type GridCell = {
  readonly text: string;
  /** What is wrong with it. */
  readonly error: string | null;
  /** It cannot be written on. */
  readonly isLocked: boolean;
  /** `same`: the row above says it already. `waiting`: typed, and stored with the rest of its row. */
  readonly tone?: 'same' | 'waiting' | undefined;
};

type GridRowProps<Id extends string> = {
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly columns: GridColumns<Id>;
  readonly cellOf: (column: Id) => GridCell;
  /** What stands before it; default: its number. */
  readonly head?: string | undefined;
  /** The column on which the cursor stands, or null. */
  readonly cursor: number | null;
  /** What stands in the cursor's cell. */
  readonly input: ReactNode;
  /** It is open beside the grid. */
  readonly isOpened?: boolean | undefined;
  /** None of it can be written on. */
  readonly isFixed?: boolean | undefined;
  readonly isReadOnly: boolean;
  /** The mouse on a cell; the keys are the cursor's. */
  readonly onPress: (column: number, isDouble: boolean) => void;
  readonly menuLabel: string;
  /** What can be done with it; not asked for where the grid is only read. */
  readonly menu: () => readonly MenuAction[];
};

/** A grid's cells on a table's elements, whose own roles a grid's layout takes away. */
const GRIDCELL = { role: 'gridcell' } as const;
const ROWHEADER = { role: 'rowheader' } as const;

/** One row of a grid. */
export const GridRow = <Id extends string>({
  id,
  index,
  columns,
  cellOf,
  head,
  cursor,
  input,
  isOpened = false,
  isFixed = false,
  isReadOnly,
  onPress,
  menuLabel,
  menu,
}: GridRowProps<Id>) => (
  <tr
    aria-rowindex={index + 2}
    className={cx(
      styles.row,
      cursor !== null && styles.current,
      isOpened && styles.opened,
      isFixed && styles.fixed,
    )}
    data-row={id}
    style={{ gridTemplateColumns: columns.template, top: index * ROW_HEIGHT }}
  >
    <td aria-colindex={1} className={cx(styles.cell, styles.number)} {...GRIDCELL}>
      {head ?? index + 1}
    </td>
    {columns.list.map((column, at) => (
      <GridCellView
        at={at}
        cell={cellOf(column.id)}
        column={column}
        input={cursor === at ? input : undefined}
        isCursor={cursor === at}
        isReadOnly={isReadOnly}
        key={column.id}
        onPress={onPress}
      />
    ))}
    <td
      aria-colindex={columns.list.length + 2}
      className={cx(styles.cell, styles.menu)}
      {...GRIDCELL}
    >
      {!isReadOnly && (
        <IconMenu
          icon={<EllipsisVertical aria-hidden="true" />}
          items={menu}
          label={menuLabel}
          tabIndex={-1}
        />
      )}
    </td>
  </tr>
);

type GridCellViewProps = Pick<GridRowProps<string>, 'isReadOnly' | 'onPress' | 'input'> & {
  readonly column: GridColumn<string>;
  readonly cell: GridCell;
  readonly at: number;
  readonly isCursor: boolean;
};

const GridCellView = ({
  column: { id, align, isName, opensLeft },
  cell: { text, error, isLocked, tone },
  at,
  isCursor,
  input,
  isReadOnly,
  onPress,
}: GridCellViewProps) => (
  <td
    aria-colindex={at + 2}
    {...{ 'aria-invalid': error !== null, 'aria-readonly': isReadOnly || isLocked }}
    className={cx(
      styles.cell,
      align === 'end' && styles.end,
      isName && styles.name,
      isLocked && styles.locked,
      opensLeft && styles.late,
      error !== null && styles.wrong,
      tone !== undefined && styles[tone],
    )}
    data-column={id}
    {...(isCursor && CURSOR_CELL)}
    {...pressed((isDouble) => {
      if (isDouble || !isCursor) onPress(at, isDouble);
    })}
    {...(isName && text !== '' ? ROWHEADER : GRIDCELL)}
    title={error ?? (text.length > 12 ? text : undefined)}
  >
    <span className={styles.text}>{text}</span>
    {error !== null && <CircleAlert aria-label="直してください" role="img" />}
    {input}
  </td>
);

const pressed = (onPress: (isDouble: boolean) => void) => ({
  onMouseDown: (event: MouseEvent): void => {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    // The focus goes to the cursor's input, which comes with the press; the browser would take it away.
    event.preventDefault();
    onPress(false);
  },
  onDoubleClick: (): void => onPress(true),
});
