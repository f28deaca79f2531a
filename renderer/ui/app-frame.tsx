import type { ReactNode, Ref } from 'react';
import styles from './app-frame.module.css';

type AppFrameProps = {
  /** A SideNav. */
  readonly side: ReactNode;
  /** A TopBar. */
  readonly top: ReactNode;
  readonly children: ReactNode;
  /** The main element, to move focus to it after going to another page. */
  readonly mainRef?: Ref<HTMLElement> | undefined;
};

/** The window: navigation at the left, bar above, and the page, which scrolls inside itself. */
export const AppFrame = ({ side, top, children, mainRef }: AppFrameProps) => (
  <div className={styles.frame}>
    <button
      className={styles.skip}
      onClick={() => document.getElementById('main')?.focus()}
      type="button"
    >
      本文へ
    </button>
    {side}
    {top}
    <main className={styles.main} id="main" ref={mainRef} tabIndex={-1}>
      {children}
    </main>
  </div>
);

type PageBodyProps = {
  readonly children: ReactNode;
  /** `scroll` pads and scrolls; `fill` hands its whole height to a layout of panes. */
  readonly layout?: 'scroll' | 'fill' | undefined;
};

/** What is under a PageHeader. */
export const PageBody = ({ children, layout = 'scroll' }: PageBodyProps) => (
  <div className={layout === 'fill' ? styles.fill : styles.scroll}>{children}</div>
);

type PageProps = { readonly header?: ReactNode; readonly children: ReactNode };

/** A page of the frame: a header that stays, and a PageBody under it. */
export const Page = ({ header, children }: PageProps) => (
  <div className={styles.page}>
    {header}
    {children}
  </div>
);
