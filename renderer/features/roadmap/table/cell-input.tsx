import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { cx } from '#ui/class-names.ts';
import { useDraftDesk, whereNow } from '#ui/commit/drafts.ts';
import { isImeKey } from '#ui/ime.ts';
import { type Move, moveOf } from './moves.ts';
import styles from './table.module.css';

/** What the cursor asks of the table beside moving. */
type CellKeys = {
  /** Returns false where the move leads out of the table. */
  readonly onMove: (move: Move, isTab: boolean) => boolean;
  /** Enter after typing: down, and back to where Tab began. */
  readonly onEnter: (isBack: boolean) => void;
  readonly onLeave: () => void;
  /** A key that is none of the cursor's own; returns whether it was taken. */
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => boolean;
};

type CellInputProps = CellKeys & {
  /** Where the text is kept while it is typed. */
  readonly draftKey: string;
  /** The cell, for screen readers: 開始、3行目、R5.2. */
  readonly label: string;
  /** What stands in the cell. */
  readonly text: string;
  readonly align?: 'start' | 'end' | undefined;
  readonly isReadOnly: boolean;
  readonly error: string | null;
  /** Only these may stand in the cell. */
  readonly choices: readonly string[];
  /** What stands in other cells of the column, to take again. */
  readonly suggestions: readonly string[];
  readonly page: number;
  /** Whether the cell takes the focus when it becomes the cursor's. */
  readonly takesFocus: boolean;
  /** A double click, or a click on the cursor's cell, opens the text. */
  readonly startsOpen: boolean;
  readonly opensUp: boolean;
  readonly onCommit: (text: string) => void;
  /** Without typing: a paste of a table goes elsewhere. Returns whether it was taken. */
  readonly onPaste: (data: DataTransfer) => boolean;
};

/** `moving`: keys go from cell to cell. `typing`: over what stood there. `editing`: within it. */
type Mode = 'moving' | 'typing' | 'editing';

/**
 * The cursor of the table: an input in the one cell that it stands on. It is there before anything is
 * typed, and unseen, so that an input method begins in it and no first letter is lost.
 */
