import type { ReactNode } from 'react';
import { type CommitProps, useCommit } from './commit/use-commit.ts';
import type { FieldWords } from './field-frame.tsx';
import { TextField } from './text-field.tsx';

type CommitFieldProps<T> = Omit<FieldWords, 'error'> &
  CommitProps<T> & {
    readonly placeholder?: string | undefined;
    readonly inputMode?: 'text' | 'numeric' | undefined;
    readonly align?: 'start' | 'end' | undefined;
    readonly suffix?: ReactNode;
    readonly className?: string | undefined;
  };

/**
 * One line that is stored by itself. Text that cannot be read stays as typed with what is wrong,
 * while the stored value stays as it was; Escape takes back what was typed since the focus came.
 */
export const CommitField = <T,>({
  draftKey,
  value,
  parse,
  onCommit,
  mode,
  isVerbatim,
  ...rest
}: CommitFieldProps<T>) => {
  const { maxLength } = rest;
  const input = useCommit(rest.label, {
    draftKey,
    value,
    parse,
    onCommit,
    mode,
    isVerbatim,
    maxLength,
  });
  return (
    <TextField
      {...rest}
      data-field={draftKey}
      error={input.problem}
      isLive={input.isLive}
      onBlur={input.leave}
      onChange={input.type}
      onComposing={input.compose}
      onEnter={input.commit}
      // With nothing left to take back, Escape is for what stands around the field.
      onEscape={input.canCancel ? input.cancel : undefined}
      onFocus={input.enter}
      value={input.text}
    />
  );
};
