import type { Ref } from 'react';
import type { FiscalYear } from '#shared/dates/types.ts';
import { ROADMAP_COLUMN_NAMES, ROADMAP_COLUMNS } from '#shared/domain/roadmap/pasted/columns.ts';
import { Button } from '#ui/button.tsx';
import type { GridPlace } from '#ui/grid/moves.ts';
import { Kbd } from '#ui/kbd.tsx';
import { columnAt } from './columns.ts';
import { missingWords, readDraft } from './drafts.ts';

import { isDraftRow, lockedWords, type TableRow } from './rows.ts';
import styles from './table.module.css';
import { type Typed, typedCell, wrongCells } from './typed-cells.ts';

type TableStatusProps = {
  readonly rows: readonly TableRow[];
  readonly typed: Typed;
  readonly place: GridPlace;
  readonly fiscalYear: FiscalYear | null;
  readonly isReadOnly: boolean;
  /** Takes the focus that leaves the table by Escape. */
  readonly ref: Ref<HTMLDivElement>;
  readonly onGoTo: (row: TableRow, column: number) => void;
};

/** The line under the table: what is wrong, what a row still needs, else the keys. */
export const TableStatus = ({
  rows,
  typed,
  place,
  fiscalYear,
  isReadOnly,
  ref,
  onGoTo,
}: TableStatusProps) => {
  const row = rows[place.row];
  const column = columnAt(place.column);
  const here = row && typedCell(typed, row.id, column)?.error;
  const wrong = wrongCells(typed).flatMap((cell) => {
    const at = rows.findIndex(({ id }) => id === cell.row);
    const found = rows[at];
    return found ? [{ ...cell, at, found }] : [];
  });
  const [first] = wrong;
  const target = first && first.row === row?.id && first.column === column ? wrong[1] : first;
  const hint = isReadOnly || row === undefined ? '' : hintFor(row, place, typed, fiscalYear);
  return (
    <div className={styles.status} ref={ref} tabIndex={-1}>
      <span className={here || first ? styles.problem : undefined} role="status">
        {here ??
          (first
            ? `${first.at + 1}行目の${ROADMAP_COLUMN_NAMES[first.column]}：${first.error}`
            : hint)}
      </span>
      {target !== undefined && (
        <Button
          onPress={() => onGoTo(target.found, ROADMAP_COLUMNS.indexOf(target.column))}
          size="small"
          variant="quiet"
        >
          {wrong.length > 1 ? `直すセルへ（${wrong.length}か所）` : '直すセルへ'}
        </Button>
      )}
      {!here && !first && hint === '' && (
        <span>
          {isReadOnly ? (
            '残した版を見ています。ここでは直せません。'
          ) : (
            <>
              <Kbd>Enter</Kbd> か <Kbd>F2</Kbd> で直す・<Kbd>Esc</Kbd> でやめる・<Kbd>Insert</Kbd>{' '}
              行を追加・<Kbd>Ctrl D</Kbd> 複製・<Kbd>Ctrl Delete</Kbd> 行を削除・
              <Kbd>Ctrl V</Kbd> Excelから・<Kbd>Esc</Kbd> 表の外へ
            </>
          )}
        </span>
      )}
    </div>
  );
};

const hintFor = (
  row: TableRow,
  place: GridPlace,
  typed: Typed,
  fiscalYear: FiscalYear | null,
): string => {
  const locked = lockedWords(row, columnAt(place.column));
  if (locked !== undefined) return locked;
  const cells = typed.cells.get(row.id);
  if (!isDraftRow(row) || cells === undefined) return '';
  const read = readDraft(row, cells, fiscalYear);
  return read.state === 'waiting' ? missingWords(read.missing) : '';
};
