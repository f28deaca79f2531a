import { ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { filterPromises, type PromiseFilter, promiseLines } from '../model.ts';
import { promiseRows } from '../queries.ts';
import styles from './promises-page.module.css';
import { PromisesTable } from './promises-table.tsx';

type PromisesPageProps = {
  readonly today: Day;
  /** 課題と対応 of a case, where its promises stand. */
  readonly onOpenFindings: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

const FILTERS: readonly { readonly id: PromiseFilter; readonly label: string }[] = [
  { id: 'all', label: 'すべて' },
  { id: 'late', label: '期限切れ' },
];

/** 約束・宿題（全案件）: whatever was promised and is not kept yet, in cases of all years. */
export const PromisesPage = ({ today, ...places }: PromisesPageProps) => {
  const loaded = useLive(promiseRows);
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<PromiseFilter>('all');
  const lines = useMemo(
    () => (loaded.state === 'ready' ? promiseLines(loaded.value, today) : undefined),
    [loaded, today],
  );
  const shown = useMemo(() => lines && filterPromises(lines, text, filter), [lines, text, filter]);
  const late = lines?.filter(({ isLate }) => isLate).length ?? 0;
  return (
    <Page
      header={
        <PageHeader
          subtitle={lines && `全年度の案件から ${lines.length}件・期限切れ ${late}件`}
          title="約束・宿題（全案件）"
          variant="plain"
        />
      }
    >
      <PageBody>
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && (
          <Notice
            happened="約束・宿題を読み込めませんでした。"
            safe="記録はそのまま残っています。"
            todo="アプリを開き直してください。"
            tone="danger"
          />
        )}
        {lines?.length === 0 && (
          <Card>
            <EmptyState icon={<ListChecks aria-hidden="true" />} title="未の対応事項はありません">
              会合の記録や「課題と対応」で加えた対応事項が、済・取りやめになるまでここに並びます。
            </EmptyState>
          </Card>
        )}
        {shown !== undefined && lines?.length !== 0 && (
          <>
            <div className={styles.tools}>
              <SearchField
                className={styles.search}
                label="約束・宿題を絞り込む"
                onChange={setText}
                placeholder="内容、担当、市町村で絞り込む"
                value={text}
              />
              <SegmentedControl
                label="期限で絞り込む"
                onChange={setFilter}
                options={FILTERS}
                value={filter}
              />
            </div>
            <Card className={styles.card} padding="none">
              <PromisesTable
                empty={
                  <EmptyState
                    actions={
                      <Button
                        onPress={() => {
                          setText('');
                          setFilter('all');
                        }}
                      >
                        絞り込みをやめる
                      </Button>
                    }
                    title={
                      filter === 'late' && text === ''
                        ? '期限切れのものはありません'
                        : 'あてはまるものがありません'
                    }
                  />
                }
                lines={shown}
                {...places}
              />
            </Card>
          </>
        )}
      </PageBody>
    </Page>
  );
};
