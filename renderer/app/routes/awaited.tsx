import { type ReactNode, Suspense } from 'react';
import { PageBody } from '#ui/app-frame.tsx';
import { Loading } from '#ui/loading.tsx';

/** A page that may still have to be read. */
export const Awaited = ({ children }: { readonly children: ReactNode }) => (
  <Suspense
    fallback={
      <PageBody>
        <Loading />
      </PageBody>
    }
  >
    {children}
  </Suspense>
);
