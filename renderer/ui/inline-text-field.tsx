import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './class-names.ts';
import { isImeKey } from './ime.ts';
import styles from './inline-text-field.module.css';
import { tooLong } from './text-length.ts';

type InlineTextFieldProps = {
  /** Read out; nothing but the text itself is shown. */
  readonly label: string;
  readonly value: string;
  /** Called on blur and Enter when the text has changed and has no problem. */
  readonly onCommit: (value: string) => void;
  /** Says what is wrong with a text, or undefined; while it does, nothing is committed. */
  readonly validate?: ((value: string) => string | undefined) | undefined;
  /** An error from outside, such as a refused command. */
  readonly error?: string | undefined;
  readonly warning?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** `title` is as large as a page heading; default text. */
  readonly size?: 'text' | 'title' | undefined;
  readonly className?: string | undefined;
};

/**
 * Text that is edited where it stands: looks like text until hovered or focused.
 * Enter (not while converting) and blur commit, Escape takes the old text back.
 */
export const InlineTextField = ({
  label,
  value,
  onCommit,
  validate,
  error,
  warning,
  placeholder,
  maxLength,
  isDisabled = false,
  align = 'start',
  size = 'text',
  className,
}: InlineTextFieldProps) => {
  const [draft, setDraft] = useState(value);
  const isEditing = useRef(false);
  // The stored text comes back a little later: Enter and the blur after it commit once.
  const sent = useRef<string | null>(null);
  const helpId = useId();
  useEffect(() => {
    // What was handed over comes back as it is stored (１２名 as 12人); what is being typed stays.
    setDraft((now) => (!isEditing.current || now === sent.current ? value : now));
  }, [value]);

  const wrong = (text: string) => tooLong(text, maxLength) ?? validate?.(text);
  const problem = (draft === value ? undefined : wrong(draft)) ?? error;
  const hasHelp = problem !== undefined || warning !== undefined;
  const commit = () => {
    if (draft === value || draft === sent.current || wrong(draft) !== undefined) return;
    sent.current = draft;
    onCommit(draft);
  };

  return (
    <span className={cx(styles.field, className)}>
      <input
        aria-describedby={hasHelp ? helpId : undefined}
        aria-invalid={problem !== undefined}
        aria-label={label}
        autoComplete="off"
        className={cx(
          styles.input,
          styles[size],
          align === 'end' && styles.end,
          problem !== undefined && styles.invalid,
        )}
        disabled={isDisabled}
        onBlur={() => {
          isEditing.current = false;
          commit();
        }}
        onChange={(event) => {
          sent.current = null;
          setDraft(event.target.value);
        }}
        onFocus={() => {
          isEditing.current = true;
        }}
        onKeyDown={(event) => {
          if (isImeKey(event)) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          } else if (event.key === 'Escape' && draft !== value) {
            event.stopPropagation();
            setDraft(value);
          }
        }}
        placeholder={placeholder}
        value={draft}
      />
      {hasHelp && (
        <span
          className={problem === undefined ? styles.warning : styles.error}
          id={helpId}
          role={problem === undefined ? undefined : 'alert'}
        >
          {problem ?? <>△ {warning}</>}
        </span>
      )}
    </span>
  );
};
