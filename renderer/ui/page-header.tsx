import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { LinkButton } from './link-button.tsx';
import styles from './page-header.module.css';

export type Crumb = {
  readonly label: string;
  /** Absent where there is no page to go to. */
  readonly onPress?: (() => void) | undefined;
};

type PageHeaderProps = {
  readonly title: ReactNode;
  /** Quiet words on the title's line. */
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** A row of chips and words under the title. */
  readonly meta?: ReactNode;
  /** At the end of the title's line; the primary button last. */
  readonly actions?: ReactNode;
  /** A TabNav at the foot. */
  readonly tabs?: ReactNode;
  /** `band` is white with a line under it, `plain` stands on the grey ground. */
  readonly variant?: 'band' | 'plain' | undefined;
};

/** The head of a page: where it is, what it is, what can be done. Holds the page's one h1. */
export const PageHeader = ({
  title,
  subtitle,
  crumbs = [],
  meta,
  actions,
  tabs,
  variant = 'band',
}: PageHeaderProps) => (
  <header
    className={cx(
      styles.header,
      styles[variant],
      crumbs.length > 0 && styles.deep,
      tabs !== undefined && styles.tabbed,
    )}
  >
    {crumbs.length > 0 && (
      <nav aria-label="現在の場所">
        <ol className={styles.crumbs}>
          {crumbs.map(({ label, onPress }) => (
            <li className={styles.crumb} key={label}>
              {onPress === undefined ? (
                label
              ) : (
                <LinkButton className={styles.link} onPress={onPress} weight="text">
                  {label}
                </LinkButton>
              )}
            </li>
          ))}
        </ol>
      </nav>
    )}
    <div className={styles.line}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
    {meta !== undefined && <div className={styles.meta}>{meta}</div>}
    {tabs !== undefined && <div className={styles.tabs}>{tabs}</div>}
  </header>
);
