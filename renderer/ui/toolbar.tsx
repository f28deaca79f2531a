import type { ReactNode } from 'react';
import { Button as AriaButton, Toolbar as AriaToolbar, ToggleButton } from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './toolbar.module.css';
import { Tooltip } from './tooltip.tsx';

type ToolbarProps = {
  /** What the tools work on, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A row of tools: one tab stop, arrow keys inside. */
export const Toolbar = ({ label, children, className }: ToolbarProps) => (
  <AriaToolbar aria-label={label} className={cx(styles.toolbar, className)}>
    {children}
  </AriaToolbar>
);

/** A thin line between groups of tools. */
export const ToolbarLine = () => <span aria-hidden="true" className={styles.line} />;

type ToolProps = {
  /** Read out, and shown as a tooltip; shown in full unless there is an icon alone. */
  readonly label: string;
  readonly icon?: ReactNode;
  /** The word beside the icon; absent, the icon stands alone. */
  readonly word?: ReactNode;
  /** Where room is short the icon stands alone. */
  readonly isWordOptional?: boolean | undefined;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

type ToolbarToggleProps = ToolProps & {
  readonly isOn: boolean;
  readonly onPress: () => void;
};

/** A tool that is on or off where the cursor stands. */
export const ToolbarToggle = ({
  label,
  icon,
  word,
  isWordOptional = false,
  shortcut,
  isOn,
  onPress,
  isDisabled,
}: ToolbarToggleProps) => (
  <Tooltip shortcut={shortcut} text={label}>
    <ToggleButton
      {...defined({ isDisabled })}
      aria-label={label}
      className={styles.tool ?? ''}
      isSelected={isOn}
      onChange={onPress}
    >
      {icon}
      {word !== undefined && (
        <span className={isWordOptional ? styles.optional : styles.word}>{word}</span>
      )}
    </ToggleButton>
  </Tooltip>
);

type ToolbarButtonProps = ToolProps & {
  /** Absent inside a Menu, which opens it. */
  readonly onPress?: (() => void) | undefined;
  /** The word says more than the icon: it stays where room is short. */
  readonly isWordNeeded?: boolean | undefined;
  /** A shortcut to what a menu of the same bar has, too: where room is short it goes, `first` ones before the others. */
  readonly goes?: 'first' | 'second' | undefined;
  /** After the word, such as a chevron for a menu. */
  readonly endIcon?: ReactNode;
};

/** A tool that does something, or opens a menu. */
export const ToolbarButton = ({
  label,
  icon,
  word,
  isWordNeeded = false,
  isWordOptional = false,
  endIcon,
  goes,
  shortcut,
  onPress,
  isDisabled,
}: ToolbarButtonProps) => {
  const button = (
    <AriaButton
      {...defined({ isDisabled, onPress })}
      aria-label={label}
      className={cx(styles.tool, goes && styles[goes])}
    >
      {icon}
      {word !== undefined && (
        <span
          className={isWordOptional ? styles.optional : isWordNeeded ? styles.needed : styles.word}
        >
          {word}
        </span>
      )}
      {endIcon}
    </AriaButton>
  );
  // A button that opens a menu is its trigger, and nothing may stand between the two.
  return shortcut === undefined && !isWordOptional ? (
    button
  ) : (
    <Tooltip shortcut={shortcut} text={label}>
      {button}
    </Tooltip>
  );
};
