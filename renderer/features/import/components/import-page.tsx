import { useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { Copied } from '#adapters/table-source/table-source.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { fromHere } from '#ui/from-here.ts';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { type ImportRows, importQuery } from '../queries.ts';
import { type Busy, useImport } from '../use-import.ts';
import styles from './import-page.module.css';
import { MeetingsSource } from './meetings-source.tsx';
import { Preview } from './preview.tsx';
import { ReadingPanel } from './reading-panel.tsx';

type ImportPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** Gives, once, the table that was pasted on the page before. */
  readonly takeCopied: () => Copied | null;
  /** To the case's 支援の流れ. */
  readonly onBack: () => void;
  readonly onOpenCases: () => void;
};

/** 表から取り込む: last year's table becomes meetings, looked at before anything is stored. */
export const ImportPage = ({ caseId, takeCopied, ...props }: ImportPageProps) => {
  const query = useMemo(() => importQuery(caseId), [caseId]);
  const loaded = useLive(query);
  // Held here, since it is given once and the screen below comes only with its rows.
  const copied = useRef<Copied | null | undefined>(undefined);
  if (copied.current === undefined) copied.current = takeCopied();
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed' || loaded.value.case === null) {
    return (
      <EmptyState
        actions={<Button onPress={props.onOpenCases}>案件の一覧へ</Button>}
        title="この案件は見つかりません"
      />
    );
  }
  return <ImportScreen {...props} caseId={caseId} copied={copied.current} rows={loaded.value} />;
};

type ImportScreenProps = Omit<ImportPageProps, 'takeCopied'> & {
  readonly copied: Copied | null;
  readonly rows: ImportRows;
};

const ImportScreen = ({ caseId, today, copied, rows, onBack, onOpenCases }: ImportScreenProps) => {
  const undoToast = useUndoToast();
  const importing = useImport({ caseId, rows, today, copied });
  const { busy, reading, counts, problem } = importing;
  const year = fiscalYearOfCase(rows.case) ?? fiscalYearOf(today);
  const wanted = counts.add + counts.fill;
  usePaste(importing.paste, busy === null);

  const take = async (): Promise<void> => {
    const bad = counts.bad;
    const leadOn = fromHere();
    const done = await importing.take();
    if (done === null) return;
    undoToast(summary(done, bad));
    leadOn(onBack);
  };
  return (
    <Page
      header={
        <PageHeader
          actions={
            reading !== null && (
              <>
                <Button isDisabled={busy !== null} onPress={onBack}>
                  やめる
                </Button>
                <Button
                  isDisabled={wanted === 0 || importing.isStale}
                  isPending={busy !== null}
                  onPress={() => void take()}
                  variant="primary"
                >
                  {wanted.toLocaleString('ja-JP')}件を取り込む
                </Button>
              </>
            )
          }
          crumbs={[
            { label: '案件', onPress: onOpenCases },
            { label: `${formatFiscalYear(year)} ${rows.case?.municipalityName ?? ''}`.trim() },
            { label: '支援の流れ', onPress: onBack },
          ]}
          title="表から取り込む"
        />
      }
    >
      <PageBody>
        <div className={styles.page}>
          {problem !== null && <Notice {...problem} tone="danger" />}
          {busy !== null && <Progress busy={busy} onCancel={importing.cancel} />}
          {reading === null ? (
            <MeetingsSource
              onFile={(file) => void importing.open(file)}
              onPaste={importing.paste}
            />
          ) : (
            <>
              <ReadingPanel importing={importing} reading={reading} year={year} />
              {counts.all === 0 ? (
                <EmptyState title="会合として読める行がありません">
                  「読み取り方」で、どの列が日付や内容かを選んでください。見出しの行から下の全体をコピーすると、自動で読み取れます。
                </EmptyState>
              ) : (
                <Preview
                  importing={importing}
                  key={importing.source?.index}
                  shape={reading.shape}
                />
              )}
            </>
          )}
        </div>
      </PageBody>
    </Page>
  );
};

const summary = (done: { readonly added: number; readonly filled: number }, bad: number): string =>
  [
    `${done.added.toLocaleString('ja-JP')}件を取り込みました。`,
    done.filled > 0 ? `${done.filled}件の空いている欄を埋めました。` : '',
    bad > 0 ? `取り込めない${bad}行は入れていません。` : '',
  ].join('');

const Progress = ({ busy, onCancel }: { readonly busy: Busy; readonly onCancel: () => void }) => {
  if (busy.kind === 'reading') {
    return <ProgressBar label={`「${busy.name}」を読み取っています`} onCancel={onCancel} />;
  }
  if (busy.kind === 'writing') {
    return <ProgressBar label={`${busy.of.toLocaleString('ja-JP')}件を書き込んでいます`} />;
  }
  return (
    <ProgressBar
      label="取り込みの準備をしています"
      max={busy.of}
      onCancel={onCancel}
      value={busy.done}
      valueLabel={`${busy.done} / ${busy.of}件`}
    />
  );
};

/** Ctrl+V anywhere on the page. */
const usePaste = (onPaste: (copied: Copied) => void, isFree: boolean): void => {
  const [latest] = useState(() => ({ onPaste, isFree }));
  useEffect(() => {
    Object.assign(latest, { onPaste, isFree });
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      if (event.clipboardData === null || event.defaultPrevented || !latest.isFree) return;
      event.preventDefault();
      latest.onPaste({
        html: event.clipboardData.getData('text/html'),
        text: event.clipboardData.getData('text/plain'),
      });
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [latest]);
};
