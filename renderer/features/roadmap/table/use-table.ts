import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { isSame } from './bar-changes.ts';
import { isLeft } from './kept-cells.ts';
import { isValueColumn } from './read-cell.ts';
import { cellText, isDraftRow, keepOrder, rowsOf, type TableRow } from './rows.ts';
import { dropSame, dropStored, nothingTyped, type Typed, typedCell } from './typed-cells.ts';
import { useCells } from './use-cells.ts';
import { useDrafts, useSettled } from './use-drafts.ts';
import { useStores } from './use-stores.ts';
import { useTyped } from './use-typed.ts';

type TableOptions = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly fiscalYear: FiscalYear | null;
  readonly isReadOnly: boolean;
};

export type RoadmapTableModel = {
  readonly rows: readonly TableRow[];
  readonly typed: Typed;
  readonly change: (make: (typed: Typed) => Typed) => void;
  /** Stores what was typed into a cell, or keeps it there with what is wrong. */
  readonly commit: (row: TableRow, column: RoadmapColumn, text: string) => void;
  /** A name for a row that stays the same while it becomes a bar. */
  readonly keyOf: (row: TableRow) => string;
};

const NOTHING = nothingTyped();

/** The table's rows, what is typed into them, and how it is stored. */
export const useTable = ({
  caseId,
  roadmap,
  fiscalYear,
  isReadOnly,
}: TableOptions): RoadmapTableModel => {
  const [typed, change, typedNow] = useTyped(caseId);
  const order = useRef<readonly string[]>([]);
  const stored = useMemo(() => {
    const rows = keepOrder(rowsOf(roadmap), order.current);
    order.current = rows.map(({ id }) => id);
    return rows;
  }, [roadmap]);
  const rows = useMemo(
    () => (isReadOnly ? stored : withAdded(stored, typed)),
    [stored, typed, isReadOnly],
  );
  const byId = useMemo(() => new Map(stored.map((row) => [row.id, row])), [stored]);
  const latest = useRef(byId);
  latest.current = byId;

  const cells = useCells(change);
  const { release } = cells;
  const stores = useStores({ caseId, roadmap, fiscalYear, cells, change, typedNow });
  const { storeBar, storeMilestone, place } = stores;
  const drafts = useDrafts({ caseId, fiscalYear, cells, change, typedNow });
  const { write, heirOf, originOf, became } = drafts;

  const commit = useCallback(
    (given: TableRow, column: RoadmapColumn, text: string): void => {
      if (isReadOnly) return;
      // While it was typed, its row may have changed, or have become a bar.
      const row = latest.current.get(heirOf(given.id)) ?? latest.current.get(given.id) ?? given;
      if (text.trim() === cellText(row, column).trim() && row.kind !== 'new') {
        if (typedCell(typedNow(), row.id, column)) release(row, [column]);
      } else if (isDraftRow(row) && (row.kind === 'new' || isValueColumn(column))) {
        void write(row, column, text);
      } else if (!isValueColumn(column)) void place(row, column, text);
      else if (row.kind === 'bar') void storeBar(row, column, text);
      else if (row.kind === 'milestone') void storeMilestone(row, column, text);
    },
    [isReadOnly, typedNow, release, heirOf, write, place, storeBar, storeMilestone],
  );

  useEffect(() => {
    if (isReadOnly) return;
    change((now) => {
      const typedOver = dropStored(now, (id, column) => {
        const row = byId.get(id);
        return row === undefined ? undefined : cellText(row, column);
      });
      // What an earlier table sent off may have been stored since.
      return dropSame(typedOver, isLeft, (id, column, text) => {
        const row = byId.get(id);
        return row !== undefined && saysAlready(row, column, text);
      });
    });
  }, [byId, change, isReadOnly]);
  useSettled({ byId, typed, change, typedNow, became, commit });

  const ids = useRef<ReadonlySet<string>>(new Set());
  ids.current = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const keyOf = useCallback(
    (row: TableRow): string => {
      const origin = originOf(row.id);
      // A lane's own row may have come back beside the bar that was written on it.
      return origin === undefined || ids.current.has(origin) ? row.id : origin;
    },
    [originOf],
  );
  return { rows, typed: isReadOnly ? NOTHING : typed, change, commit, keyOf };
};

/** Whether a row's stored cell says already what was typed. */
const saysAlready = (row: TableRow, column: RoadmapColumn, text: string): boolean =>
  cellText(row, column) === text.trim() ||
  (row.kind === 'bar' && isValueColumn(column) && isSame(row, column, text));

const withAdded = (
  rows: readonly TableRow[],
  { added, endRow }: Pick<Typed, 'added' | 'endRow'>,
): readonly TableRow[] => {
  const result = [...rows];
  for (const { id, after } of added) {
    const at = result.findIndex((row) => row.id === after);
    result.splice(at < 0 ? result.length : at + 1, 0, { kind: 'new', id });
  }
  return [...result, { kind: 'new', id: endRow }];
};
