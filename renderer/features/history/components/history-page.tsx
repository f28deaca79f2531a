import { History } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useHistory } from '#adapters/history/use-history.ts';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { RecordChange } from '#shared/domain/history/entry.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useIsPainted } from '#ui/use-is-painted.ts';
import { dayGroups, entryLines, filterLines, NO_FILTER, nameOfRecord } from '../model.ts';
import { caseQuery, chargeQuery } from '../queries.ts';
import { type SinceId, sinceChoices } from '../since.ts';
import { useLooked } from '../use-looked.ts';
import { EntryList } from './entry-list.tsx';
import { EntryPeek } from './entry-peek.tsx';
import { HistoryFilters } from './history-filters.tsx';
import styles from './history-page.module.css';

type HistoryPageProps = {
  readonly document: DocumentId;
  /** The case from which one comes to the office's: since when somebody is in charge of it is told of both. */
  readonly beside?: CaseId | undefined;
  /** Between a case's history and the office's. */
  readonly tabs?: ReactNode;
  /** The record whose history is asked for, with what belongs to it. */
  readonly record: string | undefined;
  /** As which device this PC writes. */
  readonly device: DeviceId;
  readonly today: Day;
  /** From when on changes are asked for to begin with. */
  readonly since: SinceId | undefined;
  /** The history of the whole document. */
  readonly onShowAll: () => void;
  /** Back to the case; of the office, to 設定. */
  readonly onBack: () => void;
  readonly onOpenCases: () => void;
  readonly onOpenRecord: (change: RecordChange) => void;
};

/** So many edits are painted at once; more when asked for. */
const AT_ONCE = 100;
/** More than a screen has room for; the others follow once these stand. */
const AT_FIRST = 20;

/** 変更履歴: who changed what and when, in a case or in what belongs to none, and the way back. */
export const HistoryPage = (props: HistoryPageProps) => {
  const { document, beside, record, today, tabs, onBack, onOpenCases, onShowAll } = props;
  const place = beside === undefined ? document : caseDocument(beside);
  const { history, recordAt } = useHistory(document);
  const loaded = useLive(useMemo(() => caseQuery(place), [place]));
  const row = loaded.state === 'ready' ? loaded.value : null;
  const charge = useLive(useMemo(() => chargeQuery(place, today), [place, today]));
  const isOffice = document === OFFICE;
  const entries = history.state === 'reading' || history.state === 'ready' ? history.entries : [];
  const name = record === undefined ? undefined : nameOfRecord(entries, record);
  const title = row === null ? '案件' : caseTitle(row);
  return (
    <Page
      header={
        <PageHeader
          actions={
            record !== undefined && (
              <Button onPress={onShowAll} size="small">
                {isOffice ? '共通の記録すべての履歴' : '案件全体の履歴'}
              </Button>
            )
          }
          crumbs={
            place === OFFICE
              ? [{ label: '設定', onPress: onBack }]
              : [
                  { label: '案件', onPress: onOpenCases },
                  { label: title, onPress: onBack },
                ]
          }
          subtitle={
            isOffice
              ? '人・機関・テーマ・ノウハウなど、案件に属さない記録'
              : 'だれが、いつ、何を変えたか'
          }
          tabs={tabs}
          title={name ? `${name}の変更履歴` : '変更履歴'}
        />
      }
    >
      <PageBody layout="fill">
        {history.state === 'loading' && (
          <div className={styles.main}>
            <Loading label="記録ファイルを読み返しています" />
          </div>
        )}
        {history.state === 'failed' && (
          <div className={styles.main}>
            <Notice
              happened="変更履歴を読み込めませんでした。"
              safe="記録はそのまま残っています。"
              todo="アプリを開き直してください。くり返すときは「設定」の「記録ファイル」をご確認ください。"
              tone="danger"
            />
          </div>
        )}
        {(history.state === 'reading' || history.state === 'ready') &&
          charge.state !== 'loading' && (
            <Entries
              {...props}
              charge={charge.state === 'ready' ? charge.value : null}
              entries={history.entries}
              isReading={history.state === 'reading'}
              recordAt={recordAt}
            />
          )}
      </PageBody>
    </Page>
  );
};

type EntriesProps = HistoryPageProps & {
  readonly entries: Parameters<typeof entryLines>[0];
  /** Older edits are still being looked through. */
  readonly isReading: boolean;
  readonly recordAt: ReturnType<typeof useHistory>['recordAt'];
  readonly charge: Day | null;
};

const Entries = ({ entries, isReading, recordAt, charge, ...props }: EntriesProps) => {
  const { document, device, record, today, onOpenRecord } = props;
  const looked = useLooked(document, entries, record === undefined);
  const since = useMemo(() => ({ charge, looked }), [charge, looked]);
  const [filter, setFilter] = useState(() => ({
    ...NO_FILTER,
    period: sinceChoices(since).find(({ id }) => id === props.since)?.id ?? NO_FILTER.period,
  }));
  const [count, setCount] = useState(AT_ONCE);
  const [openId, setOpenId] = useState<string>();
  const lines = useMemo(() => entryLines(entries, device, record), [entries, device, record]);
  const shown = useMemo(
    () => filterLines(lines, filter, today, since),
    [lines, filter, today, since],
  );
  const painted = useIsPainted() ? count : AT_FIRST;
  const groups = useMemo(() => dayGroups(shown.slice(0, painted)), [shown, painted]);
  const open = shown.find(({ id }) => id === openId);
  const close = (): void => {
    setOpenId(undefined);
    // The row that was opened has the focus again.
    if (openId !== undefined) focusRow(openId);
  };
  return (
    <>
      <div className={styles.main}>
        <HistoryFilters
          count={shown.length}
          filter={filter}
          isReading={isReading}
          lines={lines}
          since={since}
          onFilter={(next) => {
            setFilter(next);
            setCount(AT_ONCE);
          }}
        />
        {shown.length === 0 ? (
          <Card>
            {isReading ? (
              <Loading label="記録ファイルを読み返しています" />
            ) : (
              <EmptyState
                icon={<History aria-hidden="true" />}
                title={lines.length === 0 ? 'まだ変更はありません' : 'あてはまる変更がありません'}
              >
                {lines.length === 0
                  ? '記録を入力すると、だれがいつ何を変えたかがここに残ります。'
                  : '絞り込みの条件を変えてください。'}
              </EmptyState>
            )}
          </Card>
        ) : (
          <Card className={styles.card} padding="none">
            <EntryList currentId={open?.id} groups={groups} onOpen={({ id }) => setOpenId(id)} />
            {shown.length > count && (
              <div className={styles.more}>
                <Button onPress={() => setCount(count * 2)} size="small">
                  {`さらに表示（残り${shown.length - count}件）`}
                </Button>
              </div>
            )}
          </Card>
        )}
      </div>
      {open !== undefined && (
        <EntryPeek
          document={document}
          key={open.id}
          line={open}
          onClose={close}
          onOpenRecord={onOpenRecord}
          recordAt={recordAt}
        />
      )}
    </>
  );
};

const focusRow = (id: string): void =>
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
