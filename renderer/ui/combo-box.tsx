import { ChevronDown } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  Collection,
  ComboBoxStateContext,
  Header,
  Input,
  ListBox,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { cx } from './class-names.ts';
import { defined } from './defined.ts';
import styles from './field.module.css';
import { FieldHelp, FieldLabel, type FieldWords } from './field-frame.tsx';
import { isImeKey } from './ime.ts';
import list from './list.module.css';
import type { Option, OptionSection } from './option.ts';
import { OptionItem } from './select.tsx';

export type ComboBoxProps<Id extends string> = FieldWords & {
  /** What fits the text typed so far; the caller filters (with folding of kana and width). */
  readonly options?: readonly Option<Id>[] | undefined;
  /** Options under headings, instead of `options`. */
  readonly sections?: readonly OptionSection<Id>[] | undefined;
  readonly inputValue: string;
  readonly onInputChange: (text: string) => void;
  /** An option was picked, or null when the text no longer stands for one. */
  readonly onPick: (id: Id | null) => void;
  /** The picked option's id; default null. */
  readonly value?: Id | null | undefined;
  /** Text that is no option may stay; default false. */
  readonly allowsCustomValue?: boolean | undefined;
  /** Enter takes the one option that fits what was typed; default false. */
  readonly takesLone?: boolean | undefined;
  /** Somebody comes to it: what takes long to find is looked for from now on. */
  readonly onEntered?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  /** Escape while no list is open; without it, it is for what stands around the box. */
  readonly onEscape?: (() => void) | undefined;
  /** Shown when nothing fits. */
  readonly emptyText?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** When the list opens; default `focus`. */
  readonly menuTrigger?: 'focus' | 'input' | 'manual' | undefined;
  readonly className?: string | undefined;
};

type List = {
  /** Closes it; false when it was not open. */
  readonly close: () => boolean;
  /** Whether Enter would pick none of its options by itself. */
  readonly isUndecided: () => boolean;
};

/** Hands out the list of the box that it stands in. */
const ListHandle = ({ handle }: { readonly handle: RefObject<List | null> }) => {
  const state = useContext(ComboBoxStateContext);
  useImperativeHandle(
    handle,
    () => ({
      close: () => {
        if (!state?.isOpen) return false;
        state.close();
        return true;
      },
      isUndecided: () => state?.isOpen === true && state.selectionManager.focusedKey === null,
    }),
    [state],
  );
  return null;
};

/** Text with a list of what it may mean. Keys of a Japanese conversion never pick or close. */
export const ComboBox = <Id extends string>({
  label,
  isLabelHidden,
  description,
  error,
  warning,
  isRequired,
  options = [],
  sections,
  onPick,
  value = null,
  emptyText = '見つかりません',
  placeholder,
  menuTrigger = 'focus',
  onEntered,
  onEscape,
  className,
  takesLone = false,
  ...rest
}: ComboBoxProps<Id>) => {
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef<List>(null);
  // A hundred people to pick from cost more than the rest of a page: they are listed when somebody comes here.
  const [isEntered, setIsEntered] = useState(false);
  const all = sections?.flatMap((section) => section.options) ?? options;
  /** What alone fits what was typed. */
  const lone = all.length === 1 && takesLone && rest.inputValue.trim() !== '' ? all[0] : undefined;
  const keys = {
    onKeyDownCapture: (event: KeyboardEvent): void => {
      if (isImeKey(event)) event.stopPropagation();
      // The first Escape is the list's; what stands around it hears the next.
      else if (event.key === 'Escape') {
        if (!opened.current?.close()) {
          if (onEscape === undefined) return;
          onEscape();
          // The text that went would open the list.
          requestAnimationFrame(() => opened.current?.close());
        }
        event.stopPropagation();
        event.preventDefault();
      } else if (event.key === 'Enter' && lone && opened.current?.isUndecided()) {
        onPick(lone.id);
        requestAnimationFrame(() => opened.current?.close());
        event.stopPropagation();
        event.preventDefault();
      }
    },
  };
  return (
    <AriaComboBox
      {...defined({ ...rest, isRequired })}
      allowsEmptyCollection
      className={cx(styles.field, className)}
      defaultFilter={() => true}
      isInvalid={error !== undefined}
      menuTrigger={menuTrigger}
      onFocus={() => {
        setIsEntered(true);
        onEntered?.();
      }}
      onChange={(key) => {
        onPick(all.find((option) => option.id === key)?.id ?? null);
        // Where the picked value does not stay in the box, the list would stay open, and Tab would
        // pick what the pointer rests on. Not at once: the new text would open the list again.
        if (key !== null) requestAnimationFrame(() => opened.current?.close());
      }}
      validationBehavior="aria"
      value={value}
    >
      <ListHandle handle={opened} />
      <FieldLabel isLabelHidden={isLabelHidden} isRequired={isRequired} label={label} />
      <div
        className={cx(
          styles.box,
          error !== undefined && styles.invalid,
          rest.isDisabled && styles.disabled,
        )}
        ref={box}
        // On the box itself: the component around it takes no handlers of keys.
        {...keys}
      >
        <Input className={styles.input ?? ''} {...defined({ placeholder })} />
        <Button className={styles.chevron ?? ''}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <FieldHelp description={description} error={error} warning={warning} />
      <Popover className={cx(list.popover, list.wide)} offset={4} triggerRef={box}>
        <ListBox
          className={list.list ?? ''}
          renderEmptyState={() => <div className={list.empty}>{emptyText}</div>}
        >
          {!isEntered ? null : sections === undefined ? (
            <Collection items={options}>{(option) => <OptionItem option={option} />}</Collection>
          ) : (
            sections.map((section) => (
              <ListBoxSection className={list.section ?? ''} id={section.title} key={section.title}>
                <Header className={list.heading ?? ''}>{section.title}</Header>
                <Collection items={section.options}>
                  {(option) => <OptionItem option={option} />}
                </Collection>
              </ListBoxSection>
            ))
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
};
