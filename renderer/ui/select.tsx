import { Check, ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { cx } from './class-names.ts';
import type { FieldWords } from './field-frame.tsx';
import list from './list.module.css';
import type { Option } from './option.ts';
import { boxLooks, PlainField, useAutoFocus } from './plain-field.tsx';

type SelectProps<Id extends string> = FieldWords & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Told when somebody comes to it: what takes time to know can be asked for. */
  readonly onFocus?: (() => void) | undefined;
  readonly className?: string | undefined;
};

/**
 * One of a few known options. For many, or for new ones, take ComboBox. Pages have dozens of them: nothing but
 * a button until it is pressed.
 */
export const Select = <Id extends string>(props: SelectProps<Id>) => {
  const { label, isLabelHidden, isRequired, description, warning, error, className } = props;
  const words = { label, isLabelHidden, isRequired, description, warning, error, className };
  const { options, value, placeholder = '選んでください', isDisabled = false } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const valueId = useId();
  const chosen = options.find((option) => option.id === value);
  const pick = (picked: unknown): void => {
    const option = options.find((each) => each.id === picked);
    if (option !== undefined && option.id !== value) props.onChange(option.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = KEYS[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'open') setIsOpen(true);
    else pick(besideOf(options, value, act)?.id);
  };
  useAutoFocus(button, props.autoFocus);
  return (
    <PlainField {...words}>
      {(control, labelId) => (
        <>
          <button
            aria-describedby={control['aria-describedby']}
            aria-expanded={isOpen}
            aria-haspopup="listbox"
            aria-labelledby={`${valueId} ${labelId}`}
            className={cx(boxLooks({ problem: words.error, isDisabled }), list.trigger)}
            disabled={isDisabled}
            id={control.id}
            onClick={() => setIsOpen(true)}
            onFocus={props.onFocus}
            onKeyDown={onKeyDown}
            ref={button}
            type="button"
          >
            <span
              className={list.chosen}
              data-placeholder={chosen === undefined || undefined}
              id={valueId}
            >
              {chosen?.label ?? placeholder}
            </span>
            <ChevronDown aria-hidden="true" />
          </button>
          {isOpen && (
            <Popover
              aria-labelledby={labelId}
              className={list.popover ?? ''}
              isOpen
              offset={4}
              onOpenChange={setIsOpen}
              placement="bottom start"
              triggerRef={button}
            >
              <ListBox
                aria-labelledby={labelId}
                autoFocus="first"
                className={list.list ?? ''}
                items={options}
                onSelectionChange={(keys) => {
                  setIsOpen(false);
                  // The chosen one, pressed again, is taken out of the set; it stays what it is.
                  pick([...keys][0]);
                }}
                shouldFocusOnHover
                selectedKeys={chosen === undefined ? [] : [chosen.id]}
                selectionMode="single"
              >
                {(option) => <OptionItem option={option} />}
              </ListBox>
            </Popover>
          )}
        </>
      )}
    </PlainField>
  );
};

/** What keys do on the button. A click that a key makes counts as one of a screen reader, for which lists wait with the focus. */
const KEYS: Readonly<Record<string, 'open' | 1 | -1>> = {
  ArrowDown: 'open',
  ArrowUp: 'open',
  Enter: 'open',
  ' ': 'open',
  ArrowRight: 1,
  ArrowLeft: -1,
};

/** The next option to choose in a direction; none behind the last. */
const besideOf = <Id extends string>(
  options: readonly Option<Id>[],
  value: Id | null,
  step: 1 | -1,
): Option<Id> | undefined => {
  const open = options.filter((option) => option.id === value || option.isDisabled !== true);
  const at = open.findIndex((option) => option.id === value);
  return at < 0 ? open[0] : open[at + step];
};

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
