import { Ellipsis, FolderOpen, Trash2 } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { askAhead, useRun, useWorkspace } from '#adapters/store/store.tsx';
import { PROGRAMME_NAMES, type Programme } from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Badge, Status } from '#ui/badge.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { CASE_COLUMNS, type CaseLine, type CaseSort, sortCaseLines } from '../case-lines.ts';
import { removeCaseCommand, restoreCaseCommand } from '../commands.ts';
import { caseHead } from '../queries.ts';
import styles from './cases-table.module.css';

type CasesTableProps = {
  readonly lines: readonly CaseLine[];
  readonly empty: ReactNode;
  readonly onOpenCase: (id: CaseId) => void;
  readonly onPointAtCase?: ((id: CaseId) => void) | undefined;
};

/** Lines of cases: sorted by any column, opened by click or Enter, put into the bin by the row's menu. */
export const CasesTable = ({ lines, empty, onOpenCase, onPointAtCase }: CasesTableProps) => {
  const [sort, setSort] = useState<CaseSort>({ column: 'municipality', direction: 'ascending' });
  const [removing, setRemoving] = useState<CaseLine>();
  const sorted = useMemo(() => sortCaseLines(lines, sort), [lines, sort]);
  const run = useRun();
  const workspace = useWorkspace();

  const columns = useMemo<readonly TableColumn<CaseLine>[]>(
    () => [
      ...dataColumns,
      {
        id: 'menu',
        label: '操作',
        align: 'end',
        width: '56px',
        cell: (line) => (
          <IconMenu
            icon={<Ellipsis aria-hidden="true" />}
            items={[
              {
                id: 'open',
                label: '開く',
                icon: <FolderOpen aria-hidden="true" />,
                onAction: () => onOpenCase(line.id),
              },
              {
                id: 'remove',
                label: '削除',
                icon: <Trash2 aria-hidden="true" />,
                tone: 'danger',
                startsGroup: true,
                onAction: () => setRemoving(line),
              },
            ]}
            label={`${line.name}の操作`}
          />
        ),
      },
    ],
    [onOpenCase],
  );

  const remove = async (line: CaseLine) => {
    setRemoving(undefined);
    const result = await run(removeCaseCommand(line.id, line.name));
    if (!result.ok) return;
    showToast(`${line.name}の案件をごみ箱に入れました。`, {
      action: {
        label: '元に戻す',
        onPress: () => void run(restoreCaseCommand(line.id, line.name)),
      },
    });
  };

  return (
    <>
      <DataTable
        columns={columns}
        empty={empty}
        label="案件"
        onRowAction={(line) => onOpenCase(line.id)}
        onRowPointed={({ id }) => {
          void askAhead(workspace, caseHead(id));
          onPointAtCase?.(id);
        }}
        onSort={({ column, direction }) => {
          const known = CASE_COLUMNS.find((each) => each === column);
          if (known !== undefined) setSort({ column: known, direction });
        }}
        rowId={(line) => line.id}
        rowText={(line) => line.name}
        rows={sorted}
        sort={sort}
      />
      <ConfirmDialog
        confirmLabel="削除する"
        isOpen={removing !== undefined}
        onCancel={() => setRemoving(undefined)}
        onConfirm={() => removing && void remove(removing)}
        title={`${removing?.name ?? ''}の案件を削除しますか`}
        tone="danger"
      >
        会合や記録もいっしょにごみ箱に入ります。180日のあいだ、「ごみ箱」から元に戻せます。
      </ConfirmDialog>
    </>
  );
};

const PROGRAMME_MARKS: Readonly<Record<Programme, string>> = {
  national: '国',
  prefectural: '県',
  other: '',
};

const dataColumns: readonly TableColumn<CaseLine>[] = [
  {
    id: 'municipality',
    label: '市町村',
    isSortable: true,
    isRowHeader: true,
    width: '15%',
    cell: (line) => (
      <span className={styles.name}>
        {line.name}
        {PROGRAMME_MARKS[line.programme] !== '' && <Badge>{PROGRAMME_MARKS[line.programme]}</Badge>}
      </span>
    ),
  },
  {
    id: 'theme',
    label: 'テーマ',
    isSortable: true,
    cell: (line) =>
      line.theme === '' ? (
        <Quiet>未定</Quiet>
      ) : (
        <span className={styles.theme} title={line.theme}>
          {line.theme}
        </span>
      ),
  },
  {
    id: 'programme',
    label: '事業',
    isSortable: true,
    width: '17%',
    cell: (line) => (
      <span className={styles.theme} title={line.programmeName}>
        {line.programmeName || PROGRAMME_NAMES[line.programme]}
      </span>
    ),
  },
  { id: 'stage', label: '段階', isSortable: true, width: '13%', cell: (line) => line.stageText },
  {
    id: 'next',
    label: '次の会合',
    isSortable: true,
    width: '15%',
    cell: (line) =>
      line.next === null ? (
        line.lacksNext ? (
          <Status tone="warning">未定</Status>
        ) : (
          <Quiet>未定</Quiet>
        )
      ) : (
        <span className={styles.dated}>
          <span className={styles.date}>{line.next.dateText}</span>
          {line.next.title}
        </span>
      ),
  },
  {
    id: 'contact',
    label: '最後の接触',
    isSortable: true,
    width: '14%',
    cell: (line) => <LastContact line={line} />,
  },
];

const LastContact = ({ line: { contact } }: { readonly line: CaseLine }) => {
  if (contact === null) return <Quiet>まだなし</Quiet>;
  const days = contact.days === 0 ? '今日' : `${contact.days.toLocaleString('ja-JP')}日前`;
  const words = contact.approximate ? `約${days}` : days;
  return (
    <span className={styles.dated}>
      {contact.isLong ? <Status tone="warning">{words}・連絡を</Status> : <span>{words}</span>}
      <Quiet>{contact.dateText}</Quiet>
    </span>
  );
};

const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.quiet}>{children}</span>
);
