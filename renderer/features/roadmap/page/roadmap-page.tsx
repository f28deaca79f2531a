import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { roadmapOf } from '../queries.ts';
import type { RoadmapPageProps } from './roadmap-props.ts';
import { RoadmapScreen } from './roadmap-screen.tsx';

/**
 * ロードマップ: the years of a case as a chart. What is edited is that of the case which holds it: a chain of
 * cases has one. Fills its parent (PageBody `fill`).
 */
export const RoadmapPage = (props: RoadmapPageProps) => {
  const { caseId } = props;
  const query = useMemo(() => roadmapOf(caseId), [caseId]);
  const loaded = useLive(query);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') {
    return (
      <Notice
        happened="ロードマップを読み込めませんでした。"
        safe="記録は保存されています。"
        todo="アプリを起動し直してください。"
        tone="danger"
      />
    );
  }
  const view = loaded.value;
  if (view.isHomeMissing) {
    return (
      <EmptyState title="ロードマップがまだ届いていません">
        このロードマップは、前の年度の案件から続いています。その案件がこのPCに届くと表示されます。
      </EmptyState>
    );
  }
  return <RoadmapScreen {...props} caseId={view.home} view={view} />;
};
