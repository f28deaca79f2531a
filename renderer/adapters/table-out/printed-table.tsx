import { createPortal } from 'react-dom';
import { leftOutWords } from '#shared/domain/record/outgoing.ts';
import { isDrawn, shownLines, type TableContent } from '#shared/domain/tables/table.ts';
import { Stamp } from '../audience/stamp.tsx';
import styles from './printed-table.module.css';

/** Rows and cells that bear no name but stand where they stand. */
const numbered = <T,>(items: readonly T[]) => items.map((item, index) => ({ item, key: index }));

/**
 * A table beside the app in the document: print shows it and nothing else, the screen never. It breaks between
 * pages by itself: its head and the margins above and below stand on each.
 */
export const PrintedTable = ({ table }: { readonly table: TableContent }) => {
  const span = table.columns.length;
  return createPortal(
    <div className={styles.print} data-print="">
      <table aria-label={table.caption} className={styles.table}>
        <colgroup>
          {table.columns.map(({ id, width }) => (
            <col key={id} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td className={styles.margin} colSpan={span}>
              <span className={styles.caption}>
                <span>{table.caption}</span>
                <Stamp audience={table.outgoing.audience} />
              </span>
            </td>
          </tr>
          {numbered(table.header).map(({ item: row, key }) => (
            <tr key={key}>
              {numbered(row).map(({ item: one, key: column }) => (
                <th key={column} scope="col">
                  {shownLines(one).join('\n')}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {numbered(table.body).map(({ item: row, key }) => (
            <tr key={key}>
              {numbered(row).map(({ item: one, key: column }) =>
                isDrawn(one) ? (
                  <td key={column} rowSpan={one.rowSpan}>
                    {shownLines(one).join('\n')}
                  </td>
                ) : null,
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className={styles.foot} colSpan={span}>
              {leftOutWords(table.outgoing)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>,
    document.body,
  );
};
