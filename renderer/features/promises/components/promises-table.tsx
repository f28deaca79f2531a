import { Check, Ellipsis, NotebookPen, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { NamedMeeting } from '#shared/domain/digest/digest.ts';
import type { ActionState } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Status } from '#ui/badge.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { settleCommand } from '../commands.ts';
import type { PromiseLine } from '../model.ts';
import styles from './promises-page.module.css';

type PromisesTableProps = {
  readonly lines: readonly PromiseLine[];
  readonly empty: ReactNode;
  readonly onOpenFindings: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** A line for each promise: a press leads to its place, its menu settles it here. */
export const PromisesTable = ({
  lines,
  empty,
  onOpenFindings,
  onOpenMeeting,
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
      return [
        {
          id: 'done',
          label: '済にする',
          icon: <Check aria-hidden="true" />,
          onAction: () => void settle(line, 'done', '対応事項を済にしました。'),
        },
        {
          id: 'dropped',
          label: '取りやめる',
          icon: <X aria-hidden="true" />,
          onAction: () => void settle(line, 'dropped', '対応事項を取りやめました。'),
        },
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
  }, [run, undoToast, onOpenMeeting]);
  return (
    <DataTable
      columns={columns}
      empty={empty}
      label="約束・宿題"
      onRowAction={({ caseId }) => onOpenFindings(caseId)}
      rowId={({ id }) => id}
      rows={lines}
      rowText={({ text }) => text}
    />
  );
};

const dataColumns: readonly TableColumn<PromiseLine>[] = [
  {
    id: 'due',
    label: '期限',
    width: '92px',
    cell: ({ dueText }) => dueText || <span className={styles.quiet}>なし</span>,
  },
  {
    id: 'state',
    label: '状態',
    width: '128px',
    cell: ({ isLate, state }) => (isLate ? <Status tone="warning">{state}</Status> : state),
  },
  { id: 'text', label: '約束・宿題', isRowHeader: true, cell: ({ text }) => text },
  { id: 'owner', label: '担当', width: '13%', cell: ({ owner }) => owner },
  { id: 'case', label: '案件', width: '18%', cell: ({ caseName }) => caseName },
  {
    id: 'meeting',
    label: '会合',
    width: '17%',
    cell: ({ meeting }) => (
      <span className={styles.quiet}>{meeting === null ? '案件全体' : meetingWords(meeting)}</span>
    ),
  },
];

/** 8/3 0.5次ミーティング */
const meetingWords = ({ date, title }: NamedMeeting): string =>
  date === '' ? title : `${formatPartialDate(date, 'short')} ${title}`;
