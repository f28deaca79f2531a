import { useMemo } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { PageBody } from '#ui/app-frame.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import type { FindingsPageProps } from '../chain-props.ts';
import { findingsRows } from '../queries.ts';
import { ChainScreen } from './chain-screen.tsx';

/** 課題と対応: what the case taught, what answers it, where in the roadmap that stands, and what came of it. */
export const FindingsPage = (props: FindingsPageProps) => {
  const { caseId } = props;
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
  return (
    <PageBody>
      <ChainScreen {...props} rows={loaded.value} supportCase={loaded.value.case} />
    </PageBody>
  );
};
