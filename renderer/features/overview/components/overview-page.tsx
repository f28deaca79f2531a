import { type ReactNode, useMemo } from 'react';
import { BacklinksCard } from '#adapters/mentions/backlinks-card.tsx';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { PageBody } from '#ui/app-frame.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { overviewRows } from '../queries.ts';
import { CaseTexts, TacitTexts } from './case-texts.tsx';
import { EntryCard } from './entry-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { FollowUpCard } from './follow-up-card.tsx';
import styles from './overview-page.module.css';
import { SupportersCard } from './supporters-card.tsx';
import { YearCard } from './year-card.tsx';

type OverviewPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** What is told of the cases of the years before and after. */
  readonly years: ReactNode;
  /** Who of the office is and was in charge. */
  readonly charge: ReactNode;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
  /** What is known of the same themes elsewhere. */
  readonly beside: (row: CaseRow) => ReactNode;
};

/** 概要: where the municipality stands and wants to go, its figures, and who supports it. */
export const OverviewPage = ({
  caseId,
  today,
  years,
  charge,
  onOpenMeeting,
  beside,
}: OverviewPageProps) => {
  const loaded = useLive(useMemo(() => overviewRows(caseId), [caseId]));
  const target = useMemo(
    () => ({ document: caseDocument(caseId), collection: 'cases', id: caseId }) as const,
    [caseId],
  );
  if (loaded.state === 'loading') return <Loading />;
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  if (rows === undefined) {
    return (
      <PageBody>
        <EmptyState title="この案件の記録は読めませんでした">
          一覧から開き直してください。保存済みの記録は残っています。
        </EmptyState>
      </PageBody>
    );
  }
  return (
    <PageBody>
      <div className={styles.columns}>
        <div className={styles.column}>
          <EntryCard key={rows.case.id} row={rows.case} />
          <CaseTexts key={`texts ${rows.case.id}`} row={rows.case} />
          <TacitTexts key={`tacit ${rows.case.id}`} row={rows.case} />
          <YearCard key={`year ${rows.case.id}`} notes={rows.yearNotes} row={rows.case} />
        </div>
        <div className={styles.column}>
          {years}
          <FollowUpCard rows={rows} today={today} />
          <SupportersCard
            caseId={caseId}
            organizations={rows.organizations}
            people={rows.people}
            posts={rows.posts}
            supporters={rows.supporters}
          />
          {charge}
          <FiguresCard
            figures={rows.figures}
            municipality={rows.case.municipalityCode}
            name={rows.case.municipalityName}
          />
          <BacklinksCard onOpenMeeting={onOpenMeeting} target={target} />
          {beside(rows.case)}
        </div>
      </div>
    </PageBody>
  );
};
