import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './link-button.module.css';

type LinkButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly icon?: ReactNode;
  /** `text` keeps the weight of the words around it. */
  readonly weight?: 'bold' | 'text' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
  /** Of one that shows and hides what stands below it. */
  readonly 'aria-expanded'?: boolean | undefined;
  readonly className?: string | undefined;
};

/**
 * Looks like a link, goes somewhere inside the app. A plain button, since screens have a hundred of them;
 * not for rows of a DataTable, which would take its press for their own.
 */
export const LinkButton = ({
  children,
  icon,
  weight = 'bold',
  className,
  onPress,
  isDisabled,
  'aria-label': label,
  'aria-expanded': isExpanded,
}: LinkButtonProps) => (
  <button
    aria-expanded={isExpanded}
    aria-label={label}
    className={cx(styles.link, weight === 'bold' && styles.bold, className)}
    disabled={isDisabled}
    onClick={() => onPress?.()}
    type="button"
  >
    {icon}
    {children}
  </button>
);
