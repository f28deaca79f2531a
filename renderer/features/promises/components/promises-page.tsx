import { Copy, ListChecks, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { AudienceSelect } from '#adapters/audience/audience-choice.tsx';
import { useLive } from '#adapters/store/store.tsx';
import { type PrintTable, useTableOut } from '#adapters/table-out/use-table-out.tsx';
import { formatDay } from '#shared/dates/format.ts';
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
import { Select } from '#ui/select.tsx';
import {
  ALL,
  BY_DUE,
  filterPromises,
  NO_FILTER,
  ownerOptions,
  type PromiseFilter,
  type PromiseLine,
  type PromiseSort,
  promiseLines,
  promiseTable,
  STANDING_NAMES,
  STANDINGS,
  sortPromises,
} from '../model.ts';
import { allPromiseRows, promiseRows } from '../queries.ts';
import styles from './promises-page.module.css';
import { PromisesTable } from './promises-table.tsx';

type PromisesPageProps = {
  readonly today: Day;
  readonly onPrint: PrintTable;
  /** 課題と対応 of a case, where its promises stand, with the action marked. */
  readonly onOpenFindings: (caseId: CaseId, actionId: string) => void;
  /** 概要 of a case, where its checks are. */
  readonly onOpenFollowUps: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** 予定: who has to do what until when, in cases of all years. */
export const PromisesPage = ({ today, ...ways }: PromisesPageProps) => {
  const [filter, setFilter] = useState<PromiseFilter>(NO_FILTER);
  const wantsSettled = filter.standing === 'settled';
  const loaded = useLive(wantsSettled ? allPromiseRows : promiseRows);
  const lines = useMemo(
    () => (loaded.state === 'ready' ? promiseLines(loaded.value, today) : undefined),
    [loaded, today],
  );
  const unfinished = lines === undefined ? [] : filterPromises(lines, NO_FILTER);
  const checks = unfinished.filter(({ kind }) => kind === 'followUp').length;
  const late = unfinished.filter(({ isLate }) => isLate).length;
  return (
    <Page
      header={
        <PageHeader
          subtitle={
            lines &&
            [
              `全年度の案件の対応事項 未・進行中 ${unfinished.length - checks}件・期限切れ ${late}件`,
              ...(checks === 0 ? [] : [`その後の確認 ${checks}件`]),
            ].join('・')
          }
          title="予定"
          variant="plain"
        />
      }
    >
      <PageBody>
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && (
          <Notice
            happened="予定を読み込めませんでした。"
            safe="記録はそのまま残っています。"
            todo="アプリを開き直してください。"
            tone="danger"
          />
        )}
        {lines !== undefined && (
          <Promises {...ways} filter={filter} lines={lines} onFilter={setFilter} today={today} />
        )}
      </PageBody>
    </Page>
  );
};

type PromisesProps = PromisesPageProps & {
  readonly lines: readonly PromiseLine[];
  readonly filter: PromiseFilter;
  readonly onFilter: (filter: PromiseFilter) => void;
};

const Promises = ({ lines, filter, onFilter, today, onPrint, ...ways }: PromisesProps) => {
  const [sort, setSort] = useState<PromiseSort>(BY_DUE);
  const set = (part: Partial<PromiseFilter>): void => onFilter({ ...filter, ...part });
  const shown = useMemo(
    () => sortPromises(filterPromises(lines, filter), sort),
    [lines, filter, sort],
  );
  const owners = useMemo(() => ownerOptions(lines), [lines]);
  const out = useTableOut(
    'promises',
    (audience) =>
      promiseTable(
        shown,
        `対応事項の一覧（${STANDING_NAMES[filter.standing]}・${formatDay(today)}現在）`,
        audience,
      ),
    onPrint,
  );
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          className={styles.search}
          label="予定を絞り込む"
          onChange={(text) => set({ text })}
          placeholder="内容、担当、市町村で絞り込む"
          value={filter.text}
        />
        <SegmentedControl
          label="状況で絞り込む"
          onChange={(standing) => set({ standing })}
          options={STANDINGS.map((id) => ({ id, label: STANDING_NAMES[id] }))}
          value={filter.standing}
        />
        {owners.length > 0 && (
          <Select
            isLabelHidden
            label="担当で絞り込む"
            onChange={(owner) => set({ owner })}
            options={[{ id: ALL, label: 'すべての担当' }, ...owners]}
            value={filter.owner}
          />
        )}
        <div className={styles.out}>
          <AudienceSelect {...out.chosen} />
          <Button icon={<Copy aria-hidden="true" size={16} />} onPress={out.copy} size="small">
            表をコピー
          </Button>
          <Button
            icon={<Printer aria-hidden="true" size={16} />}
            isPending={out.isPrinting}
            onPress={out.print}
            size="small"
          >
            印刷
          </Button>
        </div>
      </div>
      {out.said}
      <Card className={styles.card} padding="none">
        <PromisesTable
          {...ways}
          empty={<Nothing filter={filter} onFilter={onFilter} />}
          lines={shown}
          onSort={setSort}
          sort={sort}
        />
      </Card>
      {out.view}
    </>
  );
};

type NothingProps = Pick<PromisesProps, 'filter' | 'onFilter'>;

/** Says why nothing stands there, and what to do next. */
const Nothing = ({ filter, onFilter }: NothingProps) => {
  const { text, standing, owner } = filter;
  if (text === '' && owner === ALL && standing === 'unfinished') {
    return (
      <EmptyState icon={<ListChecks aria-hidden="true" />} title="未の対応事項はありません">
        会合の記録や「課題と対応」で加えた対応事項が、済・中止になるまでここに並びます。
      </EmptyState>
    );
  }
  const isLate = text === '' && owner === ALL && standing === 'late';
  return (
    <EmptyState
      actions={<Button onPress={() => onFilter(NO_FILTER)}>絞り込みをやめる</Button>}
      title={isLate ? '期限切れのものはありません' : 'あてはまるものがありません'}
    />
  );
};
