import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components';
import styles from './checkbox.module.css';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';

type CheckboxProps = {
  readonly children: ReactNode;
  readonly isSelected?: boolean | undefined;
  readonly defaultSelected?: boolean | undefined;
  readonly isIndeterminate?: boolean | undefined;
  readonly onChange?: ((isSelected: boolean) => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  /** What Enter does, which no checkbox needs for itself. */
  readonly onEnter?: (() => void) | undefined;
  /** `selection` inside a table whose rows can be chosen. */
  readonly slot?: string | undefined;
  /** In a place that is moved in by arrows, and has a key of its own for the choice. */
  readonly excludeFromTabOrder?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly className?: string | undefined;
};

export const Checkbox = ({ children, className, onEnter, ...rest }: CheckboxProps) => (
  <AriaCheckbox
    {...defined(rest)}
    {...(onEnter === undefined ? {} : { onKeyDown: enterDoes(onEnter) })}
    className={cx(styles.checkbox, className)}
  >
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className={styles.mark}>
          {isIndeterminate && <Minus aria-hidden="true" />}
          {isSelected && !isIndeterminate && <Check aria-hidden="true" />}
        </span>
        <span>{children}</span>
      </>
    )}
  </AriaCheckbox>
);

type KeyboardEvent = Parameters<NonNullable<AriaProps['onKeyDown']>>[0];

const enterDoes =
  (onEnter: () => void) =>
  (event: KeyboardEvent): void => {
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
    if (event.key === 'Enter' && isPlain && !event.repeat) onEnter();
    // All other keys go on to the page, which else would not hear of them.
    else event.continuePropagation();
  };
