import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import type { FlowPageProps } from '../flow-props.ts';
import { flowQuery } from '../queries.ts';
import { FlowScreen } from './flow-screen.tsx';

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
