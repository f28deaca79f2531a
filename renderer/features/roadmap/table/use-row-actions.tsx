import { Copy, PanelRight, Pencil, Plus, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useCallback, useRef } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { LOST_GROUP, LOST_LANE, type Roadmap } from '#shared/domain/roadmap/model.ts';
import { clip } from '#shared/text/limits.ts';
import type { GridCursor } from '#ui/grid/use-cursor.ts';
import type { MenuAction } from '#ui/menu.tsx';
import { showToast } from '#ui/toast-queue.ts';
import {
  duplicateBarCommand,
  removeBarCommand,
  removeGroupCommand,
  removeLaneCommand,
  removeMilestoneCommand,
} from '../commands.ts';
import type { NamedRow } from '../menus/use-remove-row.ts';
import { FIRST_COLUMN } from './columns.ts';
import { rowWords, type TableRow } from './rows.ts';
import type { RoadmapTableProps } from './table-props.ts';
import { dropRow, newRowId, putCells } from './typed-cells.ts';

import type { RoadmapTableModel } from './use-table.ts';

type RowActionsOptions = {
  readonly caseId: CaseId;
  readonly table: RoadmapTableModel;
  readonly roadmap: Roadmap;
  readonly cursor: GridCursor<TableRow>;
  readonly onOpen: RoadmapTableProps['onOpen'];
  /** Asks for another name of a row's lane or group. */
  readonly onRename: (place: NamedRow) => void;
};

type RowActions = {
  readonly menuFor: (row: TableRow) => readonly MenuAction[];
  /** Returns whether the key was one of a row's. */
  readonly onKey: (event: KeyboardEvent, row: TableRow) => boolean;
};