export const CellInput = ({
  draftKey,
  label,
  text,
  align = 'start',
  isReadOnly,
  error,
  choices,
  suggestions,
  page,
  takesFocus,
  startsOpen,
  opensUp,
  onCommit,
  onPaste,
  ...keys
}: CellInputProps) => {
  const input = useRef<HTMLInputElement>(null);
  const desk = useDraftDesk();
  /** The press that brings the focus here opens nothing yet. */
  const hadFocus = useRef(false);
  const listId = useId();
  const errorId = useId();
  const [mode, setMode] = useState<Mode>(startsOpen && !isReadOnly ? 'editing' : 'moving');
  const [typed, setTyped] = useState(text);
  const [picked, setPicked] = useState<number | null>(null);
  /** Known at once, so that one text is handed over once. */
  const isOpen = useRef(mode !== 'moving');
  const value = mode === 'moving' ? '' : typed;
  const options = mode === 'moving' ? [] : optionsFor({ choices, suggestions, typed, text });
  const best = choices.length > 0 ? bestOf(options, typed) : -1;
  const chosen = picked ?? best;

  useLayoutEffect(() => {
    if (takesFocus && document.activeElement !== input.current) {
      input.current?.focus({ preventScroll: true });
    }
  }, [takesFocus]);

  useLayoutEffect(() => {
    if (mode !== 'editing') return;
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, [mode]);

  const open = (next: Mode, first: string): void => {
    if (isReadOnly) return;
    setTyped(first);
    setPicked(null);
    setMode(next);
    isOpen.current = true;
  };
  const keep = (next: string): void => {
    const place = { base: text, where: whereNow(), isOnItsWay: false };
    if (next === text) desk.drop(draftKey);
    else desk.put({ key: draftKey, label, text: next, ...place });
  };
  const close = (): void => {
    desk.drop(draftKey);
    isOpen.current = false;
    setMode('moving');
  };
  const commit = (): void => {
    if (!isOpen.current) return;
    const option = options[chosen];
    close();
    onCommit(option !== undefined && (picked !== null || choices.length > 0) ? option : typed);
  };

  // Leaving by the mouse, or with the whole page, takes the cell away without a blur.
  const last = useRef(commit);
  last.current = commit;
  useEffect(() => {
    const commitNow = async (): Promise<void> => last.current();
    const quit = desk.join({ key: draftKey, commit: commitNow, discard: () => setMode('moving') });
    return () => {
      quit();
      last.current();
    };
  }, [desk, draftKey]);

  const onKeyWhileMoving = (event: KeyboardEvent<HTMLInputElement>): void => {
    const move = moveOf(event, page);
    if (move !== null) {
      event.stopPropagation();
      // At the table's ends Tab is the browser's again.
      if (keys.onMove(move, event.key === 'Tab')) event.preventDefault();
      return;
    }
    if (keys.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') keys.onLeave();
    else if (event.key === 'Enter' || event.key === 'F2') open('editing', text);
    else if (event.altKey && event.key === 'ArrowDown') open('editing', text);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!isReadOnly && text !== '') onCommit('');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onKeyWhileTyping = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      setPicked(((chosen < 0 && step < 0 ? 0 : chosen) + step + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) {
      commit();
      keys.onEnter(event.shiftKey);
    } else if (event.key === 'Tab' && !event.ctrlKey) {
      commit();
      if (!keys.onMove(event.shiftKey ? 'previous' : 'next', true)) return;
    } else if (event.key === 'Escape') close();
    else {
      // As in Excel: after typing over a cell the arrows go on; after F2 they stay in the text.
      const isArrow = step !== 0 || event.key === 'ArrowLeft' || event.key === 'ArrowRight';
      const move = mode === 'typing' && isArrow && !event.shiftKey ? moveOf(event, page) : null;
      event.stopPropagation();
      if (move === null) return;
      commit();
      keys.onMove(move, false);
    }
    event.preventDefault();
    // Enter and Escape go on: who watches for typing must learn that it has ended.
    if (event.key !== 'Enter' && event.key !== 'Escape') event.stopPropagation();
  };

  return (
    <>
      <input
        {...(options.length > 0 && {
          'aria-activedescendant': chosen < 0 ? undefined : `${listId}-${chosen}`,
          'aria-autocomplete': 'list',
          'aria-controls': listId,
          'aria-expanded': true,
          role: 'combobox',
        })}
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
        onBlur={commit}
        onChange={(event) => {
          if (isReadOnly) return;
          const next = event.target.value;
          keep(next);
          if (mode === 'moving') open('typing', next);
          else {
            setTyped(next);
            setPicked(null);
          }
        }}
        onClick={() => {
          if (mode === 'moving' && hadFocus.current) open('editing', text);
        }}
        onCompositionStart={() => {
          if (mode === 'moving') open('typing', '');
        }}
        onKeyDown={(event) => {
          if (isImeKey(event)) return;
          if (mode === 'moving') onKeyWhileMoving(event);
          else onKeyWhileTyping(event);
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
        value={value}
      />
      {options.length > 0 && (
        <ul className={cx(styles.options, opensUp && styles.up)} id={listId} {...LISTBOX}>
          {options.map((option, index) => (
            <li
              className={cx(styles.option, index === chosen && styles.chosen)}
              id={`${listId}-${index}`}
              key={option}
              {...optionOf(index === chosen)}
              {...clicked(() => {
                close();
                onCommit(option);
              })}
            >
              {option}
            </li>
          ))}
        </ul>
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

/** The input has the focus and takes the keys; the list beside it only shows. */
const LISTBOX = { role: 'listbox' } as const;
const optionOf = (isChosen: boolean) => ({ role: 'option', 'aria-selected': isChosen });
const clicked = (onClick: () => void) => ({
  onClick,
  onMouseDown: (event: MouseEvent): void => event.preventDefault(),
});

/** So many suggestions are of use. */
const SUGGESTED = 8;

type OptionsOf = Pick<CellInputProps, 'choices' | 'suggestions' | 'text'> & {
  readonly typed: string;
};

const optionsFor = ({ choices, suggestions, typed, text }: OptionsOf): readonly string[] => {
  if (choices.length > 0) return choices;
  const words = typed.trim();
  if (words === text.trim()) return suggestions.slice(0, SUGGESTED);
  return suggestions.filter((each) => each.includes(words) && each !== words).slice(0, SUGGESTED);
};

/** The choice that typed words most likely mean; -1 for none. */
const bestOf = (options: readonly string[], typed: string): number => {
  const words = typed.normalize('NFKC').trim();
  if (words === '') return -1;
  const exact = options.indexOf(words);
  if (exact >= 0) return exact;
  const start = options.findIndex((option) => option.startsWith(words));
  return start >= 0 ? start : options.findIndex((option) => option.includes(words));
};
