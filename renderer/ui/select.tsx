import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './field.module.css';
import { FieldHelp, FieldLabel, type FieldWords } from './field-frame.tsx';
import list from './list.module.css';
import type { Option } from './option.ts';

type SelectProps<Id extends string> = FieldWords & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
};

/** One of a few known options. For many, or for new ones, take ComboBox. */
export const Select = <Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  options,
  value,
  onChange,
  placeholder = '選んでください',
  className,
  ...rest
}: SelectProps<Id>) => (
  <AriaSelect
    {...defined({ ...rest, isRequired })}
    className={cx(styles.field, className)}
    isInvalid={error !== undefined}
    onChange={(key) => {
      const chosen = options.find((option) => option.id === key);
      if (chosen !== undefined) onChange(chosen.id);
    }}
    placeholder={placeholder}
    validationBehavior="aria"
    value={value}
  >
    <FieldLabel isLabelHidden={isLabelHidden} isRequired={isRequired} label={label} />
    <Button
      className={cx(
        styles.box,
        list.trigger,
        error !== undefined && styles.invalid,
        rest.isDisabled && styles.disabled,
      )}
    >
      <SelectValue className={list.chosen ?? ''}>
        {({ isPlaceholder, selectedText }) => (isPlaceholder ? placeholder : selectedText)}
      </SelectValue>
      <ChevronDown aria-hidden="true" />
    </Button>
    <FieldHelp description={description} error={error} warning={warning} />
    <Popover className={list.popover ?? ''} offset={4}>
      <ListBox className={list.list ?? ''} items={options}>
        {(option) => <OptionItem option={option} />}
      </ListBox>
    </Popover>
  </AriaSelect>
);

type OptionItemProps = { readonly option: Option };

/** How an option looks in any list of them. */
export const OptionItem = ({ option }: OptionItemProps) => (
  <ListBoxItem
    className={list.item ?? ''}
    id={option.id}
    isDisabled={option.isDisabled ?? false}
    textValue={option.label}
  >
    {({ isSelected }) => (
      <>
        <span className={list.words}>{option.label}</span>
        {option.note !== undefined && <span className={list.note}>{option.note}</span>}
        {isSelected && <Check aria-hidden="true" className={list.check} />}
      </>
    )}
  </ListBoxItem>
);