/** What can be done with a whole row. */
export const useRowActions = (options: RowActionsOptions): RowActions => {
  const undoToast = useUndoToast();
  const run = useRun();
  const latest = useRef(options);
  latest.current = options;

  const addBelow = useCallback((row: TableRow): void => {
    const { table, cursor } = latest.current;
    const id = newRowId();
    const place = 'at' in row ? { group: row.at.group.name, lane: row.at.lane.name } : null;
    table.change((typed) => {
      const added = { ...typed, added: [...typed.added, { id, after: row.id }] };
      if (place === null) return added;
      return putCells(added, id, {
        group: { text: place.group, error: null },
        lane: { text: place.lane, error: null },
      });
    });
    cursor.goTo({ kind: 'new', id }, FIRST_COLUMN);
  }, []);

  const remove = useCallback(
    async (row: TableRow): Promise<void> => {
      const { caseId, table } = latest.current;
      if (row.kind === 'new') {
        let before = null as Parameters<typeof table.change>[0] extends (t: infer T) => unknown
          ? T | null
          : never;
        table.change((typed) => {
          before = typed;
          return dropRow(typed, row.id);
        });
        const kept = before;
        if (kept === null || !kept.cells.has(row.id)) return;
        showToast('書きかけの行を消しました。', {
          action: { label: '元に戻す', onPress: () => table.change(() => kept) },
        });
        return;
      }
      if (row.kind === 'milestone' && row.milestone.derived) {
        showToast('支援の流れの会合に連動している節目です。取組みの表示を変えると消えます。', {
          tone: 'hint',
        });
        return;
      }
      const command =
        row.kind === 'bar'
          ? removeBarCommand(caseId, row.bar.id, row.bar.label)
          : row.kind === 'milestone'
            ? removeMilestoneCommand(caseId, row.milestone.id, row.milestone.label)
            : row.kind === 'lane'
              ? removeLaneCommand(caseId, row.at.lane.id, row.at.lane.name)
              : removeGroupCommand(caseId, row.group.id, row.group.name);
      const done = await run<unknown>(command);
      if (!done.ok) return;
      undoToast(`${clip(rowWords(row), 30)}を削除しました。`);
    },
    [run, undoToast],
  );

  const duplicate = useCallback(
    async (row: TableRow): Promise<void> => {
      const { caseId, cursor } = latest.current;
      if (row.kind !== 'bar') return;
      const done = await run(duplicateBarCommand(caseId, row.bar.id));
      if (done.ok) cursor.goTo({ kind: 'new', id: done.value }, FIRST_COLUMN);
    },
    [run],
  );

  const menuFor = useCallback(
    (row: TableRow): readonly MenuAction[] => {
      const { onOpen, onRename, table } = latest.current;
      const cells = table.typed.cells.get(row.id);
      const isOwn = row.kind === 'bar' || (row.kind === 'milestone' && !row.milestone.derived);
      return [
        ...(isOwn && onOpen !== undefined
          ? [
              {
                id: 'open',
                label: 'くわしく',
                icon: <PanelRight aria-hidden="true" />,
                shortcut: 'Ctrl Enter',
                onAction: () =>
                  onOpen({ kind: row.kind === 'bar' ? 'bar' : 'milestone', id: row.id }),
              },
            ]
          : []),
        {
          id: 'add',
          label: '下に行を追加',
          icon: <Plus aria-hidden="true" />,
          shortcut: 'Insert',
          onAction: () => addBelow(row),
        },
        {
          id: 'duplicate',
          label: '帯を複製',
          icon: <Copy aria-hidden="true" />,
          shortcut: 'Ctrl D',
          isDisabled: row.kind !== 'bar',
          onAction: () => void duplicate(row),
        },
        ...(cells !== undefined && row.kind !== 'new'
          ? [
              {
                id: 'discard',
                label: '書きかけを消す',
                icon: <Undo2 aria-hidden="true" />,
                onAction: () => table.change((typed) => dropRow(typed, row.id)),
              },
            ]
          : []),
        ...renames(row, onRename),
        {
          id: 'remove',
          label: REMOVE_WORDS[row.kind],
          icon: <Trash2 aria-hidden="true" />,
          shortcut: 'Ctrl Delete',
          tone: 'danger',
          startsGroup: true,
          isDisabled:
            (row.kind === 'milestone' && row.milestone.derived) ||
            (row.kind === 'new' && cells === undefined),
          onAction: () => void remove(row),
        },
      ];
    },
    [addBelow, duplicate, remove],
  );

  const onKey = useCallback(
    (event: KeyboardEvent, row: TableRow): boolean => {
      const isWith = event.ctrlKey || event.metaKey;
      if (event.altKey) return false;
      if (!isWith && event.key === 'Insert') addBelow(row);
      else if (isWith && event.key.toLowerCase() === 'd') void duplicate(row);
      else if (isWith && event.key === 'Delete') void remove(row);
      else if (isWith && event.key === 'Enter') {
        if (row.kind !== 'bar' && row.kind !== 'milestone') return false;
        latest.current.onOpen?.({ kind: row.kind, id: row.id });
      } else return false;
      return true;
    },
    [addBelow, duplicate, remove],
  );

  return { menuFor, onKey };
};

/** Typing over 分野 or 取組み moves a row elsewhere: their names are changed here. */
const renames = (row: TableRow, onRename: RowActionsOptions['onRename']): readonly MenuAction[] => {
  const group = row.kind === 'group' ? row.group : 'at' in row ? row.at.group : null;
  const lane = 'at' in row ? row.at.lane : null;
  return [
    ...(lane !== null && lane.id !== LOST_LANE
      ? [
          {
            id: 'lane',
            label: '取組みの名前を変える…',
            icon: <Pencil aria-hidden="true" />,
            startsGroup: true,
            onAction: () => onRename({ kind: 'lane', item: lane }),
          },
        ]
      : []),
    ...(group !== null && group.id !== LOST_GROUP
      ? [
          {
            id: 'group',
            label: '分野の名前を変える…',
            icon: <Pencil aria-hidden="true" />,
            onAction: () => onRename({ kind: 'group', item: group }),
          },
        ]
      : []),
  ];
};

const REMOVE_WORDS: Readonly<Record<TableRow['kind'], string>> = {
  bar: '帯を削除',
  milestone: '節目を削除',
  lane: '取組みを削除',
  group: '分野を削除',
  new: '行を消す',
};
