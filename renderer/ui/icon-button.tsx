import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = {
  /** What it does; read out, and shown as a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress?: (() => void) | undefined;
  /** Keys that do the same, shown in the tooltip: `Ctrl+Z`. */
  readonly shortcut?: string | undefined;
  readonly size?: 'medium' | 'small' | undefined;
  readonly tone?: 'neutral' | 'danger' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly slot?: string | undefined;
  readonly className?: string | undefined;
};

/** A button without words: its label is required. */
export const IconButton = ({
  label,
  icon,
  shortcut,
  size = 'medium',
  tone = 'neutral',
  className,
  ...rest
}: IconButtonProps) => (
  <Tooltip shortcut={shortcut} text={label}>
    <AriaButton
      {...defined(rest)}
      aria-label={label}
      className={cx(styles.button, styles[size], styles[tone], className)}
    >
      {icon}
    </AriaButton>
  </Tooltip>
);
