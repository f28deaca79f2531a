import {
  DITTO,
  isDrawn,
  shownText,
  type Table,
  type TableCell,
  type TableRow,
} from '#shared/domain/tables/table.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { CellContent } from './cell-content.tsx';
import styles from './paper.module.css';
import { keyed } from './sheet.ts';
import { fullText } from './split-row.ts';

type TableViewProps = {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  /** What screen readers call it. */
  readonly label: string;
};

const Columns = ({ table }: { readonly table: Table }) => (
  <colgroup>
    {table.columns.map(({ id, width }) => (
      <col key={id} style={{ width: `${width}%` }} />
    ))}
  </colgroup>
);

const Head = ({ table }: { readonly table: Table }) => (
  <thead>
    {keyed(table.header).map(({ item: row, key }) => (
      <tr key={key}>
        {keyed(row).map(({ item: one, key: column }) =>
          // An empty corner heads nothing.
          one.lines.length === 0 ? (
            <td key={column} />
          ) : (
            <th key={column} scope="col">
              {shownText(one)}
            </th>
          ),
        )}
      </tr>
    ))}
  </thead>
);

/** Rows of a table as they stand on one page. */
export const TableView = ({ table, rows, label }: TableViewProps) => (
  <table aria-label={label} className={styles.table}>
    <Columns table={table} />
    <Head table={table} />
    <tbody>
      {keyed(rows).map(({ item: row, key }) => (
        <tr key={key}>
          {keyed(row).map(({ item: one, key: column, index }) => {
            if (!isDrawn(one)) return null;
            const span = { ...(one.rowSpan !== undefined && { rowSpan: one.rowSpan }) };
            return table.columns[index]?.isHeading ? (
              <th key={column} scope={one.rowSpan === undefined ? 'row' : 'rowgroup'} {...span}>
                {shownText(one)}
              </th>
            ) : (
              <td key={column} {...span}>
                <Shown one={one} />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

/** 〃 is for the eye: what it stands for is read out. */
const Shown = ({ one }: { readonly one: TableCell }) =>
  one.repeats ? (
    <>
      <span aria-hidden="true">{DITTO}</span>
      <VisuallyHidden>{fullText(one)}</VisuallyHidden>
    </>
  ) : (
    <CellContent one={one} />
  );

/** All rows with their full values and without spans, to be measured. */
export const MeasuringTable = ({ table, rows }: Omit<TableViewProps, 'label'>) => (
  <table className={styles.table}>
    <Columns table={table} />
    <Head table={table} />
    <tbody>
      {keyed(rows).map(({ item: row, key }) => (
        <tr key={key}>
          {keyed(row).map(({ item: one, key: column, index }) =>
            table.columns[index]?.isHeading ? (
              <th key={column}>{fullText(one)}</th>
            ) : (
              <td key={column}>
                <CellContent one={one} />
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
