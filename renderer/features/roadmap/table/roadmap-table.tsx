import { useRef, useState } from 'react';
import type { Copied } from '#adapters/table-source/table-source.ts';
import { useTablePaste } from '#adapters/table-source/use-table-paste.ts';
import { Grid } from '#ui/grid/grid.tsx';
import { useGrid } from '#ui/grid/use-grid.ts';
import { RenameDialog } from '../menus/rename-dialog.tsx';
import type { NamedRow } from '../menus/use-remove-row.ts';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { COLUMNS, columnAt, FIRST_COLUMN } from './columns.ts';
import { CursorCell } from './cursor-cell.tsx';
import styles from './table.module.css';
import type { RoadmapTableProps } from './table-props.ts';
import { TableRowView } from './table-row.tsx';
import { TableStatus } from './table-status.tsx';
import { TableTools } from './table-tools.tsx';
import { useRowActions } from './use-row-actions.tsx';
import { useTable } from './use-table.ts';

/** The roadmap as a table that is edited like one in Excel. */
export const RoadmapTable = ({
  caseId,
  roadmap,
  fiscalYear,
  isReadOnly = false,
  selectedId = null,
  onOpen,
}: RoadmapTableProps) => {
  const status = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState<{ readonly copied: Copied | null } | null>(null);
  const [renamed, setRenamed] = useState<NamedRow | null>(null);
  const table = useTable({ caseId, roadmap, fiscalYear, isReadOnly });
  const { rows, typed, keyOf } = table;
  const grid = useGrid({
    rows,
    keyOf,
    columnCount: COLUMNS.list.length,
    firstColumn: FIRST_COLUMN,
  });
  const { cursor, focusOn, takeFocus } = grid;
  const pasteTable = (copied: Copied): void => setPasted({ copied });
  useTablePaste(pasteTable, { isOn: !isReadOnly && pasted === null, isPlain: true });
  const actions = useRowActions({ caseId, table, roadmap, cursor, onOpen, onRename: setRenamed });

  const row = rows[cursor.place.row];
  const column = columnAt(cursor.place.column);
  const input = row !== undefined && (
    <CursorCell
      caseId={caseId}
      column={column}
      grid={grid}
      isReadOnly={isReadOnly}
      key={`${keyOf(row)} ${column} ${cursor.isOpen}`}
      onLeave={() => status.current?.focus()}
      onPasteTable={pasteTable}
      onRowKey={actions.onKey}
      row={row}
      table={table}
    />
  );
  return (
    <div className={styles.table}>
      <TableTools
        isReadOnly={isReadOnly}
        onAddRow={() => {
          const last = rows.at(-1);
          takeFocus();
          if (last !== undefined) focusOn(last, 0);
        }}
        onPaste={() => setPasted({ copied: null })}
        roadmap={roadmap}
      />
      <Grid
        columns={COLUMNS}
        grid={grid}
        isReadOnly={isReadOnly}
        label="ロードマップ（表）"
        renderRow={(each, index, at) => (
          <TableRowView
            above={rows[index - 1]}
            cursor={at}
            index={index}
            input={at === null ? null : input}
            isOpened={each.id === selectedId}
            isReadOnly={isReadOnly}
            key={keyOf(each)}
            menuFor={actions.menuFor}
            onPress={focusOn}
            row={each}
            typed={typed.cells.get(each.id)}
          />
        )}
        rows={rows}
      />
      <TableStatus
        fiscalYear={fiscalYear}
        isReadOnly={isReadOnly}
        onGoTo={focusOn}
        place={cursor.place}
        ref={status}
        rows={rows}
        typed={typed}
      />
      {renamed !== null && (
        <RenameDialog caseId={caseId} onClose={() => setRenamed(null)} place={renamed} />
      )}
      {pasted !== null && (
        <PasteDialog
          caseId={caseId}
          copied={pasted.copied}
          fiscalYear={fiscalYear}
          onClose={() => setPasted(null)}
          roadmap={roadmap}
        />
      )}
    </div>
  );
};
