import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useCallback,
  useRef,
  useState,
} from 'react';
import { Checkbox } from './checkbox.tsx';
import { cx } from './class-names.ts';
import styles from './data-table.module.css';
import { rowOf, stepTo, typedTo } from './data-table-keys.ts';
import { useFewAtATime } from './use-few-at-a-time.ts';
import { useLatest } from './use-latest.ts';
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
  /** A mouse points at a row, which may be acted on next. */
  readonly onRowPointed?: ((row: R) => void) | undefined;
  /** The row that is open beside the table. */
  readonly currentId?: string | undefined;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** With it, rows can be chosen, with the space bar too; the ids of those that are. */
  readonly chosen?: ReadonlySet<string> | undefined;
  readonly onChoose?: ((chosen: ReadonlySet<string>) => void) | undefined;
  readonly empty?: ReactNode;
  /** There may be hundreds of rows: they are drawn some at a time. */
  readonly isLong?: boolean | undefined;
  readonly className?: string | undefined;
};

/**
 * Rows and columns with arrow keys, sorting, and one action a row. Its head stays in sight inside
 * whatever scrolls around it. A plain table with one listener for all rows: a list has dozens of them.
 */
export const DataTable = <R extends object>({
  label,
  columns,
  rows,
  rowId,
  rowText,
  onRowAction,
  onRowPointed,
  currentId,
  sort,
  onSort,
  chosen,
  onChoose,
  empty,
  isLong = false,
  className,
}: DataTableProps<R>) => {
  const header = (columns.find((column) => column.isRowHeader) ?? columns[0])?.id;
  const [reached, setReached] = useState<string>();
  const typed = useRef({ text: '', at: 0 });
  const find = (id: string | undefined): R | undefined => rows.find((row) => rowId(row) === id);
  // Tab comes to one row alone: the last that had the focus, else the open one, else the first.
  const first = rows[0];
  const stop = [reached, currentId].find((id) => find(id) !== undefined) ?? (first && rowId(first));

  const few = useFewAtATime(isLong ? rows : NO_ROWS, rowId);
  const drawn = isLong ? few : rows;

  // The same from render to render: one row's choice draws no other row anew.
  const choosing = useLatest({ chosen, onChoose });
  const choose = useCallback(
    (id: string): void => {
      const next = new Set(choosing.current.chosen);
      if (!next.delete(id)) next.add(id);
      choosing.current.onChoose?.(next);
    },
    [choosing],
  );

  const onClick = (event: MouseEvent): void => {
    const row = find(rowOf(event.target)?.dataset.row);
    if (row !== undefined && !isOwnPress(event.target)) onRowAction?.(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const line = rowOf(target);
    if (line === null || !(target instanceof HTMLElement)) return;
    const act = (): HTMLElement | undefined => {
      if (event.key === 'Enter' && target === line) {
        const row = find(line.dataset.row);
        if (row !== undefined) onRowAction?.(row);
        return line;
      }
      if (event.key === ' ' && target === line && chosen !== undefined) {
        choose(line.dataset.row ?? '');
        return line;
      }
      const texts = rowText === undefined ? undefined : rows.map(rowText);
      return stepTo(event.key, line, target) ?? typedTo(event.key, line, texts, typed.current);
    };
    const next = act();
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // The rows have the focus, and their keys; a table of a pressable role has listeners.
    <table
      aria-label={label}
      className={cx(styles.table, className)}
      onClick={onClick}
      onFocus={(event: FocusEvent) => setReached(rowOf(event.target)?.dataset.row ?? reached)}
      onKeyDown={onKeyDown}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys walk it, as a grid's do
      role="grid"
    >
      <thead className={styles.head}>
        <tr>
          {chosen !== undefined && (
            <ChooseAll
              chosen={chosen}
              ids={rows.map(rowId)}
              onChoose={(ids) => onChoose?.(new Set(ids))}
            />
          )}
          {columns.map((column) => (
            <Head column={column} key={column.id} onSort={onSort} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {drawn.map((row) => (
          <Line
            columns={columns}
            header={header}
            id={rowId(row)}
            isCurrent={rowId(row) === currentId}
            isChosen={chosen?.has(rowId(row))}
            isStop={rowId(row) === stop}
            key={rowId(row)}
            onChoose={chosen === undefined ? undefined : choose}
            onPointed={onRowPointed}
            row={row}
          />
        ))}
        {rows.length === 0 && empty !== undefined && (
          <tr>
            <td colSpan={columns.length + (chosen === undefined ? 0 : 1)}>{empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

const NO_ROWS: readonly never[] = [];

/** Whether a press is for something in a row: its menu, say. */
const isOwnPress = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, label') !== null;

type LineProps<R> = {
  readonly row: R;
  readonly id: string;
  readonly columns: readonly TableColumn<R>[];
  readonly header: string | undefined;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  /** Undefined where rows are not chosen. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: ((id: string) => void) | undefined;
  readonly onPointed: ((row: R) => void) | undefined;
};

const PlainLine = <R extends object>({
  row,
  id,
  columns,
  header,
  isCurrent,
  isStop,
  isChosen,
  onChoose,
  onPointed,
}: LineProps<R>) => (
  <tr
    aria-selected={isChosen ?? (isCurrent || undefined)}
    className={cx(styles.row, isCurrent && styles.current)}
    data-row={id}
    onPointerEnter={onPointed && (({ pointerType }) => pointerType === 'mouse' && onPointed(row))}
    tabIndex={isStop ? 0 : -1}
  >
    {isChosen !== undefined && (
      <td className={cx(styles.cell, styles.choice)}>
        <Checkbox excludeFromTabOrder isSelected={isChosen} onChange={() => onChoose?.(id)}>
          <VisuallyHidden>選ぶ</VisuallyHidden>
        </Checkbox>
      </td>
    )}
    {columns.map((column) => {
      const isHeader = column.id === header;
      const look = cx(styles.cell, column.align === 'end' && styles.end, isHeader && styles.name);
      return isHeader ? (
        <th className={look} key={column.id} scope="row">
          {column.cell(row)}
        </th>
      ) : (
        <td className={look} key={column.id}>
          {column.cell(row)}
        </td>
      );
    })}
  </tr>
);
const Line = memo(PlainLine) as typeof PlainLine;

type ChooseAllProps = {
  readonly ids: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[]) => void;
};

const ChooseAll = ({ ids, chosen, onChoose }: ChooseAllProps) => {
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <th className={cx(styles.column, styles.choice)} scope="col">
      <Checkbox
        isIndeterminate={!isAll && ids.some((id) => chosen.has(id))}
        isSelected={isAll}
        onChange={() => onChoose(isAll ? [] : ids)}
      >
        <VisuallyHidden>すべて選ぶ</VisuallyHidden>
      </Checkbox>
    </th>
  );
};

type HeadProps<R> = {
  readonly column: TableColumn<R>;
  readonly sort: TableSort | undefined;
  readonly onSort: ((sort: TableSort) => void) | undefined;
};

const Head = <R,>({ column, sort, onSort }: HeadProps<R>) => {
  const { id, label, isSortable = false, align, width } = column;
  const direction = sort?.column === id ? sort.direction : undefined;
  return (
    <th
      aria-sort={isSortable ? (direction ?? 'none') : undefined}
      className={cx(styles.column, align === 'end' && styles.end)}
      scope="col"
      style={width === undefined ? undefined : { width }}
    >
      {isSortable && onSort !== undefined ? (
        <button
          className={styles.label}
          onClick={() =>
            onSort({
              column: id,
              direction: direction === 'ascending' ? 'descending' : 'ascending',
            })
          }
          type="button"
        >
          {label}
          <SortMark direction={direction} />
        </button>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
    </th>
  );
};

const SortMark = ({ direction }: { readonly direction: TableSort['direction'] | undefined }) => {
  if (direction === undefined) return <ChevronsUpDown aria-hidden="true" className={styles.idle} />;
  const Icon = direction === 'ascending' ? ArrowUp : ArrowDown;
  return <Icon aria-hidden="true" />;
};
