import { type KeyboardEvent, useMemo } from 'react';
import { copyOrSay } from '#adapters/store/copy-or-say.ts';
import { type Copied, singleCell } from '#adapters/table-source/table-source.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ROADMAP_COLUMN_NAMES, type RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { asPlain } from '#shared/text/tsv-cell.ts';
import { CellInput } from '#ui/grid/cell-input.tsx';
import type { GridState } from '#ui/grid/use-grid.ts';
import { opensUp } from '#ui/grid/use-window.ts';
import { COLUMNS } from './columns.ts';
import { cellDraftKey } from './kept-cells.ts';
import { choicesOf } from './read-cell.ts';
import { cellText, lockedWords, MILESTONE_WORD, rowWords, type TableRow } from './rows.ts';
import { typedCell } from './typed-cells.ts';
import type { RoadmapTableModel } from './use-table.ts';

type CursorCellProps = {
  readonly caseId: CaseId;
  readonly table: RoadmapTableModel;
  readonly grid: GridState<TableRow>;
  readonly row: TableRow;
  readonly column: RoadmapColumn;
  readonly isReadOnly: boolean;
  /** A key of the whole row; returns whether it was taken. */
  readonly onRowKey: (event: KeyboardEvent, row: TableRow) => boolean;
  /** A table was copied, not the text of one cell. */
  readonly onPasteTable: (copied: Copied) => void;
  readonly onLeave: () => void;
};

/** The cell on which the cursor stands: what can be typed, chosen, copied and pasted there. */
export const CursorCell = ({
  caseId,
  table: { rows, typed, commit },
  grid: { cursor, window, scroller, hasFocus },
  row,
  column,
  isReadOnly,
  onRowKey,
  onPasteTable,
  onLeave,
}: CursorCellProps) => {
  const { place } = cursor;
  const mine = typedCell(typed, row.id, column);
  const text = mine?.text ?? cellText(row, column);
  const isLocked = lockedWords(row, column) !== undefined;
  const suggestions = useSuggestions(rows, row, column);

  const onKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      void copyOrSay(asPlain(text));
      return true;
    }
    return !isReadOnly && onRowKey(event, row);
  };
  const onPaste = (data: DataTransfer): boolean => {
    if (isReadOnly) return false;
    const copied = { html: data.getData('text/html'), text: data.getData('text/plain') };
    if (copied.html === '' && copied.text === '') return false;
    const only = singleCell(copied);
    if (only === null) onPasteTable(copied);
    else if (!isLocked) commit(row, column, only);
    return true;
  };

  return (
    <CellInput
      align={COLUMNS.list[place.column]?.align}
      choices={choicesAt(row, column)}
      draftKey={cellDraftKey(caseId, row.id, column)}
      error={mine?.error ?? null}
      isReadOnly={isReadOnly || isLocked}
      label={`${ROADMAP_COLUMN_NAMES[column]}、${place.row + 1}行目${rowWords(row)}、${
        text || '空'
      }`}
      onCommit={(next) => commit(row, column, next)}
      onEnter={cursor.enter}
      onKey={onKey}
      onLeave={onLeave}
      onMove={cursor.move}
      onPaste={onPaste}
      opensUp={opensUp(scroller.current, place.row)}
      page={window.page}
      startsOpen={cursor.isOpen}
      suggestions={suggestions}
      takesFocus={hasFocus}
      text={text}
    />
  );
};

const choicesAt = (row: TableRow, column: RoadmapColumn): readonly string[] => {
  const choices = choicesOf(column);
  return column === 'kind' && row.kind !== 'bar' && choices.length > 0
    ? [...choices, MILESTONE_WORD]
    : choices;
};

const SUGGESTING: ReadonlySet<RoadmapColumn> = new Set(['group', 'lane', 'owner']);

/** What other rows say in this column: groups, lanes of the row's group, bodies in charge. */
const useSuggestions = (
  rows: readonly TableRow[],
  row: TableRow,
  column: RoadmapColumn,
): readonly string[] => {
  const group = column === 'lane' && 'at' in row ? row.at.group.id : null;
  const isGroup = row.kind === 'group';
  return useMemo((): readonly string[] => {
    if (!SUGGESTING.has(column) || (isGroup && column === 'lane')) return [];
    const texts = rows
      .filter((each) => group === null || ('at' in each && each.at.group.id === group))
      .map((each) => cellText(each, column));
    return [...new Set(texts)].filter((text) => text !== '');
  }, [rows, group, isGroup, column]);
};
