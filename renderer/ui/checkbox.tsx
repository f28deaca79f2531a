import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
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
  /** `selection` inside a table whose rows can be chosen. */
  readonly slot?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly className?: string | undefined;
};

export const Checkbox = ({ children, className, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...defined(rest)} className={cx(styles.checkbox, className)}>
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
