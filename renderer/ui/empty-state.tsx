import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  /** What is not there yet. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
};

/** An empty screen says what to do next. */
export const EmptyState = ({ title, children, icon, actions }: EmptyStateProps) => (
  <div className={styles.empty}>
    {icon !== undefined && <div className={styles.icon}>{icon}</div>}
    <p className={styles.title}>{title}</p>
    {children !== undefined && <div className={styles.words}>{children}</div>}
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);
