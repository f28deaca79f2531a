import { type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';
import { type CommitProps, useCommit } from './commit/use-commit.ts';
import { isImeKey } from './ime.ts';
import styles from './inline-text-field.module.css';

type InlineTextFieldProps<T> = CommitProps<T> & {
  /** Read out; nothing but the text itself is shown. */
  readonly label: string;
  /** One sentence that may fill several lines: it wraps, and Enter commits all the same. */
  readonly wraps?: boolean | undefined;
  readonly warning?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly align?: 'start' | 'end' | undefined;
  /** Struck out, as what is done. */
  readonly isDone?: boolean | undefined;
  readonly className?: string | undefined;
};

/**
 * Text that is edited where it stands: looks like text until hovered or focused. It is stored as
 * `CommitField` does; Escape takes back what was typed since the focus came.
 */
export const InlineTextField = <T,>({
  label,
  wraps = false,
  warning,
  placeholder,
  align = 'start',
  isDone = false,
  className,
  ...bound
}: InlineTextFieldProps<T>) => {
  const input = useCommit(label, bound);
  const helpId = useId();
  const { problem } = input;
  const hasHelp = problem !== undefined || warning !== undefined;
  const Tag = wraps ? 'textarea' : 'input';

  return (
    <span className={cx(styles.field, className)}>
      <Tag
        {...(wraps && { rows: 1 })}
        aria-describedby={hasHelp ? helpId : undefined}
        aria-invalid={problem !== undefined}
        aria-label={label}
        data-field={bound.draftKey}
        data-live={input.isLive || undefined}
        autoComplete="off"
        className={cx(
          styles.input,
          wraps && styles.area,
          align === 'end' && styles.end,
          isDone && styles.done,
          problem !== undefined && styles.invalid,
        )}
        onBlur={input.leave}
        onChange={(event) => input.type(event.target.value)}
        onCompositionEnd={() => input.compose(false)}
        onCompositionStart={() => input.compose(true)}
        onFocus={input.enter}
        onKeyDown={(event) => {
          if (isImeKey(event)) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            input.commit();
          } else if (event.key === 'Escape' && input.canCancel) {
            event.stopPropagation();
            input.cancel();
          }
        }}
        placeholder={placeholder}
        value={input.text}
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
