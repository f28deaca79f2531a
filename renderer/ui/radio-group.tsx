import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import styles from './choice.module.css';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import field from './field.module.css';
import { FieldHelp, FieldLabel, type FieldWords } from './field-frame.tsx';
import type { Option } from './option.ts';

type RadioGroupProps<Id extends string> = FieldWords & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  /** One under the other or side by side; default row. */
  readonly direction?: 'row' | 'column' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
};

/** One of a few options, all in sight. */
export const RadioGroup = <Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  options,
  value,
  onChange,
  direction = 'row',
  className,
  ...rest
}: RadioGroupProps<Id>) => (
  <AriaRadioGroup
    {...defined({ ...rest, isRequired })}
    className={cx(field.field, className)}
    isInvalid={error !== undefined}
    onChange={(id) => {
      const chosen = options.find((option) => option.id === id);
      if (chosen !== undefined) onChange(chosen.id);
    }}
    orientation={direction === 'row' ? 'horizontal' : 'vertical'}
    validationBehavior="aria"
    value={value}
  >
    <FieldLabel isLabelHidden={isLabelHidden} isRequired={isRequired} label={label} />
    <div className={cx(styles.radios, styles[direction])}>
      {options.map((option) => (
        <Radio
          className={styles.radio ?? ''}
          isDisabled={option.isDisabled ?? false}
          key={option.id}
          value={option.id}
        >
          <span className={styles.dot} />
          <span>
            {option.label}
            {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
          </span>
        </Radio>
      ))}
    </div>
    <FieldHelp description={description} error={error} warning={warning} />
  </AriaRadioGroup>
);
