import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './description-list.module.css';

export type DescriptionItem = {
  readonly label: string;
  readonly value: ReactNode;
  /** Distinguishes items with the same label. */
  readonly id?: string | undefined;
};

type DescriptionListProps = {
  readonly items: readonly DescriptionItem[];
  /** Width of the label column in px; default 82. */
  readonly labelWidth?: number | undefined;
  readonly className?: string | undefined;
};

/** Labels and values in two columns. An empty value (null, '') shows as 「—」. */
export const DescriptionList = ({ items, labelWidth = 82, className }: DescriptionListProps) => (
  <dl
    className={cx(styles.list, className)}
    style={{ gridTemplateColumns: `${labelWidth}px minmax(0, 1fr)` }}
  >
    {items.map(({ id, label, value }) => (
      <div className={styles.row} key={id ?? label}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>
          {value === null || value === undefined || value === '' ? <Nothing /> : value}
        </dd>
      </div>
    ))}
  </dl>
);

const Nothing = () => (
  <span className={styles.nothing}>
    <span aria-hidden="true">—</span>
    <span className={styles.spoken}>未入力</span>
  </span>
);
