import type { ReactNode } from 'react';
import type { Loaded } from '#data/records/answers.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';

type HandoverFrameProps<T> = {
  /** 準備／約束／引継書 … */
  readonly tabs: ReactNode;
  readonly loaded: Loaded<T>;
  readonly layout?: 'scroll' | 'fill' | undefined;
  readonly children: (rows: T) => ReactNode;
};

/** A page of 引継ぎ. */
export const HandoverFrame = <T,>({ tabs, loaded, layout, children }: HandoverFrameProps<T>) => (
  <Page header={<PageHeader tabs={tabs} title="引継ぎ" />}>
    <PageBody layout={layout}>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && (
        <Notice
          happened="引継ぎの内容を読み込めませんでした。"
          safe="記録はそのまま残っています。"
          todo="アプリを開き直してください。"
          tone="danger"
        />
      )}
      {loaded.state === 'ready' && children(loaded.value)}
    </PageBody>
  </Page>
);
