import { ClipboardPaste, Plus } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { copyOrSay } from '#adapters/store/copy-or-say.ts';
import { type Copied, singleCell } from '#adapters/table-source/table-source.ts';
import { useTablePaste } from '#adapters/table-source/use-table-paste.ts';
import {
  ROADMAP_COLUMN_NAMES,
  ROADMAP_COLUMNS,
  type RoadmapColumn,
} from '#shared/domain/roadmap/pasted/columns.ts';
import { asPlain } from '#shared/text/tsv-cell.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { RenameDialog } from '../menus/rename-dialog.tsx';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { CellInput } from './cell-input.tsx';
import { columnAt, ROW_HEIGHT, TEMPLATE } from './columns.ts';
import { cellDraftKey } from './kept-cells.ts';
import { choicesOf } from './read-cell.ts';
import { cellText, lockedWords, MILESTONE_WORD, rowWords, type TableRow } from './rows.ts';
import styles from './table.module.css';
import type { RoadmapTableProps } from './table-props.ts';
import { TableRowView } from './table-row.tsx';
import { TableStatus } from './table-status.tsx';
import { typedCell } from './typed-cells.ts';
import { useCursor } from './use-cursor.ts';
import { type RenamedPlace, useRowActions } from './use-row-actions.tsx';
import { useTable } from './use-table.ts';
import { bringIntoView, useWindow } from './use-window.ts';

