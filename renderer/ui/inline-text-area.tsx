import { useEffect, useId, useRef, useState } from 'react';
import { cx } from './class-names.ts';
import { isImeKey } from './ime.ts';
import styles from './inline-text-field.module.css';
import { tooLong } from './text-length.ts';

type InlineTextAreaProps = {
  /** Read out; nothing but the text itself is shown. */
  readonly label: string;
  readonly value: string;
  /** Called on blur and Enter when the text has changed and has no problem. */
  readonly onCommit: (value: string) => void;
  /** Says what is wrong with a text, or undefined; while it does, nothing is committed. */
  readonly validate?: ((value: string) => string | undefined) | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly className?: string | undefined;
};

/** As InlineTextField, for one sentence that may fill several lines: it wraps, Enter commits it. */
export const InlineTextArea = ({
  label,
  value,
  onCommit,
  validate,
  placeholder,
  maxLength,
  className,
}: InlineTextAreaProps) => {
  const [draft, setDraft] = useState<string>();
  const sent = useRef<string>(undefined);
  const helpId = useId();
  const text = draft ?? value;
  const problem = tooLong(text, maxLength) ?? (draft === undefined ? undefined : validate?.(text));

  useEffect(() => {
    // The stored text has come back; what was typed on since then stays.
    setDraft((now) => (now === value || now === sent.current ? undefined : now));
    sent.current = undefined;
  }, [value]);

  const commit = (): void => {
    if (draft === undefined || problem !== undefined || draft === sent.current) return;
    if (draft === value) {
      setDraft(undefined);
      return;
    }
    sent.current = draft;
    onCommit(draft);
  };

  return (
    <span className={cx(styles.field, className)}>
      <textarea
        aria-describedby={problem === undefined ? undefined : helpId}
        aria-invalid={problem !== undefined}
        aria-label={label}
        className={cx(styles.input, styles.area, problem !== undefined && styles.invalid)}
        onBlur={commit}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (isImeKey(event)) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          } else if (event.key === 'Escape' && draft !== undefined) {
            event.stopPropagation();
            setDraft(undefined);
          }
        }}
        placeholder={placeholder}
        rows={1}
        value={text}
      />
      {problem !== undefined && (
        <span className={styles.error} id={helpId} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
};
