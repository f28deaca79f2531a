import { type ReactNode, useMemo } from 'react';
import { Status } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { useLatest } from '#ui/use-latest.ts';
import type { KnowHowLine } from '../model.ts';
import styles from './know-how-page.module.css';

type KnowHowTableProps = {
  readonly lines: readonly KnowHowLine[];
  readonly currentId: string | undefined;
  readonly empty: ReactNode;
  readonly onOpen: (id: string) => void;
  readonly onConfirm: (id: string) => void;
  readonly onReview: (id: string) => void;
};

/** A line for each lesson: a press opens its panel; one that nobody confirmed for a year asks whether it is true. */
export const KnowHowTable = ({ lines, currentId, empty, onOpen, ...acts }: KnowHowTableProps) => {
  const latest = useLatest(acts);
  const columns = useMemo<readonly TableColumn<KnowHowLine>[]>(
    () => [
      {
        id: 'title',
        label: 'ノウハウ',
        isRowHeader: true,
        cell: ({ row, beginning }) => (
          <>
            {row.title}
            {beginning !== '' && <span className={styles.beginning}>{beginning}</span>}
          </>
        ),
      },
      { id: 'themes', label: 'テーマ', width: '20%', cell: ({ themes }) => themes },
      { id: 'visibility', label: '公開の範囲', width: '104px', cell: (line) => line.visibility },
      {
        id: 'confirmed',
        label: '最後に確かめた日',
        width: '172px',
        cell: (line) => (
          <>
            {line.isDue ? <Status tone="warning">{dueWords(line)}</Status> : line.confirmed}
            {line.isDue && (
              <span className={styles.asks}>
                <Button
                  aria-label={`「${line.row.title}」は今も有効`}
                  onPress={() => latest.current.onConfirm(line.id)}
                  size="small"
                >
                  今も有効
                </Button>
                <Button
                  aria-label={`「${line.row.title}」を見直す`}
                  onPress={() => latest.current.onReview(line.id)}
                  size="small"
                  variant="quiet"
                >
                  見直す
                </Button>
              </span>
            )}
          </>
        ),
      },
    ],
    [latest],
  );
  return (
    <DataTable
      columns={columns}
      currentId={currentId}
      empty={empty}
      label="ノウハウ"
      onRowAction={({ id }) => onOpen(id)}
      rowId={({ id }) => id}
      rows={lines}
      rowText={({ row }) => row.title}
    />
  );
};

const dueWords = ({ confirmed, row }: KnowHowLine): string =>
  row.confirmedOn === '' ? '確かめた日なし' : `${confirmed}（1年以上前）`;