/** The roadmap as a table that is edited like one in Excel. */
export const RoadmapTable = ({
  caseId,
  roadmap,
  fiscalYear,
  isReadOnly = false,
  selectedId = null,
  onOpen,
}: RoadmapTableProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const [pasted, setPasted] = useState<{ readonly copied: Copied | null } | null>(null);
  const table = useTable({ caseId, roadmap, fiscalYear, isReadOnly });
  const { rows, typed, commit, keyOf } = table;
  const cursor = useCursor(rows, keyOf);
  const { place, goTo } = cursor;
  const window = useWindow(scroller, rows.length);
  const row = rows[place.row];
  const [renamed, setRenamed] = useState<RenamedPlace | null>(null);
  useTablePaste((copied) => setPasted({ copied }), {
    isOn: !isReadOnly && pasted === null,
    isPlain: true,
  });
  const actions = useRowActions({ caseId, table, roadmap, cursor, onOpen, onRename: setRenamed });

  // biome-ignore lint/correctness/useExhaustiveDependencies: less room may put the cursor out of view
  useLayoutEffect(() => {
    if (!hasFocus || scroller.current === null) return;
    const cell = scroller.current.querySelector<HTMLElement>(
      `.${styles.current} [data-column="${columnAt(place.column)}"]`,
    );
    bringIntoView(scroller.current, place.row, cell);
  }, [hasFocus, place.row, place.column, window.page]);

  const suggestions = useSuggestions(rows, row, columnAt(place.column));
  const onPress = useCallback(
    (pressed: TableRow, column: number, isDouble: boolean): void => {
      setHasFocus(true);
      goTo(pressed, column, isDouble);
    },
    [goTo],
  );

  const onKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (row === undefined) return false;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      void copyOrSay(asPlain(textAt(row, columnAt(place.column))));
      return true;
    }
    return !isReadOnly && actions.onKey(event, row);
  };
  const textAt = (at: TableRow, column: RoadmapColumn): string =>
    typedCell(typed, at.id, column)?.text ?? cellText(at, column);

  const onPaste = (data: DataTransfer): boolean => {
    if (isReadOnly || row === undefined) return false;
    const copied = { html: data.getData('text/html'), text: data.getData('text/plain') };
    if (copied.html === '' && copied.text === '') return false;
    const only = singleCell(copied);
    if (only !== null) {
      const column = columnAt(place.column);
      if (lockedWords(row, column) === undefined) commit(row, column, only);
    } else setPasted({ copied });
    return true;
  };

  const shown = indices(window.first, window.end, place.row, rows.length);
  const column = columnAt(place.column);
  const input = row !== undefined && (
    <CellInput
      align={column === 'progress' ? 'end' : 'start'}
      choices={choicesAt(row, column)}
      draftKey={cellDraftKey(caseId, row.id, column)}
      error={typedCell(typed, row.id, column)?.error ?? null}
      isReadOnly={isReadOnly || lockedWords(row, column) !== undefined}
      key={`${keyOf(row)} ${column} ${cursor.isOpen}`}
      label={`${ROADMAP_COLUMN_NAMES[column]}、${place.row + 1}行目${rowWords(row)}、${
        textAt(row, column) || '空'
      }`}
      onCommit={(text) => commit(row, column, text)}
      onEnter={cursor.enter}
      onKey={onKey}
      onLeave={() => status.current?.focus()}
      onMove={cursor.move}
      onPaste={onPaste}
      opensUp={opensUp(scroller.current, place.row)}
      page={window.page}
      startsOpen={cursor.isOpen}
      suggestions={suggestions}
      takesFocus={hasFocus}
      text={textAt(row, column)}
    />
  );

  const { bars, milestones } = roadmap;
  return (
    <div className={styles.table}>
      <div className={styles.tools}>
        {!isReadOnly && (
          <>
            <Button
              icon={<Plus aria-hidden="true" />}
              onPress={() => {
                const last = rows.at(-1);
                setHasFocus(true);
                if (last !== undefined) goTo(last, 0);
              }}
              size="small"
            >
              行を追加
            </Button>
            <Button
              icon={<ClipboardPaste aria-hidden="true" />}
              onPress={() => setPasted({ copied: null })}
              size="small"
            >
              Excelの表を貼り付ける
            </Button>
          </>
        )}
        <span className={styles.count}>
          帯 {bars.length.toLocaleString('ja-JP')}本・節目{' '}
          {milestones.length.toLocaleString('ja-JP')}件
        </span>
      </div>
      <div className={styles.scroller} {...focusKept(setHasFocus)} ref={scroller}>
        <table
          aria-colcount={ROADMAP_COLUMNS.length + 2}
          aria-label="ロードマップ（表）"
          aria-rowcount={rows.length + 1}
          className={styles.grid}
          {...gridOf(isReadOnly)}
        >
          <thead className={styles.head}>
            <tr
              aria-rowindex={1}
              style={{ display: 'grid', gridColumn: '1 / -1', gridTemplateColumns: TEMPLATE }}
            >
              <th aria-colindex={1} className={styles.number} scope="col">
                行
              </th>
              {ROADMAP_COLUMNS.map((name, at) => (
                <th
                  aria-colindex={at + 2}
                  className={cx(name === 'progress' && styles.end)}
                  key={name}
                  scope="col"
                >
                  {ROADMAP_COLUMN_NAMES[name]}
                </th>
              ))}
              <th aria-colindex={14} scope="col">
                <VisuallyHidden>操作</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody className={styles.body} style={{ height: rows.length * ROW_HEIGHT }}>
            {shown.map((index) => {
              const each = rows[index];
              if (each === undefined) return null;
              return (
                <TableRowView
                  above={rows[index - 1]}
                  cursor={index === place.row ? place.column : null}
                  index={index}
                  input={index === place.row ? input : null}
                  isOpened={each.id === selectedId}
                  isReadOnly={isReadOnly}
                  key={keyOf(each)}
                  menuFor={actions.menuFor}
                  onPress={onPress}
                  row={each}
                  typed={typed.cells.get(each.id)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <TableStatus
        fiscalYear={fiscalYear}
        isReadOnly={isReadOnly}
        onGoTo={(to, at) => {
          setHasFocus(true);
          goTo(to, at);
        }}
        place={place}
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
          fiscalYear={fiscalYear}
          copied={pasted.copied}
          onClose={() => setPasted(null)}
          roadmap={roadmap}
        />
      )}
    </div>
  );
};

const gridOf = (isReadOnly: boolean) => ({ role: 'grid', 'aria-readonly': isReadOnly });

/** Tells whether the focus is somewhere inside. */
const focusKept = (set: (hasFocus: boolean) => void) => ({
  onBlur: (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) set(false);
  },
  onFocus: (): void => set(true),
});

/** The rows to draw: those in view and the cursor's, which keeps the focus when it is scrolled away. */
const indices = (first: number, end: number, cursor: number, count: number): readonly number[] => {
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (cursor >= count || (cursor >= first && cursor < end)) return shown;
  return cursor < first ? [cursor, ...shown] : [...shown, cursor];
};

/** Near the lower edge, what opens at a cell opens upward. */
const opensUp = (scroller: HTMLElement | null, row: number): boolean =>
  scroller !== null &&
  row * ROW_HEIGHT - scroller.scrollTop > Math.max(scroller.clientHeight - 280, 160);

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
  row: TableRow | undefined,
  column: RoadmapColumn,
): readonly string[] => {
  const group = column === 'lane' && row !== undefined && 'at' in row ? row.at.group.id : null;
  const isGroup = row?.kind === 'group';
  return useMemo((): readonly string[] => {
    if (!SUGGESTING.has(column) || (isGroup && column === 'lane')) return [];
    const texts = rows
      .filter((each) => group === null || ('at' in each && each.at.group.id === group))
      .map((each) => cellText(each, column));
    return [...new Set(texts)].filter((text) => text !== '');
  }, [rows, group, isGroup, column]);
};
