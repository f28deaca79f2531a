import { FolderPlus, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import { type Day, isFiscalYear } from '#shared/dates/types.ts';
import { PROGRAMME_NAMES, PROGRAMMES } from '#shared/domain/case/case.ts';
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
import { buildCaseLines, filterCaseLines, type ProgrammeFilter } from '../case-lines.ts';
import { type ListRows, listOfYear, openingList } from '../queries.ts';
import styles from './cases-page.module.css';
import { CasesTable } from './cases-table.tsx';

type CasesPageProps = {
  readonly today: Day;
  /** The fiscal year to show; without one, this year's or the latest that has cases. */
  readonly fiscalYear?: number | undefined;
  /** Another year was chosen, to be kept in the address. */
  readonly onFiscalYear?: ((fiscalYear: number) => void) | undefined;
  readonly onOpenCase: (id: CaseId) => void;
  /** The mouse is on a case, which may be opened next. */
  readonly onPointAtCase?: ((id: CaseId) => void) | undefined;
  readonly onNewCase: () => void;
  /** What else is done with many cases at once, beside the button that makes one. */
  readonly actions?: ReactNode;
};

const programmeOptions: readonly { readonly id: ProgrammeFilter; readonly label: string }[] = [
  { id: 'all', label: 'すべて' },
  ...PROGRAMMES.map((id) => ({ id, label: PROGRAMME_NAMES[id] })),
];

/** 案件: all cases of a fiscal year. */
export const CasesPage = (props: CasesPageProps) => {
  const { onNewCase, today, fiscalYear } = props;
  const [chosen, setChosen] = useState<number | null | undefined>(fiscalYear);
  const [asked, setAsked] = useState(fiscalYear);
  // Going back in the history shows the year of then; what is filtered and sorted stays.
  if (asked !== fiscalYear) {
    setAsked(fiscalYear);
    setChosen(fiscalYear);
  }
  const rows = useLive(
    chosen === undefined ? openingList(fiscalYearOf(today)) : listOfYear(chosen),
  );
  const create = (
    <Button icon={<Plus aria-hidden="true" size={16} />} onPress={onNewCase} variant="primary">
      案件をつくる
    </Button>
  );
  if (rows.state !== 'ready' || rows.value.years.size === 0) {
    return (
      <Page header={<PageHeader actions={create} title="案件" variant="plain" />}>
        <PageBody>
          {rows.state === 'loading' && <Loading />}
          {rows.state === 'failed' && <ReadFailed />}
          {rows.state === 'ready' && <NoCases onNewCase={onNewCase} />}
        </PageBody>
      </Page>
    );
  }
  return (
    <YearOfCases
      {...props}
      create={create}
      onChoose={setChosen}
      rows={rows.value}
      year={chosen === undefined ? rows.value.fiscalYear : chosen}
    />
  );
};

type YearOfCasesProps = CasesPageProps & {
  /** Of the year, or still of the one before. */
  readonly rows: ListRows;
  readonly year: number | null;
  readonly onChoose: (fiscalYear: number | null) => void;
  readonly create: ReactNode;
};

const YearOfCases = ({
  today,
  onFiscalYear,
  onOpenCase,
  onPointAtCase,
  rows,
  year,
  onChoose,
  create,
  actions,
}: YearOfCasesProps) => {
  const thisYear = fiscalYearOf(today);
  const { years } = rows;
  const [text, setText] = useState('');
  const [programme, setProgramme] = useState<ProgrammeFilter>('all');
  const ready = rows.fiscalYear === year ? rows : undefined;
  const lines = useMemo(() => ready && buildCaseLines(ready, today), [ready, today]);
  const shown = useMemo(
    () => lines && filterCaseLines(lines, text, programme),
    [lines, text, programme],
  );
  const isFiltered = text !== '' || programme !== 'all';

  return (
    <Page
      header={
        <PageHeader
          actions={
            <>
              {actions}
              {create}
            </>
          }
          subtitle={lines && shown && countText(lines.length, shown.length)}
          title="案件"
          variant="plain"
        />
      }
    >
      <PageBody>
        <div className={styles.tools}>
          <Select
            className={styles.year}
            isLabelHidden
            label="年度"
            onChange={(id) => {
              const next = id === NO_YEAR ? null : Number(id);
              onChoose(next);
              if (next !== null) onFiscalYear?.(next);
            }}
            options={yearOptions(years, thisYear, year)}
            value={year === null ? NO_YEAR : String(year)}
          />
          <SearchField
            className={styles.search}
            label="案件を絞り込む"
            onChange={setText}
            placeholder="市町村、テーマ、段階で絞り込む"
            value={text}
          />
          <SegmentedControl
            label="事業で絞り込む"
            onChange={setProgramme}
            options={programmeOptions}
            value={programme}
          />
        </div>
        <Card className={styles.card} padding="none">
          {shown === undefined && <Loading />}
          {shown !== undefined && (
            <CasesTable
              empty={
                isFiltered && lines?.length !== 0 ? (
                  <EmptyState
                    actions={
                      <Button
                        onPress={() => {
                          setText('');
                          setProgramme('all');
                        }}
                      >
                        絞り込みをやめる
                      </Button>
                    }
                    title="あてはまる案件がありません"
                  >
                    ことばを短くするか、別の年度を選んでください。
                  </EmptyState>
                ) : (
                  <EmptyState actions={create} title={`${yearText(year)}の案件はまだありません`}>
                    案件をつくるか、別の年度を選んでください。
                  </EmptyState>
                )
              }
              lines={shown}
              onOpenCase={onOpenCase}
              onPointAtCase={onPointAtCase}
            />
          )}
        </Card>
      </PageBody>
    </Page>
  );
};

const NO_YEAR = 'none';

const yearText = (year: number | null): string =>
  year !== null && isFiscalYear(year) ? formatFiscalYear(year) : '年度未入力';

const yearOptions = (
  years: ReadonlyMap<number | null, number>,
  thisYear: number,
  year: number | null,
) =>
  [...new Set([...years.keys(), thisYear, year])]
    .toSorted((a, b) => (b ?? 0) - (a ?? 0))
    .map((each) => ({
      id: each === null ? NO_YEAR : String(each),
      label: yearText(each),
      note: `${years.get(each) ?? 0}件`,
    }));

const countText = (all: number, shown: number): string =>
  all === shown ? `${all}件` : `${all}件のうち${shown}件`;

const NoCases = ({ onNewCase }: { readonly onNewCase: () => void }) => (
  <Card>
    <EmptyState
      actions={
        <Button onPress={onNewCase} variant="primary">
          最初の案件をつくる
        </Button>
      }
      icon={<FolderPlus aria-hidden="true" />}
      title="案件はまだありません"
    >
      市町村と年度を選ぶと、支援の流れを計画できるようになります。
    </EmptyState>
  </Card>
);

const ReadFailed = () => (
  <Notice
    happened="案件を読み込めませんでした。"
    safe="記録はそのまま残っています。"
    todo="アプリを開き直してください。"
    tone="danger"
  />
);
