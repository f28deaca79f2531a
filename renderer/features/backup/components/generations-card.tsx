import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BackupState, Generation } from '#shared/ipc/backup.ts';
import type { Result } from '#shared/result.ts';
import { sizeWords, timeWords } from '#shared/text/clock-and-size.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PassphraseDialog } from '#ui/passphrase-dialog.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { SOURCE_NAMES, stateWords } from '../model.ts';
import { useGenerations } from '../use-generations.ts';
import styles from './backup-page.module.css';
import { RestoreDialog } from './restore-dialog.tsx';

type GenerationsCardProps = {
  readonly state: BackupState;
  readonly onResult: (result: Result<unknown>) => void;
};

/** What can be restored, from where. */
export const GenerationsCard = ({ state, onResult }: GenerationsCardProps) => {
  const generations = useGenerations(state, onResult);
  const { source, sources, list, choose, open } = generations;
  const [restored, setRestored] = useState<Generation>();
  const columns = useMemo(() => columnsOf(setRestored), []);
  return (
    <Card
      actions={
        <Button onPress={() => void open()} size="small">
          別のフォルダーを開く…
        </Button>
      }
      note={list?.ok ? `${list.value.generations.length}件` : undefined}
      title="バックアップから戻す"
    >
      {sources.length > 1 && source !== undefined && (
        <div className={styles.tools}>
          <SegmentedControl
            label="どこのバックアップを見るか"
            onChange={choose}
            options={sources.map((id) => ({ id, label: SOURCE_NAMES[id] }))}
            value={source}
          />
        </div>
      )}
      {source === undefined && (
        <EmptyState
          icon={<History aria-hidden="true" />}
          title="戻せるバックアップはまだありません"
        >
          ほかのパソコンでとったバックアップがあるときは、「別のフォルダーを開く」で「banso-backup」というフォルダーを選んでください。
        </EmptyState>
      )}
      {source !== undefined && list === undefined && <Loading />}
      {source !== undefined && list?.ok === false && <Notice {...list.error} tone="warning" />}
      {source !== undefined && list?.ok && (
        <>
          {source === 'opened' && <p className={styles.path}>{list.value.path}</p>}
          {list.value.generations.length === 0 ? (
            <EmptyState title="まだバックアップがありません">
              「今すぐバックアップする」を押すと、ここに並びます。
            </EmptyState>
          ) : (
            <DataTable
              columns={columns}
              label="残っているバックアップ"
              rowId={({ name }) => name}
              rows={list.value.generations}
              rowText={({ at }) => timeWords(at)}
            />
          )}
        </>
      )}
      {generations.isLocked && (
        <PassphraseDialog
          action="開く"
          isNew={false}
          onClose={generations.giveUp}
          onPassphrase={generations.unlock}
          title="このバックアップには合言葉がかかっています"
        />
      )}
      {restored !== undefined && source !== undefined && (
        <RestoreDialog
          generation={restored}
          onClose={() => setRestored(undefined)}
          source={source}
          working={state.working}
        />
      )}
    </Card>
  );
};

const columnsOf = (
  onRestore: (generation: Generation) => void,
): readonly TableColumn<Generation>[] => [
  { id: 'at', label: '日時', cell: ({ at }) => timeWords(at) },
  {
    id: 'by',
    label: 'だれのパソコン',
    cell: ({ by, isOwn }) => (isOwn ? `${by || '名前なし'}（このパソコン）` : by || '名前なし'),
  },
  {
    id: 'cases',
    label: '案件',
    align: 'end',
    width: '80px',
    cell: ({ cases, state }) => (isReadable(state) ? `${cases}件` : '—'),
  },
  {
    id: 'bytes',
    label: '大きさ',
    align: 'end',
    width: '110px',
    cell: ({ bytes, state }) => (isReadable(state) ? sizeWords(bytes) : '—'),
  },
  {
    id: 'state',
    label: '状態',
    width: '170px',
    cell: ({ state }) => (
      <Badge tone={state === 'whole' ? 'success' : 'warning'}>{stateWords(state)}</Badge>
    ),
  },
  {
    id: 'restore',
    label: '操作',
    width: '96px',
    cell: (generation) => (
      <Button
        aria-label={`${timeWords(generation.at)}に戻す`}
        isDisabled={generation.state !== 'whole'}
        onPress={() => onRestore(generation)}
        size="small"
      >
        戻す…
      </Button>
    ),
  },
];

const isReadable = (state: Generation['state']): boolean =>
  state === 'whole' || state === 'incomplete';
