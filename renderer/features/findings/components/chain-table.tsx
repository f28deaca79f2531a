import { type ReactNode, useMemo } from 'react';
import type { Day } from '#shared/dates/types.ts';
import { dueText, isLate } from '#shared/domain/meeting/action.ts';
import { reasonWords } from '#shared/domain/meeting/finding-reason.ts';
import {
  ACTION_STATE_NAMES,
  FINDING_KIND_NAMES,
  type FindingRow,
} from '#shared/domain/meeting/meeting.ts';
import { Status } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { type ChainLine, type ChainSort, resultWords } from '../chain-lines.ts';
import styles from './findings-page.module.css';

type ChainTableProps = {
  readonly lines: readonly ChainLine[];
  readonly today: Day;
  readonly sort: ChainSort | undefined;
  readonly onSort: (sort: ChainSort) => void;
  readonly empty: ReactNode;
  /** Shows a finding or an action with its links. */
  readonly onGoTo: (id: string) => void;
};

/** The chain as a table: a line for each finding with each of its answers. */
export const ChainTable = ({ lines, today, onGoTo, ...rest }: ChainTableProps) => {
  const columns = useMemo(() => columnsOn(today), [today]);
  return (
    <Card className={styles.table} padding="none">
      <DataTable
        {...rest}
        columns={columns}
        label="課題と対応（表）"
        onRowAction={({ finding, action }) =>
          onGoTo(action?.action.id ?? finding?.finding.id ?? '')
        }
        rowId={({ id }) => id}
        rowText={({ finding, action }) => finding?.finding.text ?? action?.action.text ?? ''}
        rows={lines}
      />
    </Card>
  );
};

/** A decision with why, below it. */
const withReason = (finding: FindingRow): ReactNode => {
  const reason = reasonWords(finding);
  return reason === '' ? (
    finding.text
  ) : (
    <>
      {finding.text}
      <div className={styles.done}>{reason}</div>
    </>
  );
};

const columnsOn = (today: Day): readonly TableColumn<ChainLine>[] => [
  {
    id: 'kind',
    label: '種類',
    width: '76px',
    isSortable: true,
    cell: ({ finding }) => finding && FINDING_KIND_NAMES[finding.finding.kind],
  },
  {
    id: 'finding',
    label: '課題・気づき',
    isRowHeader: true,
    cell: ({ finding }) => finding && withReason(finding.finding),
  },
  { id: 'place', label: '会合', width: '92px', cell: ({ place }) => place },
  { id: 'action', label: '対応', width: '22%', cell: ({ action }) => action?.action.text },
  {
    id: 'owner',
    label: '担当',
    width: '92px',
    isSortable: true,
    cell: ({ action }) => action?.action.owner,
  },
  {
    id: 'due',
    label: '期限',
    width: '84px',
    isSortable: true,
    cell: ({ action }) => action && dueText(action.action),
  },
  {
    id: 'state',
    label: '状態',
    width: '84px',
    isSortable: true,
    cell: ({ action }) =>
      action &&
      (isLate(action.action, today) ? (
        <Status tone="warning">期限切れ</Status>
      ) : (
        ACTION_STATE_NAMES[action.action.state]
      )),
  },
  {
    id: 'roadmap',
    label: 'ロードマップ',
    width: '116px',
    cell: ({ action }) => action?.items.map(({ name }) => name).join('、'),
  },
  {
    id: 'result',
    label: '結果',
    width: '13%',
    cell: ({ action }) => action && resultWords(action.action),
  },
];
