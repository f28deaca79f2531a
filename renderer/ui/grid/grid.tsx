import type { ReactNode } from 'react';
import { cx } from '../class-names.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import styles from './grid.module.css';
import { type GridColumns, ROW_HEIGHT } from './grid-columns.ts';
import type { GridState } from './use-grid.ts';
import { drawnRows } from './use-window.ts';

type GridProps<Row, Id extends string> = {
  readonly label: string;
  readonly columns: GridColumns<Id>;
  readonly rows: readonly Row[];
  readonly grid: GridState<Row>;
  readonly isReadOnly: boolean;
  /**
   * Draws a row, best with a `GridRow`.
   * @param cursor the column on which the cursor stands, or null where it stands in another row
   */
  readonly renderRow: (row: Row, index: number, cursor: number | null) => ReactNode;
};

/**
 * A table that is edited like one in Excel. It draws the rows in view and knows neither what stands in
 * them nor how that is stored. Give it a height: it scrolls inside itself.
 */
export const Grid = <Row, Id extends string>({
  label,
  columns,
  rows,
  grid: { scroller, watch, window, cursor },
  isReadOnly,
  renderRow,
}: GridProps<Row, Id>) => {
  const { place } = cursor;
  return (
    <div className={styles.scroller} {...watch} ref={scroller}>
      <table
        aria-colcount={columns.list.length + 2}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={styles.grid}
        {...gridOf(isReadOnly)}
      >
        <GridHead columns={columns} />
        <tbody className={styles.body} style={{ height: rows.length * ROW_HEIGHT }}>
          {drawnRows(window, place.row, rows.length).map((index) => {
            const row = rows[index];
            return row === undefined
              ? null
              : renderRow(row, index, index === place.row ? place.column : null);
          })}
        </tbody>
      </table>
    </div>
  );
};

const gridOf = (isReadOnly: boolean) => ({ role: 'grid', 'aria-readonly': isReadOnly });

const GridHead = <Id extends string>({ columns }: { readonly columns: GridColumns<Id> }) => (
  <thead className={styles.head}>
    <tr
      aria-rowindex={1}
      style={{
        display: 'grid',
        gridColumn: '1 / -1',
        gridTemplateColumns: columns.template,
      }}
    >
      <th aria-colindex={1} className={styles.number} scope="col">
        行
      </th>
      {columns.list.map(({ id, label, align }, at) => (
        <th
          aria-colindex={at + 2}
          className={cx(align === 'end' && styles.end)}
          key={id}
          scope="col"
        >
          {label}
        </th>
      ))}
      <th aria-colindex={columns.list.length + 2} scope="col">
        <VisuallyHidden>操作</VisuallyHidden>
      </th>
    </tr>
  </thead>
);
