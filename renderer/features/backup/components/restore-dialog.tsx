import { useEffect, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import type { BackupProgress, BackupSource, Generation, RestoreLine } from '#shared/ipc/backup.ts';
import { assertNever, type Problem, type Result } from '#shared/result.ts';
import { sizeWords, timeWords } from '#shared/text/clock-and-size.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { allWords, relationWords, sortedLines, unknownErasing } from '../model.ts';
import { useCopy } from '../use-copy.ts';
import styles from './backup-page.module.css';
import { CopyChoice } from './copy-choice.tsx';

type RestoreDialogProps = {
  readonly source: BackupSource;
  readonly generation: Generation;
  readonly working: BackupProgress | undefined;
  readonly onClose: () => void;
};

type Extent = 'all' | 'some' | 'copy';

const COLUMNS: readonly TableColumn<RestoreLine>[] = [
  { id: 'title', label: '案件', cell: ({ title }) => title },
  {
    id: 'relation',
    label: 'いまの記録とのちがい',
    width: '220px',
    cell: ({ relation }) => (
      <Badge tone={relation === 'same' ? 'neutral' : 'info'}>{relationWords(relation)}</Badge>
    ),
  },
];

/** What a generation would change, and the way back to it. */
export const RestoreDialog = ({ source, generation, working, onClose }: RestoreDialogProps) => {
  const lines = usePreview(source, generation);
  const [extent, setExtent] = useState<Extent>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [copied, setCopied] = useState<string>();
  const copy = useCopy(source, generation);

  const restore = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(undefined);
    if (extent === 'copy' && copied !== undefined) {
      const added = await copy(copied);
      setIsBusy(false);
      if (added.ok) onClose();
      else setProblem(added.error);
      return;
    }
    const folders = extent === 'some' ? [...chosen] : undefined;
    const prepared = await invoke('prepareRestore', {
      source,
      generation: generation.name,
      ...(folders === undefined ? {} : { folders }),
    });
    if (prepared.ok) await invoke('restartApp', undefined);
    else setProblem(prepared.error);
    setIsBusy(false);
  };

  const isReady = lines?.ok === true && isChosen(extent, chosen, copied);
  const unknown = lines?.ok
    ? unknownErasing(
        lines.value.filter(({ folder }) => {
          switch (extent) {
            case 'all':
              return true;
            case 'some':
              return chosen.has(folder);
            case 'copy':
              return folder === copied;
            default:
              return assertNever(extent);
          }
        }),
      )
    : undefined;
  return (
    <Dialog
      actions={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            やめる
          </Button>
          <Button
            isDisabled={!isReady}
            isPending={isBusy}
            onPress={() => void restore()}
            variant="primary"
          >
            {extent === 'copy' ? '写しを加える' : '戻してアプリを開き直す'}
          </Button>
        </>
      }
      isBusy={isBusy}
      isOpen
      onClose={onClose}
      size="large"
      title={`${timeWords(generation.at)} のバックアップに戻す`}
    >
      <div className={styles.parts}>
        {problem !== undefined && <Notice {...problem} tone="danger" />}
        {lines === undefined && <Loading />}
        {lines?.ok === false && <Notice {...lines.error} tone="warning" />}
        {lines?.ok && (
          <>
            <RadioGroup<Extent>
              label="戻すもの"
              onChange={setExtent}
              options={[
                { id: 'all', label: 'すべて戻す' },
                { id: 'some', label: '選んだ案件だけ戻す' },
                { id: 'copy', label: '一つの案件を、写しとしていまの案件に並べる' },
              ]}
              value={extent}
            />
            {extent === 'all' && <p>{allWords(lines.value)}</p>}
            {extent === 'copy' ? (
              <CopyChoice lines={lines.value} onChoose={setCopied} value={copied} />
            ) : (
              <>
                <div className={styles.lines}>
                  <DataTable
                    columns={COLUMNS}
                    label="バックアップの中身"
                    rowId={({ folder }) => folder}
                    rows={
                      extent === 'all'
                        ? lines.value
                        : lines.value.filter(({ relation }) => relation !== 'new')
                    }
                    rowText={({ title }) => title}
                    {...(extent === 'some' && { chosen, onChoose: setChosen })}
                  />
                </div>
                <p className={styles.quiet}>
                  いまの記録は消さずに、記録の置き場所の before-restore
                  フォルダーに残します（180日）。
                  戻したあとは、画面を作り直すのに少し時間がかかります。
                </p>
              </>
            )}
          </>
        )}
        {unknown !== undefined && <Notice {...unknown} tone="warning" />}
        {working?.work === 'restore' && (
          <ProgressBar
            label="バックアップを読み出しています。"
            onCancel={() => void invoke('cancelBackup', undefined)}
            {...(working.all > 0 && {
              max: working.all,
              value: working.done,
              valueLabel: `${sizeWords(working.done)} / ${sizeWords(working.all)}`,
            })}
          />
        )}
      </div>
    </Dialog>
  );
};

const isChosen = (
  extent: Extent,
  chosen: ReadonlySet<string>,
  copied: string | undefined,
): boolean => {
  switch (extent) {
    case 'all':
      return true;
    case 'some':
      return chosen.size > 0;
    case 'copy':
      return copied !== undefined;
  }
};

/** Undefined while it is compared. */
const usePreview = (
  source: BackupSource,
  { name }: Generation,
): Result<readonly RestoreLine[]> | undefined => {
  const [lines, setLines] = useState<Result<readonly RestoreLine[]>>();
  useEffect(() => {
    let isWanted = true;
    void invoke('previewRestore', { source, generation: name }).then((answer) => {
      if (!isWanted) return;
      setLines(answer.ok ? { ok: true, value: sortedLines(answer.value) } : answer);
    });
    return () => {
      isWanted = false;
    };
  }, [source, name]);
  return lines;
};
