import { useState } from 'react';
import { TextArea as Area, TextField as AriaTextField } from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './field.module.css';
import { FieldHelp, FieldLabel, type FieldWords } from './field-frame.tsx';
import { tooLong } from './text-length.ts';

type TextAreaProps = FieldWords & {
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  /** Told when an input method begins and ends to convert. */
  readonly onComposing?: ((isComposing: boolean) => void) | undefined;
  readonly placeholder?: string | undefined;
  /** In characters. Longer text stays as typed and is reported as an error; nothing is cut off. */
  readonly maxLength?: number | undefined;
  /** Lines shown when empty; default 2. It grows with its text. */
  readonly minRows?: number | undefined;
  /** Lines after which it scrolls; default 20. */
  readonly maxRows?: number | undefined;
  readonly name?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly className?: string | undefined;
};

/** Text of several lines, as high as what is written in it. */
export const TextArea = ({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  placeholder,
  maxLength,
  onComposing,
  minRows = 2,
  maxRows = 20,
  className,
  defaultValue,
  onChange,
  ...rest
}: TextAreaProps) => {
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
        <Area
          className={cx(styles.input, styles.area)}
          style={{
            minHeight: `calc(${minRows}lh + 12px)`,
            maxHeight: `calc(${maxRows}lh + 12px)`,
          }}
          {...defined({ placeholder })}
        />
      </div>
      <FieldHelp description={description} error={problem} warning={warning} />
    </AriaTextField>
  );
};
