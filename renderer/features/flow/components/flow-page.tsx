import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { Day, FiscalYear } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { flowQuery } from '../queries.ts';
import { FlowScreen } from './flow-screen.tsx';

export type FlowPageProps = {
  readonly caseId: CaseId;
  /** The case's year, where the caller knows it already. */
  readonly fiscalYear?: FiscalYear | undefined;
  readonly today: Day;
  /** Opens the meeting's record, a page of its own. */
  readonly onOpenMeeting: (meetingId: string) => void;
  /** The meeting that is open beside the ladder. */
  readonly selectedId?: string | null | undefined;
  readonly onSelect: (meetingId: string | null) => void;
};

/** 支援の流れ: the year of one case as a ladder. Fills its parent (PageBody `fill`). */
export const FlowPage = ({ caseId, selectedId = null, ...props }: FlowPageProps) => {
  const query = useMemo(() => flowQuery(caseId), [caseId]);
  const loaded = useLive(query);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') {
    return (
      <Notice
        happened="支援の流れを読み込めませんでした。"
        safe="記録は保存されています。"
        todo="アプリを起動し直してください。"
        tone="danger"
      />
    );
  }
  return <FlowScreen {...props} caseId={caseId} rows={loaded.value} selectedId={selectedId} />;
};
