import { useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { TextArea } from '#ui/text-area.tsx';

type NoteFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onCommit: (value: string) => Promise<Result<unknown>>;
};

/** Lines of text, stored when the field is left; what cannot be stored stays as typed with the reason. */
export const NoteField = ({ label, value, maxLength, onCommit }: NoteFieldProps) => {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();

  const commit = (): void => {
    if (draft === undefined) return;
    if (draft === value) {
      setDraft(undefined);
      return;
    }
    void onCommit(draft).then((stored) => {
      if (!stored.ok) {
        setError(stored.error.happened + stored.error.todo);
        return;
      }
      setDraft((now) => (now === draft ? undefined : now));
    });
  };
  // Another bar takes this panel without a blur.
  const last = useRef(commit);
  last.current = commit;
  useEffect(() => () => last.current(), []);

  return (
    <TextArea
      error={error}
      label={label}
      maxLength={maxLength}
      maxRows={10}
      onBlur={commit}
      onChange={(text) => {
        setDraft(text);
        setError(undefined);
      }}
      value={draft ?? value}
    />
  );
};
