import { Search } from 'lucide-react';
import { memo, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './class-names.ts';
import { isImeKey } from './ime.ts';
import styles from './search-dialog.module.css';
import { useLatest } from './use-latest.ts';

type SearchOption = {
  readonly id: string;
  readonly label: ReactNode;
  /** Smaller, behind the label: where it stands. */
  readonly note?: ReactNode;
  /** On a line of its own: what was found in it. */
  readonly excerpt?: ReactNode;
};

export type SearchSection = { readonly title: string; readonly options: readonly SearchOption[] };

type SearchDialogProps = {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly inputValue: string;
  readonly onInputChange: (text: string) => void;
  /** What fits the text typed so far; the caller filters. */
  readonly sections: readonly SearchSection[];
  /** The text that the sections fit, for measuring. */
  readonly foundFor?: string | undefined;
  /** How much was found, or why nothing; read out as it changes. */
  readonly status: string;
  readonly onPick: (id: string) => void;
  /** Escape or a press outside; the focus goes back to where it was. */
  readonly onClose: () => void;
};

/**
 * A search over the page: type, walk with the arrow keys, Enter picks.
 * Keys of a Japanese conversion neither move nor pick.
 */
export const SearchDialog = ({
  label,
  placeholder,
  inputValue,
  onInputChange,
  sections,
  foundFor,
  status,
  onPick,
  onClose,
}: SearchDialogProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | undefined>();
  const all = sections.flatMap((section) => section.options.map((option) => option.id));
  const current = active !== undefined && all.includes(active) ? active : all[0];
  const optionId = useCallback((option: string) => `${id}-${option.replaceAll(' ', '_')}`, [id]);
  const latest = useLatest(onPick);
  const pick = useCallback((option: string) => latest.current(option), [latest]);

  useEffect(() => {
    if (current === undefined) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const move = (step: number) => {
    const at = current === undefined ? -1 : all.indexOf(current);
    setActive(all[(at + step + all.length) % all.length]);
  };

  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog aria-label={label} className={styles.dialog ?? ''}>
          <div className={styles.bar}>
            <Search aria-hidden="true" />
            <input
              aria-activedescendant={current === undefined ? undefined : optionId(current)}
              aria-autocomplete="list"
              aria-controls={`${id}-list`}
              aria-expanded
              aria-label={label}
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type
              autoFocus
              className={styles.input}
              onChange={(event) => {
                setActive(undefined);
                onInputChange(event.target.value);
              }}
              onKeyDown={(event) => {
                if (isImeKey(event)) {
                  event.stopPropagation();
                  return;
                }
                if (event.key === 'ArrowDown') move(1);
                else if (event.key === 'ArrowUp') move(-1);
                else if (event.key === 'Enter') {
                  if (current !== undefined) onPick(current);
                } else return;
                event.preventDefault();
              }}
              placeholder={placeholder}
              role="combobox"
              value={inputValue}
            />
          </div>
          <div
            aria-label={label}
            className={styles.list}
            data-found-for={foundFor}
            id={`${id}-list`}
            ref={list}
            role="listbox"
            // What scrolls must be reachable, but the arrow keys of the input walk through it.
            tabIndex={-1}
          >
            <Options
              current={current}
              onPick={pick}
              onPoint={setActive}
              optionId={optionId}
              sections={sections}
            />
          </div>
          <p className={cx(styles.count, all.length > 0 && styles.quiet)} role="status">
            {status}
          </p>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};

type OptionsProps = {
  readonly sections: readonly SearchSection[];
  readonly current: string | undefined;
  readonly optionId: (option: string) => string;
  readonly onPick: (id: string) => void;
  readonly onPoint: (id: string) => void;
};

/** While somebody types they stay as they are, until there are others: typing paints nothing twice. */
const Options = memo(({ sections, current, optionId, onPick, onPoint }: OptionsProps) =>
  sections.map((section) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div aria-label={section.title} key={section.title} role="group">
      <div aria-hidden="true" className={styles.heading}>
        {section.title}
      </div>
      {section.options.map((option) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
        <div
          aria-selected={option.id === current}
          className={cx(styles.option, option.id === current && styles.active)}
          id={optionId(option.id)}
          key={option.id}
          onClick={() => onPick(option.id)}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onPoint(option.id)}
          role="option"
        >
          <span className={styles.line}>
            <span className={styles.words}>{option.label}</span>
            {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
          </span>
          {option.excerpt !== undefined && <span className={styles.excerpt}>{option.excerpt}</span>}
        </div>
      ))}
    </div>
  )),
);
