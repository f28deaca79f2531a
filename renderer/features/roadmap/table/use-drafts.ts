import { useCallback, useEffect, useRef } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { problemWords } from '#shared/result.ts';
import { isSame } from './bar-changes.ts';
import { columnOf, type DraftState, readDraft } from './drafts.ts';
import { isValueColumn } from './read-cell.ts';
import { cellText, type DraftRow, type TableRow } from './rows.ts';
import { addMilestoneRowCommand, addRowCommand } from './table-commands.ts';
import {
  beginRow,
  dropRow,
  markStored,
  putCells,
  type Typed,
  type TypedCell,
  type TypedRow,
} from './typed-cells.ts';
import type { Cells } from './use-cells.ts';

type DraftsOptions = {
  readonly caseId: CaseId;
  readonly fiscalYear: FiscalYear | null;
  readonly cells: Cells;
  readonly change: (make: (typed: Typed) => Typed) => void;
  readonly typedNow: () => Typed;
};

type Drafts = {
  readonly write: (row: DraftRow, column: RoadmapColumn, text: string) => Promise<void>;
  /** The id of what was made of a row, else the row's own. */
  readonly heirOf: (id: string) => string;
  /** The row on which something was written, by its id. */
  readonly originOf: (id: string) => string | undefined;
  /** Rows that were stored, and the ids of what they became ('' while that is not known). */
  readonly became: Map<string, string>;
};

/** Rows that are being written: each waits until it has enough, then it becomes a bar or a milestone. */
export const useDrafts = ({
  caseId,
  fiscalYear,
  cells,
  change,
  typedNow,
}: DraftsOptions): Drafts => {
  const workspace = useWorkspace();
  const origins = useRef(new Map<string, string>());
  const heirs = useRef(new Map<string, string>());
  const became = useRef(new Map<string, string>());
  const { refuse } = cells;

  const write = useCallback<Drafts['write']>(
    async (row, column, text) => {
      const isBlank = text.trim() === '' && cellText(row, column) === '';
      change((now) =>
        putCells(isBlank ? now : beginRow(now, row.id), row.id, {
          [column]: isBlank ? undefined : { text, error: null },
        }),
      );
      if (became.current.has(row.id)) return;
      const typed = typedNow().cells.get(row.id) ?? {};
      const read = readDraft(row, typed, fiscalYear);
      change((now) => putCells(now, row.id, marked(typed, read)));
      if (read.state !== 'bar' && read.state !== 'milestone') return;
      became.current.set(row.id, '');
      const done = await workspace.run(
        read.state === 'bar'
          ? addRowCommand(caseId, read.place, read.span, read.values)
          : addMilestoneRowCommand(caseId, read.place, read),
      );
      if (!done.ok) {
        became.current.delete(row.id);
        const at = columnOf(done.error, column);
        refuse(row, at, typed[at]?.text ?? cellText(row, at), problemWords(done.error));
        return;
      }
      origins.current.set(done.value, row.id);
      heirs.current.set(row.id, done.value);
      became.current.set(row.id, done.value);
      const texts = Object.entries(typed).map(([at, cell]) => [at, cell.text]);
      // The rows may have come before this did: it changes what is typed in any case.
      change((now) => markStored(now, row.id, Object.fromEntries(texts)));
    },
    [caseId, fiscalYear, workspace, change, typedNow, refuse],
  );

  const heirOf = useCallback((id: string) => heirs.current.get(id) ?? id, []);
  const originOf = useCallback((id: string) => origins.current.get(id), []);
  return { write, heirOf, originOf, became: became.current };
};

/** The cells of a row with what is wrong with each, and no longer with what is right now. */
const marked = (typed: TypedRow, read: DraftState): TypedRow => {
  const errors = read.state === 'wrong' ? read.errors : {};
  const cells = Object.entries(typed) as [RoadmapColumn, TypedCell][];
  return Object.fromEntries(
    cells.map(([column, cell]) => [column, { ...cell, error: errors[column] ?? null }]),
  );
};

type Settling = {
  readonly byId: ReadonlyMap<string, TableRow>;
  readonly typed: Typed;
  readonly change: DraftsOptions['change'];
  readonly typedNow: () => Typed;
  readonly became: Drafts['became'];
  readonly commit: (row: TableRow, column: RoadmapColumn, text: string) => void;
};

/** When what was written has come back as a row: what was typed meanwhile goes on to that. */
export const useSettled = ({ byId, typed, change, typedNow, became, commit }: Settling): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew whenever something is typed or stored
  useEffect(() => {
    for (const [draft, id] of [...became]) {
      const row = id === '' ? undefined : byId.get(id);
      if (row === undefined) continue;
      became.delete(draft);
      const cells = Object.entries(typedNow().cells.get(draft) ?? {}) as [
        RoadmapColumn,
        TypedCell,
      ][];
      change((now) => dropRow(now, draft));
      for (const [column, { text }] of cells) {
        if (isValueColumn(column) && !isSame(row, column, text)) commit(row, column, text);
      }
    }
  }, [byId, typed, change, typedNow, became, commit]);
};
