import { useCallback } from 'react';
import { useRun, useWorkspace } from '#adapters/store/store.tsx';
import type { Command } from '#data/records/command.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { BarId, MilestoneId, Roadmap, Span } from '#shared/domain/roadmap/model.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { cascade } from '#shared/domain/roadmap/plan/cascade.ts';
import { problemWords, type Result } from '#shared/result.ts';
import { sameText } from '#shared/text/fold.ts';
import { showToast } from '#ui/toast-queue.ts';
import {
  addLaneCommand,
  moveBarsCommand,
  renameGroupCommand,
  setBarCommand,
  setLaneCommand,
  setMilestoneCommand,
} from '../commands.ts';
import { type BarTableRow, isUnchanged, spanAfter, waitingCells } from './bar-changes.ts';
import { type CellValues, readCell, readDate, type ValueColumn, yearFor } from './read-cell.ts';
import { cellText, type TableRow } from './rows.ts';
import { placeCommand, regroupCommand } from './table-commands.ts';
import { putCells, type Typed } from './typed-cells.ts';
import type { Cells } from './use-cells.ts';

type StoresOptions = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  readonly fiscalYear: FiscalYear | null;
  readonly cells: Cells;
  readonly change: (make: (typed: Typed) => Typed) => void;
  readonly typedNow: () => Typed;
};

type Store<Row, Column> = (row: Row, column: Column, text: string) => Promise<void>;

/** How a cell of what stands already is stored. */
export type Stores = {
  readonly storeBar: Store<BarTableRow, ValueColumn>;
  readonly storeMilestone: Store<Extract<TableRow, { readonly kind: 'milestone' }>, ValueColumn>;
  readonly place: Store<TableRow, 'group' | 'lane'>;
};

export const useStores = ({
  caseId,
  roadmap,
  fiscalYear,
  cells,
  change,
  typedNow,
}: StoresOptions): Stores => {
  const workspace = useWorkspace();
  const run = useRun();
  const { send, refuse, release, stored, store } = cells;

  const storeBar = useCallback(
    async (row: BarTableRow, column: ValueColumn, text: string): Promise<void> => {
      const year = yearFor(row, fiscalYear);
      const read = readCell(column, text, year);
      if (!read.ok) {
        refuse(row, column, text, problemWords(read.error));
        return;
      }
      // Start and end that were refused only because of each other are tried together.
      const waiting = waitingCells(row, column, typedNow(), year);
      const patch = { ...waiting.values, ...read.value };
      const texts = { ...waiting.texts, [column]: text };
      send(row, texts);
      const id = row.bar.id;
      const command = (values: CellValues) => setBarCommand(caseId, id, values);
      let done: Result<unknown> = await workspace.run(command(patch));
      let columns = Object.keys(texts) as RoadmapColumn[];
      if (!done.ok && columns.length > 1) {
        change((now) => putCells(now, row.id, waiting.cells));
        columns = [column];
        done = await workspace.run(command(read.value));
      }
      if (!done.ok) {
        refuse(row, column, text, problemWords(done.error));
        return;
      }
      release(
        row,
        columns.filter((each) => isUnchanged(row, each, patch)),
      );
      stored(row, Object.fromEntries(columns.map((each) => [each, texts[each]])));
      if (patch.start !== undefined || patch.end !== undefined) {
        offerFollowers(roadmap, row.bar.id, spanAfter(row.bar.span, patch), (moves) =>
          run(moveBarsCommand(caseId, moves, 'あとに続く帯を移動')),
        );
      }
    },
    [caseId, roadmap, fiscalYear, workspace, run, change, typedNow, send, refuse, release, stored],
  );

  const storeMilestone = useCallback(
    async (
      row: Extract<TableRow, { kind: 'milestone' }>,
      column: ValueColumn,
      text: string,
    ): Promise<void> => {
      const id: MilestoneId = row.milestone.id;
      if (column === 'start') {
        const read = readDate(text, fiscalYear);
        if (!read.ok) refuse(row, column, text, problemWords(read.error));
        else {
          const command = setMilestoneCommand(caseId, id, { date: read.value });
          await store(row, column, text, command, formatPartialDate(read.value, 'dotted'));
        }
      } else if (column === 'label' || column === 'note') {
        await store(row, column, text, setMilestoneCommand(caseId, id, { [column]: text.trim() }));
      }
    },
    [caseId, fiscalYear, store, refuse],
  );

  /** 分野 and 取組み of what stands already: it goes where the row says. */
  const place = useCallback(
    async (row: TableRow, column: 'group' | 'lane', text: string): Promise<void> => {
      const name = text.trim();
      if (row.kind === 'bar' || row.kind === 'milestone') {
        const at = { group: row.at.group.name, lane: row.at.lane.name, [column]: name };
        const command = placeCommand(caseId, row.kind, row.id, at);
        const before = cellText(row, column);
        await store(row, column, text, command, sameText(before, name) ? before : name);
      } else if (row.kind === 'lane') {
        const { id } = row.at.lane;
        const command: Command<unknown> =
          column === 'lane'
            ? setLaneCommand(caseId, id, { name })
            : regroupCommand(caseId, id, name);
        await store(row, column, text, command);
      } else if (row.kind === 'group') {
        const { id } = row.group;
        const command: Command<unknown> =
          column === 'group'
            ? renameGroupCommand(caseId, id, name)
            : addLaneCommand(caseId, { group: id, name });
        await store(row, column, text, command);
      }
    },
    [caseId, store],
  );

  return { storeBar, storeMilestone, place };
};

/** Says which bars that follow would now begin too early, and moves them when asked to. */
const offerFollowers = (
  roadmap: Roadmap,
  id: BarId,
  span: Span | null,
  move: (moves: readonly { readonly id: BarId; readonly span: Span }[]) => unknown,
): void => {
  if (span === null) return;
  const { followers } = cascade(roadmap, [{ id, span }]);
  if (followers.length === 0) return;
  showToast(`あとに続く帯${followers.length}本が、前の帯の終了より先に始まります。`, {
    tone: 'hint',
    action: {
      label: 'いっしょに動かす',
      onPress: () => move(followers.map((each) => ({ id: each.id, span: each.to }))),
    },
  });
};
