import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { cx } from './class-names.ts';
import type { Tone } from './tone.ts';

type BadgeProps = {
  /** The word; the colour only repeats it. */
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
};

/** A state in a word with its colour: 「記録あり」. */
export const Badge = ({ children, tone = 'neutral', icon }: BadgeProps) => (
  <span className={cx(styles.badge, styles[tone])}>
    {icon}
    {children}
  </span>
);

type StatusProps = BadgeProps;

/** As Badge but without a ground, for lines of text and the top bar: 「✓ 保存済み 9:02」. */
export const Status = ({ children, tone = 'neutral', icon }: StatusProps) => (
  <span className={cx(styles.status, styles[tone])}>
    {icon}
    {children}
  </span>
);

type CountBadgeProps = {
  readonly count: number;
  /** What is counted, for screen readers: 「気になること」. */
  readonly label: string;
  readonly tone?: Tone | undefined;
};

/** A number in a circle; nothing for 0. */
export const CountBadge = ({ count, label, tone = 'warning' }: CountBadgeProps) =>
  count === 0 ? null : (
    <span aria-label={`${label} ${count}件`} className={cx(styles.count, styles[tone])} role="img">
      {count > 99 ? '99+' : count}
    </span>
  );
