import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { roadmapOf } from '../queries.ts';
import type { RoadmapPageProps } from './roadmap-props.ts';
import { RoadmapScreen } from './roadmap-screen.tsx';

/** ロードマップ: the years of one case as a chart. Fills its parent (PageBody `fill`). */
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
  return <RoadmapScreen {...props} view={loaded.value} />;
};
