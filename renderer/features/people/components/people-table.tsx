import { Ellipsis, Trash2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { ROLE_NAMES } from '#shared/domain/office/office.ts';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { removeOrganization, removePerson } from '../commands.ts';
import type { WhoLine, WhoView } from '../model.ts';
import styles from './people.module.css';
import type { WhoPlaces } from './places.ts';

type PeopleTableProps = {
  readonly view: WhoView;
  readonly lines: readonly WhoLine[];
  readonly empty: ReactNode;
  readonly places: WhoPlaces;
};

/** A line for each person or body: a press leads to its page. */
export const PeopleTable = ({ view, lines, empty, places }: PeopleTableProps) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const columns = useMemo<readonly TableColumn<WhoLine>[]>(() => {
    const remove = async ({ id, kind, name }: WhoLine) => {
      const removed = await run(kind === 'person' ? removePerson(id) : removeOrganization(id));
      if (removed.ok) undoToast(`${name}を削除しました。`);
    };
    return [
      ...columnsOf(view),
      {
        id: 'menu',
        label: '操作',
        align: 'end',
        width: '56px',
        cell: (line) => (
          <IconMenu
            icon={<Ellipsis aria-hidden="true" />}
            items={() => [
              {
                id: 'remove',
                label: '削除',
                icon: <Trash2 aria-hidden="true" />,
                tone: 'danger',
                onAction: () => void remove(line),
              },
            ]}
            label={`${line.name}の操作`}
          />
        ),
      },
    ];
  }, [view, run, undoToast]);
  return (
    <DataTable
      columns={columns}
      empty={empty}
      label={view === 'people' ? '人' : '機関'}
      onRowAction={({ id, kind }) => places[kind](id)}
      rowId={({ id }) => id}
      rows={lines}
      rowText={({ name }) => name}
    />
  );
};

const columnsOf = (view: WhoView): readonly TableColumn<WhoLine>[] => [
  {
    id: 'name',
    label: '名前',
    isRowHeader: true,
    width: '30%',
    cell: ({ name, kana }) => (
      <>
        {name}
        {kana !== '' && <span className={styles.kana}>{kana}</span>}
      </>
    ),
  },
  {
    id: 'role',
    label: view === 'people' ? '立場' : '種別',
    width: '18%',
    cell: ({ role }) =>
      role === 'unknown' ? <span className={styles.quiet}>未設定</span> : ROLE_NAMES[role],
  },
  {
    id: 'where',
    label: view === 'people' ? 'いまの所属・役職' : '上位の機関・市町村',
    cell: ({ where }) => where,
  },
  { id: 'contact', label: '連絡先', width: '20%', cell: ({ contact }) => contact },
];
