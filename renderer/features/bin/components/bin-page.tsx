import { Eraser, RotateCcw, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { ErasedRecord } from '#data/erasing/erasure.ts';
import type { Day } from '#shared/dates/types.ts';
import { BIN_DAYS } from '#shared/domain/record/bin.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { deletedIn, emptyCommand, restoreCommand } from '../commands.ts';
import { type BinLine, binLines, filterLines } from '../model.ts';
import { binQuery } from '../queries.ts';
import styles from './bin-page.module.css';
import { BinPeek } from './bin-peek.tsx';
import { BinTable } from './bin-table.tsx';

type BinPageProps = {
  readonly today: Day;
  /** Goes to where records are erased for good. */
  readonly onErase: (records: readonly ErasedRecord[]) => void;
};

/** ごみ箱: whatever was deleted in the last 180 days, with what went with it and its way back. */
export const BinPage = ({ today, onErase }: BinPageProps) => {
  const loaded = useLive(useMemo(() => binQuery(today), [today]));
  const lines = useMemo(
    () => (loaded.state === 'ready' ? binLines(loaded.value, today) : undefined),
    [loaded, today],
  );
  return (
    <Page
      header={
        <PageHeader
          subtitle={`削除したものは${BIN_DAYS}日のあいだ、ここから元に戻せます`}
          title="ごみ箱"
          variant="plain"
        />
      }
    >
      <PageBody layout="fill">
        {lines !== undefined && lines.length > 0 ? (
          <Bin lines={lines} onErase={onErase} />
        ) : (
          <div className={styles.main}>
            {loaded.state === 'loading' && <Loading />}
            {loaded.state === 'failed' && (
              <Notice
                happened="ごみ箱を読み込めませんでした。"
                safe="中身はそのまま残っています。"
                todo="アプリを開き直してください。"
                tone="danger"
              />
            )}
            {lines?.length === 0 && (
              <Card>
                <EmptyState icon={<Trash2 aria-hidden="true" />} title="ごみ箱は空です">
                  会合や課題、案件などを削除すると、{BIN_DAYS}日のあいだここに残ります。
                </EmptyState>
              </Card>
            )}
          </div>
        )}
      </PageBody>
    </Page>
  );
};

const Bin = ({
  lines,
  onErase,
}: { readonly lines: readonly BinLine[] } & Pick<BinPageProps, 'onErase'>) => {
  const run = useRun();
  const undoToast = useUndoToast();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [openId, setOpenId] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const shown = useMemo(() => filterLines(lines, text), [lines, text]);
  const picked = shown.filter(({ id }) => chosen.has(id));
  const open = shown.find(({ id }) => id === openId);

  const restore = async (restored: readonly BinLine[]): Promise<void> => {
    let count = 0;
    for (const line of restored) if ((await run(restoreCommand(line))).ok) count += 1;
    setChosen(new Set());
    const [only] = restored;
    if (count === 1 && only !== undefined)
      undoToast(`${only.kind}「${only.name}」を元に戻しました。`);
    else if (count > 1) undoToast(`${count}件を元に戻しました。`);
  };
  const empty = async (): Promise<void> => {
    setIsAsking(false);
    const emptied = await run(emptyCommand(picked));
    setChosen(new Set());
    if (emptied.ok) undoToast(`${picked.length}件をごみ箱から消しました。`);
  };

  return (
    <>
      <div className={styles.main}>
        <div className={styles.tools}>
          <SearchField
            className={styles.search}
            label="ごみ箱を絞り込む"
            onChange={setText}
            placeholder="種類、名前、市町村で絞り込む"
            value={text}
          />
          <span className={styles.count}>
            {picked.length > 0 ? `${picked.length}件を選択中` : `${shown.length}件`}
          </span>
          <Button
            icon={<RotateCcw aria-hidden="true" />}
            isDisabled={picked.length === 0}
            onPress={() => void restore(picked)}
          >
            選んだものを元に戻す
          </Button>
          <Button
            icon={<Trash2 aria-hidden="true" />}
            isDisabled={picked.length === 0}
            onPress={() => setIsAsking(true)}
            variant="quiet"
          >
            ごみ箱から消す…
          </Button>
          <Button
            icon={<Eraser aria-hidden="true" />}
            isDisabled={picked.length === 0}
            onPress={() => onErase(picked.flatMap(deletedIn))}
            variant="quiet"
          >
            完全に消す…
          </Button>
        </div>
        <Card className={styles.card} padding="none">
          <BinTable
            chosen={chosen}
            currentId={open?.id}
            lines={shown}
            onChoose={setChosen}
            onOpen={({ id }) => setOpenId(id)}
          />
        </Card>
      </div>
      {open !== undefined && (
        <BinPeek
          key={open.id}
          line={open}
          onClose={() => setOpenId(undefined)}
          onRestore={() => void restore([open])}
        />
      )}
      <ConfirmDialog
        confirmLabel="ごみ箱から消す"
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void empty()}
        title={`${picked.length}件をごみ箱から消しますか`}
        tone="danger"
      >
        {whatGoes(picked)}
        を、この一覧に出なくします。すぐなら「元に戻す」で戻せます。記録ファイルには、消した記録の履歴として残ります。
      </ConfirmDialog>
    </>
  );
};

/** 「第1回支援」「0.5次ミーティング」ほか3件 */
const whatGoes = (lines: readonly BinLine[]): string => {
  const names = lines.slice(0, 3).map(({ name }) => `「${name}」`);
  const more = lines.length - names.length;
  return `${names.join('')}${more > 0 ? `ほか${more}件` : ''}`;
};
