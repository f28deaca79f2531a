import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './link-button.module.css';

type LinkButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly icon?: ReactNode;
  /** `text` keeps the weight of the words around it. */
  readonly weight?: 'bold' | 'text' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly className?: string | undefined;
};

/** Looks like a link, goes somewhere inside the app. */
export const LinkButton = ({
  children,
  icon,
  weight = 'bold',
  className,
  ...rest
}: LinkButtonProps) => (
  <AriaButton
    {...defined(rest)}
    className={cx(styles.link, weight === 'bold' && styles.bold, className)}
  >
    {icon}
    {children}
  </AriaButton>
);
