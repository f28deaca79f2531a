import { useMemo } from 'react';
import type { Keeping } from '#adapters/store/keep-items.tsx';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { PageBody } from '#ui/app-frame.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { birthplacesOf } from '../model.ts';
import { findingsRows } from '../queries.ts';
import { ActionsCard } from './actions-card.tsx';
import { FindingsCard } from './findings-card.tsx';
import styles from './findings-page.module.css';

type FindingsPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** Makes lessons of what was found. */
  readonly keeping: Keeping;
  readonly onOpenMeeting: (meetingId: string) => void;
};

/** 課題と対応: what the case taught, and what has to be done about it. */
export const FindingsPage = ({ caseId, today, keeping, onOpenMeeting }: FindingsPageProps) => {
  const loaded = useLive(useMemo(() => findingsRows(caseId), [caseId]));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed' || loaded.value.case === undefined) {
    return (
      <PageBody>
        <EmptyState title="この案件の記録は読めませんでした">
          一覧から開き直してください。保存済みの記録は残っています。
        </EmptyState>
      </PageBody>
    );
  }
  const rows = loaded.value;
  const places = birthplacesOf(rows);
  return (
    <PageBody>
      <div className={styles.columns}>
        <FindingsCard
          caseId={caseId}
          findings={rows.findings}
          keeping={keeping}
          onOpenMeeting={onOpenMeeting}
          places={places}
        />
        <ActionsCard
          actions={rows.actions}
          caseId={caseId}
          fiscalYear={rows.case?.fiscalYear ?? null}
          onOpenMeeting={onOpenMeeting}
          places={places}
          today={today}
        />
      </div>
    </PageBody>
  );
};
