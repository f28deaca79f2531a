import { useMemo } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { Command } from '#data/records/command.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { problemWords } from '#shared/result.ts';
import { cellText, type TableRow } from './rows.ts';
import { markStored, putCells, type Typed } from './typed-cells.ts';

type Texts = Readonly<Partial<Record<RoadmapColumn, string>>>;

/** What can be done with typed cells. */
export type Cells = {
  /** On their way to be stored. */
  readonly send: (row: TableRow, texts: Texts) => void;
  /** Kept as typed, with what is wrong. */
  readonly refuse: (row: TableRow, column: RoadmapColumn, text: string, error: string) => void;
  /** Let go of: what is stored shows again. */
  readonly release: (row: TableRow, columns: readonly RoadmapColumn[]) => void;
  /** In their record; they go when the row comes back. */
  readonly stored: (row: TableRow, texts: Texts) => void;
  /**
   * Runs a command for one cell; a refusal stands at the cell.
   * @param expected how the cell will read then
   */
  readonly store: (
    row: TableRow,
    column: RoadmapColumn,
    text: string,
    command: Command<unknown>,
    expected?: string,
  ) => Promise<void>;
};

export const useCells = (change: (make: (typed: Typed) => Typed) => void): Cells => {
  const workspace = useWorkspace();
  return useMemo((): Cells => {
    const send: Cells['send'] = (row, texts) => {
      const given = Object.entries(texts) as [RoadmapColumn, string][];
      const cells = given.map(([column, text]) => {
        return [column, { text, error: null, sentOver: cellText(row, column) }];
      });
      change((now) => putCells(now, row.id, Object.fromEntries(cells)));
    };
    const refuse: Cells['refuse'] = (row, column, text, error) =>
      change((now) => putCells(now, row.id, { [column]: { text, error } }));
    const release: Cells['release'] = (row, columns) =>
      change((now) =>
        putCells(now, row.id, Object.fromEntries(columns.map((column) => [column, undefined]))),
      );
    const stored: Cells['stored'] = (row, texts) => change((now) => markStored(now, row.id, texts));
    const store: Cells['store'] = async (row, column, text, command, expected = text.trim()) => {
      send(row, { [column]: text });
      const done = await workspace.run<unknown>(command);
      if (!done.ok) refuse(row, column, text, problemWords(done.error));
      // Where nothing changes, nothing will come back to let go of the text.
      else if (expected === cellText(row, column)) release(row, [column]);
      else stored(row, { [column]: text });
    };
    return { send, refuse, release, stored, store };
  }, [change, workspace]);
};
