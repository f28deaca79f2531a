import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ToastRegion } from './toast.tsx';

type UiRootProps = { readonly children: ReactNode };

/** Wraps the app once: Japanese for screen readers' words, and the place where toasts appear. */
export const UiRoot = ({ children }: UiRootProps) => (
  <I18nProvider locale="ja-JP">
    {children}
    <ToastRegion />
  </I18nProvider>
);
