import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { afterPress } from './after-press.ts';
import type { FieldWords } from './field-frame.tsx';
import { TextField } from './text-field.tsx';
import { tooLong } from './text-length.ts';

type CommitFieldProps<T> = Omit<FieldWords, 'error'> & {
  /** The stored value as it reads; typed text that cannot be stored stays beside it. */
  readonly value: string;
  /** Reads what was typed; what it refuses is shown at the field and not handed on. */
  readonly parse: (text: string) => Result<T>;
  /** Called on blur, Enter and when the field goes away; a refusal is shown at the field. */
  readonly onCommit: (value: T, text: string) => Promise<Result<unknown>>;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly inputMode?: 'text' | 'numeric' | undefined;
  readonly align?: 'start' | 'end' | undefined;
  readonly suffix?: ReactNode;
  readonly className?: string | undefined;
};

/**
 * One line that is stored by itself. Text that cannot be read stays as typed with what is wrong,
 * while the stored value stays as it was; Escape takes the stored value back.
 */
export const CommitField = <T,>({
  value,
  parse,
  onCommit,
  maxLength,
  ...rest
}: CommitFieldProps<T>) => {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  /** On its way to the store. */
  const [sent, setSent] = useState<string>();

  const commit = (): void => {
    if (draft === undefined || draft === sent) return;
    if (draft === value) {
      setDraft(undefined);
      setError(undefined);
      return;
    }
    // The field says by itself that it is too long.
    if (tooLong(draft, maxLength) !== undefined) return;
    const parsed = parse(draft);
    if (!parsed.ok) {
      const wrong = sentence(parsed.error);
      afterPress(() => setError(wrong));
      return;
    }
    setSent(draft);
    void onCommit(parsed.value, draft).then((stored) => {
      setSent(undefined);
      if (!stored.ok) {
        setError(sentence(stored.error));
        return;
      }
      setError(undefined);
      // What was typed on meanwhile stays.
      setDraft((now) => (now === draft ? undefined : now));
    });
  };

  // Leaving the page by a key takes the field away without a blur.
  const last = useRef(commit);
  last.current = commit;
  useEffect(() => () => last.current(), []);

  return (
    <TextField
      {...rest}
      error={error}
      maxLength={maxLength}
      onBlur={commit}
      onChange={(text) => {
        setDraft(text);
        setError(undefined);
      }}
      onEnter={commit}
      // With nothing left to take back, Escape is for what stands around the field.
      onEscape={
        draft === undefined || draft === sent
          ? undefined
          : () => {
              setDraft(undefined);
              setError(undefined);
            }
      }
      value={draft ?? value}
    />
  );
};

const sentence = (problem: { readonly happened: string; readonly todo: string }): string =>
  `${problem.happened}${problem.todo}`;
