import { type FocusEvent, type HTMLInputTypeAttribute, type ReactNode, useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './field.module.css';
import { FieldHelp, FieldLabel, type FieldWords } from './field-frame.tsx';
import { isImeKey, onEnter } from './ime.ts';
import { tooLong } from './text-length.ts';

type TextFieldProps = FieldWords & {
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: ((event: FocusEvent) => void) | undefined;
  /** Told when an input method begins and ends to convert. */
  readonly onComposing?: ((isComposing: boolean) => void) | undefined;
  /** Enter, but never the Enter that ends a conversion. */
  readonly onEnter?: (() => void) | undefined;
  /** Escape, but never the Escape of a conversion. */
  readonly onEscape?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  /** In characters. Longer text stays as typed and is reported as an error; nothing is cut off. */
  readonly maxLength?: number | undefined;
  readonly type?: HTMLInputTypeAttribute | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
  readonly name?: string | undefined;
  /** What is typed is stored as it is typed: undo is the app's, not the input's own. */
  readonly isLive?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly align?: 'start' | 'end' | undefined;
  readonly icon?: ReactNode;
  /** A unit behind the value: 人, 円. */
  readonly suffix?: ReactNode;
  readonly className?: string | undefined;
};

/** One line of text. Numbers and dates are typed here too, full-width digits and all. */
export const TextField = ({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  onEnter: whenEntered,
  onEscape: whenLeft,
  onComposing,
  isLive = false,
  placeholder,
  maxLength,
  align = 'start',
  icon,
  suffix,
  className,
  defaultValue,
  onChange,
  ...rest
}: TextFieldProps) => {
  const [typed, setTyped] = useState(defaultValue ?? '');
  const problem = error ?? tooLong(rest.value ?? typed, maxLength);
  return (
    <AriaTextField
      {...defined({ ...rest, defaultValue, isRequired })}
      className={cx(styles.field, className)}
      isInvalid={problem !== undefined}
      onChange={(value) => {
        setTyped(value);
        onChange?.(value);
      }}
      validationBehavior="aria"
    >
      <FieldLabel isLabelHidden={isLabelHidden} isRequired={isRequired} label={label} />
      <div
        className={cx(
          styles.box,
          problem !== undefined && styles.invalid,
          rest.isDisabled && styles.disabled,
          rest.isReadOnly && styles['read-only'],
        )}
        onCompositionEnd={() => onComposing?.(false)}
        onCompositionStart={() => onComposing?.(true)}
      >
        {icon}
        <Input
          className={cx(styles.input, align === 'end' && styles.end)}
          data-live={isLive || undefined}
          {...defined({ placeholder })}
          {...((whenEntered || whenLeft) && {
            onKeyDown: (event) => {
              if (whenEntered) onEnter(() => whenEntered())(event);
              if (!whenLeft || event.key !== 'Escape' || isImeKey(event)) return;
              // A panel around the field stays open.
              event.preventDefault();
              whenLeft();
            },
          })}
        />
        {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
      </div>
      <FieldHelp description={description} error={problem} warning={warning} />
    </AriaTextField>
  );
};
