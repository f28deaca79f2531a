import { useState } from 'react';
import type { Result } from '#shared/result.ts';
import { afterPress } from '#ui/after-press.ts';
import { TextField } from '#ui/text-field.tsx';

type AddFieldProps = {
  readonly label: string;
  /** Adds what was typed; the field is then empty and ready for the next. A refusal leaves it. */
  readonly onAdd: (text: string) => Promise<Result<unknown>>;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
};

/** One line whose Enter adds a row to the list above it. */
export const AddField = ({ label, onAdd, placeholder, maxLength }: AddFieldProps) => {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = (): void => {
    if (text.trim() === '') return;
    void onAdd(text).then((added) => {
      setError(added.ok ? undefined : `${added.error.happened}${added.error.todo}`);
      if (added.ok) setText((now) => (now === text ? '' : now));
    });
  };
  return (
    <TextField
      error={error}
      isLabelHidden
      label={label}
      maxLength={maxLength}
      onBlur={() => afterPress(add)}
      onChange={(next) => {
        setText(next);
        setError(undefined);
      }}
      onEnter={add}
      onEscape={() => setText('')}
      placeholder={placeholder}
      value={text}
    />
  );
};
