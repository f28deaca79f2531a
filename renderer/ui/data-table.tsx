import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import {
  Cell,
  Column,
  Row,
  type Selection,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import { Checkbox } from './checkbox.tsx';
import { cx } from './class-names.ts';
import styles from './data-table.module.css';
import { defined } from './defined.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export type TableColumn<R> = {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: R) => ReactNode;
  readonly isSortable?: boolean | undefined;
  /** The column that names the row for screen readers; default the first. */
  readonly isRowHeader?: boolean | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** A CSS width: `120px`, `30%`. */
  readonly width?: string | undefined;
};

export type TableSort = {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
};

type DataTableProps<R> = {
  readonly label: string;
  readonly columns: readonly TableColumn<R>[];
  /** In the order shown; the caller sorts. */
  readonly rows: readonly R[];
  readonly rowId: (row: R) => string;
  /** The row in a few words, for typing ahead. */
  readonly rowText?: ((row: R) => string) | undefined;
  /** Click or Enter on a row. */
  readonly onRowAction?: ((row: R) => void) | undefined;
  /**
   * The action leads away: pressing a row does not focus it first. All rows take part in a change of the
   * focus, which would hold the way up.
   */
  readonly leavesOnAction?: boolean | undefined;
  /** A mouse points at a row, which may be acted on next. */
  readonly onRowPointed?: ((row: R) => void) | undefined;
  /** The row that is open beside the table. */
  readonly currentId?: string | undefined;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** With it, rows can be chosen, with the space bar too; the ids of those that are. */
  readonly chosen?: ReadonlySet<string> | undefined;
  readonly onChoose?: ((ids: ReadonlySet<string>) => void) | undefined;
  readonly empty?: ReactNode;
  readonly className?: string | undefined;
};

/**
 * Rows and columns with arrow keys, sorting, and one action a row. Its head stays in sight inside
 * whatever scrolls around it.
 */
export const DataTable = <R extends object>({
  label,
  columns,
  rows,
  rowId,
  rowText,
  onRowAction,
  leavesOnAction = false,
  onRowPointed,
  currentId,
  sort,
  onSort,
  chosen,
  onChoose,
  empty,
  className,
}: DataTableProps<R>) => {
  const header = (columns.find((column) => column.isRowHeader) ?? columns[0])?.id;
  return (
    <Table
      {...defined({
        sortDescriptor: sort,
        onSortChange:
          onSort &&
          (({ column, direction }: SortDescriptor) =>
            onSort({ column: String(column), direction })),
        onRowAction:
          onRowAction &&
          ((key: string | number) => {
            const row = rows.find((each) => rowId(each) === key);
            if (row !== undefined) onRowAction(row);
          }),
      })}
      {...(chosen !== undefined && {
        selectionMode: 'multiple',
        selectedKeys: chosen,
        onSelectionChange: (keys: Selection) =>
          onChoose?.(new Set(keys === 'all' ? rows.map(rowId) : [...keys].map(String))),
      })}
      aria-label={label}
      className={cx(styles.table, className)}
    >
      <TableHeader className={styles.head ?? ''}>
        {chosen !== undefined && (
          <Column className={cx(styles.column, styles.choice)} textValue="選択">
            <Checkbox slot="selection">
              <VisuallyHidden>すべて選ぶ</VisuallyHidden>
            </Checkbox>
          </Column>
        )}
        {columns.map((column) => (
          <Column
            allowsSorting={column.isSortable ?? false}
            className={cx(styles.column, column.align === 'end' && styles.end)}
            id={column.id}
            isRowHeader={column.id === header}
            key={column.id}
            style={column.width === undefined ? {} : { width: column.width }}
            textValue={column.label}
          >
            {({ allowsSorting, sortDirection }) => (
              <span className={styles.label}>
                {column.label}
                {allowsSorting && <SortMark direction={sortDirection} />}
              </span>
            )}
          </Column>
        ))}
      </TableHeader>
      <TableBody
        dependencies={[columns, currentId, chosen !== undefined]}
        items={rows}
        {...defined({ renderEmptyState: empty === undefined ? undefined : () => empty })}
      >
        {(row: R) => (
          <Row
            className={cx(styles.row, rowId(row) === currentId && styles.current)}
            id={rowId(row)}
            {...defined({
              textValue: rowText?.(row),
              onMouseDownCapture: leavesOnAction ? keepFocus : undefined,
              onHoverStart: onRowPointed && (() => onRowPointed(row)),
            })}
          >
            {chosen !== undefined && (
              <Cell className={cx(styles.cell, styles.choice)}>
                <Checkbox slot="selection">
                  <VisuallyHidden>選ぶ</VisuallyHidden>
                </Checkbox>
              </Cell>
            )}
            {columns.map((column) => (
              <Cell
                className={cx(
                  styles.cell,
                  column.align === 'end' && styles.end,
                  column.id === header && styles.name,
                )}
                key={column.id}
              >
                {column.cell(row)}
              </Cell>
            ))}
          </Row>
        )}
      </TableBody>
    </Table>
  );
};

/** A button in the row takes the focus all the same. */
const keepFocus = (event: MouseEvent): void => {
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (!isOnButton) event.preventDefault();
};

const SortMark = ({ direction }: { readonly direction: TableSort['direction'] | undefined }) => {
  if (direction === undefined) return <ChevronsUpDown aria-hidden="true" className={styles.idle} />;
  const Icon = direction === 'ascending' ? ArrowUp : ArrowDown;
  return <Icon aria-hidden="true" />;
};
