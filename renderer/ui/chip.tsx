import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { cx } from './class-names.ts';

type ChipProps = {
  readonly children: ReactNode;
  /** `key` for what is of weight, `neutral` filled grey, `outline` for a mode or kind. */
  readonly variant?: 'key' | 'neutral' | 'outline' | undefined;
};

/** A short word that sorts a thing. Says, does nothing; TagList has chips that can be removed. */
export const Chip = ({ children, variant = 'neutral' }: ChipProps) => (
  <span className={cx(styles.chip, styles[variant])}>{children}</span>
);

type ChipListProps = {
  /** Read out before the chips: テーマ. */
  readonly label: string;
  readonly items: readonly string[];
  readonly variant?: ChipProps['variant'];
};

/** Chips as a list, for a page head or a cell. */
export const ChipList = ({ label, items, variant }: ChipListProps) => (
  <ul aria-label={label} className={styles.list}>
    {items.map((item) => (
      <li key={item}>
        <Chip variant={variant}>{item}</Chip>
      </li>
    ))}
  </ul>
);
