import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  /** The pointer or the focus has come: what a press needs can be begun. */
  readonly onNear?: (() => void) | undefined;
  /** One primary button a view; default secondary. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'medium' | 'small' | undefined;
  readonly icon?: ReactNode;
  /** After the words, such as a chevron for a menu. */
  readonly endIcon?: ReactNode;
  readonly isDisabled?: boolean | undefined;
  /** Work is under way: keeps focus, takes no press, shows a spinner. */
  readonly isPending?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  /** Set inside RAC parents that look for a slot, such as `close` in a dialog. */
  readonly slot?: string | undefined;
  readonly className?: string | undefined;
};

export const Button = ({
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  endIcon,
  isPending = false,
  className,
  onNear,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...defined(rest)}
    {...(onNear !== undefined && { onHoverStart: onNear, onFocus: onNear })}
    className={cx(styles.button, styles[variant], styles[size], className)}
    isPending={isPending}
  >
    {isPending ? <Spinner size={16} /> : icon}
    <span className={styles.words}>{children}</span>
    {endIcon}
  </AriaButton>
);
