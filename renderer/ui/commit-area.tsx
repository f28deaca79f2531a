import { useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/result.ts';
import { TextArea } from './text-area.tsx';

type CommitAreaProps = {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (text: string) => Promise<Result<unknown>>;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly minRows?: number;
  readonly maxRows?: number | undefined;
};

/** What is typed is stored once typing has paused, so that a power cut takes no sentence with it. */
const PAUSE_MS = 400;

/** A few lines that are stored as a whole, on leaving the field and whenever typing pauses. */
export const CommitArea = ({
  label,
  value,
  onCommit,
  placeholder,
  maxLength,
  minRows = 1,
  maxRows,
}: CommitAreaProps) => {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();

  const commit = (): void => {
    if (draft === undefined) return;
    if (draft === value) {
      setDraft(undefined);
      return;
    }
    void onCommit(draft).then((stored) => {
      setError(stored.ok ? undefined : `${stored.error.happened}${stored.error.todo}`);
      if (stored.ok) setDraft((now) => (now === draft ? undefined : now));
    });
  };
  // Another record may take this place without a blur.
  const last = useRef(commit);
  last.current = commit;
  useEffect(() => () => last.current(), []);
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => last.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  return (
    <TextArea
      error={error}
      label={label}
      maxLength={maxLength}
      maxRows={maxRows}
      minRows={minRows}
      onBlur={commit}
      onChange={(text) => {
        setDraft(text);
        setError(undefined);
      }}
      placeholder={placeholder}
      value={draft ?? value}
    />
  );
};
