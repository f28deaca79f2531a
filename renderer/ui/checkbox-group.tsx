import { Check } from 'lucide-react';
import { CheckboxGroup as AriaCheckboxGroup, Checkbox } from 'react-aria-components';
import styles from './choice.module.css';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import field from './field.module.css';
import { FieldHelp, FieldLabel, type FieldWords } from './field-frame.tsx';
import type { Option } from './option.ts';

type CheckboxGroupProps<Id extends string> = FieldWords & {
  readonly options: readonly Option<Id>[];
  readonly value: readonly Id[];
  /** The chosen ids in the order of `options`. */
  readonly onChange: (value: readonly Id[]) => void;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
};

/** Several of a few options, as chips: 現地・オンライン. */
export const CheckboxGroup = <Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  options,
  value,
  onChange,
  className,
  ...rest
}: CheckboxGroupProps<Id>) => (
  <AriaCheckboxGroup
    {...defined({ ...rest, isRequired })}
    className={cx(field.field, className)}
    isInvalid={error !== undefined}
    onChange={(chosen) =>
      onChange(options.map((option) => option.id).filter((id) => chosen.includes(id)))
    }
    validationBehavior="aria"
    value={[...value]}
  >
    <FieldLabel isLabelHidden={isLabelHidden} isRequired={isRequired} label={label} />
    <div className={styles.chips}>
      {options.map((option) => (
        <Checkbox
          className={styles.chip ?? ''}
          isDisabled={option.isDisabled ?? false}
          key={option.id}
          value={option.id}
        >
          {({ isSelected }) => (
            <>
              {isSelected && <Check aria-hidden="true" />}
              {option.label}
            </>
          )}
        </Checkbox>
      ))}
    </div>
    <FieldHelp description={description} error={error} warning={warning} />
  </AriaCheckboxGroup>
);
