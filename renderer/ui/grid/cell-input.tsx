import { useId, useRef } from 'react';
import { cx } from '../class-names.ts';
import { isImeKey } from '../ime.ts';
import { type CellKeys, onKeyWhileMoving, onKeyWhileTyping } from './cell-keys.ts';
import { CellOptions, optionId } from './cell-options.tsx';
import styles from './grid.module.css';
import { type CellText, type CellTextOptions, useCellFocus, useCellText } from './use-cell-text.ts';

type CellInputProps = CellKeys &
  CellTextOptions & {
    readonly align?: 'start' | 'end' | undefined;
    readonly error: string | null;
    /** Rows in view. */
    readonly page: number;
    /** Whether the cell takes the focus when it becomes the cursor's. */
    readonly takesFocus: boolean;
    readonly opensUp: boolean;
    /** Without typing: a paste of a table goes elsewhere. Returns whether it was taken. */
    readonly onPaste: (data: DataTransfer) => boolean;
  };

/**
 * The cursor of a grid: an input in the one cell that it stands on. It is there before anything is
 * typed, and unseen, so that an input method begins in it and no first letter is lost.
 */
export const CellInput = (props: CellInputProps) => {
  const { label, text, align = 'start', isReadOnly, error, takesFocus, opensUp, onPaste } = props;
  const input = useRef<HTMLInputElement>(null);
  /** The press that brings the focus here opens nothing yet. */
  const hadFocus = useRef(false);
  const listId = useId();
  const errorId = useId();
  const cell = useCellText(props);
  const { mode, options, chosen } = cell;
  useCellFocus(input, takesFocus, mode);

  return (
    <>
      <input
        {...comboBoxOf(cell, listId)}
        aria-describedby={error === null ? undefined : errorId}
        aria-invalid={error !== null}
        aria-label={label}
        aria-readonly={isReadOnly}
        autoComplete="off"
        className={cx(
          styles.input,
          mode === 'moving' ? styles.moving : styles.writing,
          align === 'end' && styles.end,
        )}
        onBlur={cell.commit}
        onChange={(event) => cell.type(event.target.value)}
        onClick={() => {
          if (mode === 'moving' && hadFocus.current) cell.open('editing', text);
        }}
        onCompositionStart={() => {
          if (mode === 'moving') cell.open('typing', '');
        }}
        onKeyDown={(event) => {
          if (isImeKey(event)) return;
          const onKeyNow = mode === 'moving' ? onKeyWhileMoving : onKeyWhileTyping;
          onKeyNow(event, { ...props, cell });
        }}
        onMouseDown={() => {
          hadFocus.current = document.activeElement === input.current;
        }}
        onPaste={(event) => {
          if (mode === 'moving' && onPaste(event.clipboardData)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        readOnly={isReadOnly}
        ref={input}
        spellCheck={false}
        value={cell.value}
      />
      {options.length > 0 && (
        <CellOptions
          chosen={chosen}
          id={listId}
          onChoose={cell.choose}
          opensUp={opensUp}
          options={options}
        />
      )}
      {error !== null && (
        <span
          className={cx(styles.error, opensUp && styles.up)}
          hidden={mode !== 'moving'}
          id={errorId}
        >
          {error}
        </span>
      )}
    </>
  );
};

/** Where a list is open, the input says so to screen readers. */
const comboBoxOf = ({ options, chosen }: CellText, listId: string) =>
  options.length > 0 &&
  ({
    'aria-activedescendant': chosen < 0 ? undefined : optionId(listId, chosen),
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-expanded': true,
    role: 'combobox',
  } as const);
