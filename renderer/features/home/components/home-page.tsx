import { type ReactNode, useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { formatDay, formatFiscalYear } from '#shared/dates/format.ts';
import { type Day, isFiscalYear } from '#shared/dates/types.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { caseLines, comingMeetings } from '../model.ts';
import type { HomePlaces } from '../places.ts';
import { yearRows } from '../queries.ts';
import { CaseTable } from './case-table.tsx';
import { ComingList } from './coming-list.tsx';
import { Concerns } from './concerns-card.tsx';
import { FirstSteps } from './first-steps.tsx';
import { FirstWeeks } from './first-weeks-card.tsx';
import styles from './home-page.module.css';

type HomePageProps = HomePlaces & {
  readonly today: Day;
  /** Whose desk it is: 熊本県 地域ケア推進班. */
  readonly office: string;
  /** Whose desk this PC is: 山田 花子. */
  readonly userName: string;
  /** Whether somebody has walked through a case on this PC. */
  readonly isWalked: (caseId: string) => boolean;
  /** Whether all records are in the cache: before, no case is not yet none at all. */
  readonly isSettled: boolean;
  /** What has to be told before all else. */
  readonly notices?: ReactNode;
  /** Told how many things are on one's mind. */
  readonly onConcerns?: ((count: number) => void) | undefined;
};

/** What lies on the desk today: the year's cases, what is on one's mind, what comes next. */
export const HomePage = ({
  today,
  office,
  userName,
  isWalked,
  isSettled,
  notices,
  onConcerns,
  ...places
}: HomePageProps) => {
  const currentYear = fiscalYearOf(today);
  const loaded = useLive(useMemo(() => yearRows(currentYear), [currentYear]));
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  const isEmpty = rows?.cases.length === 0;
  const isReady = rows !== undefined && (!isEmpty || isSettled);
  const lines = useMemo(() => (rows ? caseLines(rows, today) : []), [rows, today]);
  const coming = useMemo(() => (rows ? comingMeetings(rows, today) : []), [rows, today]);
  return (
    <div className={styles.root} data-ready={isReady ? 'home' : undefined}>
      <Page
        header={
          <PageHeader
            actions={
              <Button onPress={places.onNewCase} variant="primary">
                案件をつくる
              </Button>
            }
            subtitle={[formatFiscalYear(currentYear), office].filter(Boolean).join(' ・ ')}
            title={formatDay(today)}
            variant="plain"
          />
        }
      >
        <PageBody>
          <div className={styles.notices}>{notices}</div>
          {!isReady && (
            <Awaiting state={loaded.state === 'failed' ? 'failed' : 'loading'} what="ホーム" />
          )}
          {isReady && isEmpty && <FirstSteps {...places} />}
          {isReady && !isEmpty && (
            <div className={styles.columns}>
              <div className={styles.column}>
                <Card
                  actions={<LinkButton onPress={places.onOpenCases}>すべて見る</LinkButton>}
                  note={yearNote(rows.year, currentYear, rows.cases.length)}
                  title={rows.year === currentYear ? '今年度の案件' : '案件'}
                >
                  <CaseTable
                    lines={lines}
                    onOpenCase={places.onOpenCase}
                    onOpenMeeting={places.onOpenMeeting}
                  />
                </Card>
                <Concerns onCount={onConcerns} today={today} {...places} />
              </div>
              <div className={styles.column}>
                <FirstWeeks isWalked={isWalked} today={today} userName={userName} {...places} />
                <Card title="これからの2週間">
                  <ComingList coming={coming} onOpenMeeting={places.onOpenMeeting} />
                </Card>
              </div>
            </div>
          )}
        </PageBody>
      </Page>
    </div>
  );
};

const yearNote = (year: number | null, currentYear: number, count: number): string => {
  const cases = `${count}市町村`;
  if (year === currentYear || year === null || !isFiscalYear(year)) return cases;
  return `${formatFiscalYear(year)} ・ ${cases}（今年度の案件はまだありません）`;
};
