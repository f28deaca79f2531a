import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import type { BinLine } from '../model.ts';
import styles from './bin-page.module.css';

type BinTableProps = {
  readonly lines: readonly BinLine[];
  readonly currentId: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (line: BinLine) => void;
};

const COLUMNS: readonly TableColumn<BinLine>[] = [
  { id: 'kind', label: '種類', width: '110px', cell: ({ kind }) => kind },
  { id: 'name', label: '名前', isRowHeader: true, cell: ({ name }) => name },
  { id: 'place', label: '案件', width: '20%', cell: ({ place }) => place },
  {
    id: 'together',
    label: 'いっしょに戻るもの',
    width: '20%',
    cell: ({ together }) => <span className={styles.quiet}>{together}</span>,
  },
  { id: 'day', label: '削除した日', width: '150px', cell: ({ day }) => day },
  {
    id: 'left',
    label: '残り',
    width: '80px',
    align: 'end',
    cell: ({ daysLeft }) => (daysLeft === 0 ? '今日まで' : `${daysLeft}日`),
  },
];

/** Beside an open panel there is room for what tells the lines apart. */
const FEW = new Set(['kind', 'name', 'place', 'left']);

/** A line for each deletion; a press shows what was in it. */
export const BinTable = ({ lines, currentId, chosen, onChoose, onOpen }: BinTableProps) => (
  <DataTable
    chosen={chosen}
    columns={currentId === undefined ? COLUMNS : COLUMNS.filter(({ id }) => FEW.has(id))}
    currentId={currentId}
    empty={<p className={styles.empty}>あてはまるものがありません</p>}
    label="ごみ箱"
    onChoose={onChoose}
    onRowAction={onOpen}
    rowId={({ id }) => id}
    rows={lines}
    rowText={({ name }) => name}
  />
);
