import { useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { ListedFile } from '#data/log-files/log-files.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { type FileLine, fileLines, sizeWords } from '../model.ts';
import { casesQuery } from '../queries.ts';
import { useLogFiles } from '../use-log-files.ts';
import { FilePeek } from './file-peek.tsx';
import styles from './log-files.module.css';

type LogFilesPageProps = { readonly onBack: () => void };

/** 記録ファイル: what lies on the disk, for whoever looks after it. */
export const LogFilesPage = ({ onBack }: LogFilesPageProps) => {
  const { list, ...files } = useLogFiles();
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: '設定', onPress: onBack }]}
          subtitle="情報担当の方のための画面です。見るだけで、ファイルは変わりません"
          title="記録ファイル"
        />
      }
    >
      <PageBody layout="fill">
        {list.state === 'ready' ? (
          <Files {...files} files={list.files} problems={list.problems} />
        ) : (
          <div className={styles.main}>
            {list.state === 'loading' ? <Loading /> : <Notice {...list.problem} tone="danger" />}
          </div>
        )}
      </PageBody>
    </Page>
  );
};

type FilesProps = Omit<ReturnType<typeof useLogFiles>, 'list'> & {
  readonly files: readonly ListedFile[];
  readonly problems: Extract<
    ReturnType<typeof useLogFiles>['list'],
    { readonly state: 'ready' }
  >['problems'];
};

const COLUMNS: readonly TableColumn<FileLine>[] = [
  { id: 'document', label: '案件', isRowHeader: true, cell: ({ document }) => document },
  { id: 'owner', label: '書いたパソコン', width: '150px', cell: ({ owner }) => owner },
  {
    id: 'edits',
    label: '編集の数',
    align: 'end',
    width: '100px',
    cell: ({ file }) => file.head.seq.toLocaleString('ja-JP'),
  },
  { id: 'size', label: '大きさ', align: 'end', width: '100px', cell: ({ size }) => size },
  {
    id: 'state',
    label: '状態',
    width: '270px',
    cell: ({ state }) => <Badge tone={state.tone}>{state.words}</Badge>,
  },
];
/** Beside an open panel there is room for what tells the lines apart. */
const FEW = new Set(['document', 'owner', 'state']);

const Files = ({ files, problems, checked, progress, check, checkAll, stop }: FilesProps) => {
  const loaded = useLive(casesQuery);
  const [openId, setOpenId] = useState<string>();
  const lines = useMemo(
    () => fileLines(files, loaded.state === 'ready' ? loaded.value : [], checked),
    [files, loaded, checked],
  );
  const open = lines.find(({ id }) => id === openId);
  const bytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
  const look = (line: FileLine): void => {
    setOpenId(line.id);
    if (line.checked === undefined) void check(line.file);
  };
  return (
    <>
      <div className={styles.main}>
        {problems.map((problem) => (
          <Notice {...problem} key={problem.happened} tone="warning" />
        ))}
        <div className={styles.tools}>
          <span className={styles.count}>
            {`${files.length.toLocaleString('ja-JP')}ファイル・${sizeWords(bytes)}・調べたもの ${checked.size}件`}
          </span>
          {progress === undefined ? (
            <Button onPress={() => void checkAll(lines.map(({ file }) => file))} size="small">
              すべて調べる
            </Button>
          ) : (
            <div className={styles.progress}>
              <ProgressBar
                label="調べています"
                max={progress.all}
                onCancel={stop}
                value={progress.done}
                valueLabel={`${progress.done} / ${progress.all}件`}
              />
            </div>
          )}
        </div>
        <Card className={styles.card} padding="none">
          <DataTable
            columns={open === undefined ? COLUMNS : COLUMNS.filter(({ id }) => FEW.has(id))}
            currentId={open?.id}
            empty={<p className={styles.empty}>記録ファイルはまだありません</p>}
            label="記録ファイル"
            onRowAction={look}
            rowId={({ id }) => id}
            rows={lines}
            rowText={({ document }) => document}
          />
        </Card>
      </div>
      {open !== undefined && (
        <FilePeek key={open.id} line={open} onClose={() => setOpenId(undefined)} />
      )}
    </>
  );
};
