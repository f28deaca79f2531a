import { Check, CirclePlay, Ellipsis, NotebookPen, RotateCcw, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { ActionState } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Status } from '#ui/badge.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { settleCommand } from '../commands.ts';
import { meetingWords, type PromiseLine, type PromiseSort } from '../model.ts';
import styles from './promises-page.module.css';

type PromisesTableProps = {
  readonly lines: readonly PromiseLine[];
  readonly sort: PromiseSort;
  readonly onSort: (sort: PromiseSort) => void;
  readonly empty: ReactNode;
  /** 課題と対応 of a case, with the action marked. */
  readonly onOpenFindings: (caseId: CaseId, actionId: string) => void;
  /** 概要 of a case, where its checks are. */
  readonly onOpenFollowUps: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

type StateItem = {
  readonly state: ActionState;
  readonly label: string;
  readonly icon: ReactNode;
  readonly done: string;
};

const STATE_ITEMS: readonly StateItem[] = [
  {
    state: 'done',
    label: '済にする',
    icon: <Check aria-hidden="true" />,
    done: '対応事項を済にしました。',
  },
  {
    state: 'going',
    label: '進行中にする',
    icon: <CirclePlay aria-hidden="true" />,
    done: '対応事項を進行中にしました。',
  },
  {
    state: 'dropped',
    label: '中止にする',
    icon: <X aria-hidden="true" />,
    done: '対応事項を中止にしました。',
  },
  {
    state: 'open',
    label: '未に戻す',
    icon: <RotateCcw aria-hidden="true" />,
    done: '対応事項を未に戻しました。',
  },
];

/** A line for each promise: a press leads to its place, its menu says how far it has come. */
export const PromisesTable = ({
  lines,
  onOpenFindings,
  onOpenFollowUps,
  onOpenMeeting,
  ...rest
}: PromisesTableProps) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const columns = useMemo<readonly TableColumn<PromiseLine>[]>(() => {
    const settle = async ({ caseId, actionId }: PromiseLine, state: ActionState, done: string) => {
      const settled = await run(settleCommand(caseId, actionId, state));
      if (settled.ok) undoToast(done);
    };
    const itemsOf = (line: PromiseLine): readonly MenuAction[] => {
      const { caseId, meeting } = line;
      if (line.kind === 'followUp') {
        return [
          {
            id: 'note',
            label: '確認したことを書く',
            icon: <NotebookPen aria-hidden="true" />,
            onAction: () => onOpenFollowUps(caseId),
          },
        ];
      }
      return [
        ...STATE_ITEMS.filter(({ state }) => state !== line.state).map(
          ({ state, label, icon, done }) => ({
            id: state,
            label,
            icon,
            onAction: () => void settle(line, state, done),
          }),
        ),
        ...(meeting === null
          ? []
          : [
              {
                id: 'meeting',
                label: '会合の記録を開く',
                icon: <NotebookPen aria-hidden="true" />,
                startsGroup: true,
                onAction: () => onOpenMeeting(caseId, meeting.id),
              },
            ]),
      ];
    };
    return [
      ...dataColumns,
      {
        id: 'menu',
        label: '操作',
        align: 'end',
        width: '56px',
        cell: (line) => (
          <IconMenu
            icon={<Ellipsis aria-hidden="true" />}
            items={() => itemsOf(line)}
            label={`「${line.text}」の操作`}
          />
        ),
      },
    ];
  }, [run, undoToast, onOpenMeeting, onOpenFollowUps]);
  return (
    <DataTable
      {...rest}
      columns={columns}
      label="予定（対応事項）"
      onRowAction={({ kind, caseId, actionId }) =>
        kind === 'followUp' ? onOpenFollowUps(caseId) : onOpenFindings(caseId, actionId)
      }
      rowId={({ id }) => id}
      rows={lines}
      rowText={({ text }) => text}
    />
  );
};

const dataColumns: readonly TableColumn<PromiseLine>[] = [
  { id: 'due', label: '期限', width: '92px', isSortable: true, cell: ({ dueText }) => dueText },
  {
    id: 'state',
    label: '状態',
    width: '128px',
    isSortable: true,
    cell: ({ isLate, stateText }) =>
      isLate ? <Status tone="warning">{stateText}</Status> : stateText,
  },
  { id: 'text', label: '対応事項', isRowHeader: true, cell: ({ text }) => text },
  { id: 'owner', label: '担当', width: '11%', isSortable: true, cell: ({ owner }) => owner },
  {
    id: 'waiting',
    label: '待っている相手',
    width: '12%',
    isSortable: true,
    cell: ({ waitingFor }) => waitingFor,
  },
  { id: 'case', label: '案件', width: '16%', isSortable: true, cell: ({ caseName }) => caseName },
  {
    id: 'meeting',
    label: '会合',
    width: '15%',
    cell: (line) => <span className={styles.quiet}>{meetingWords(line)}</span>,
  },
];
