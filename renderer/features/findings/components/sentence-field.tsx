import { useState } from 'react';
import { cx } from '#ui/class-names.ts';
import { isImeKey } from '#ui/ime.ts';
import { TextArea } from '#ui/text-area.tsx';
import styles from './findings-page.module.css';

type SentenceFieldProps = {
  /** What is edited, read out: 課題. */
  readonly label: string;
  readonly value: string;
  /** Resolves to false when the text was refused: it then stays in the field. */
  readonly onCommit: (text: string) => Promise<boolean>;
  readonly maxLength: number;
  readonly isDone?: boolean | undefined;
};

/** A sentence that is shown whole, and edited where it stands: Enter takes it, Escape leaves it. */
export const SentenceField = ({
  label,
  value,
  onCommit,
  maxLength,
  isDone,
}: SentenceFieldProps) => {
  const [typed, setTyped] = useState<string | undefined>();
  const close = () => setTyped(undefined);
  const commit = async () => {
    if (typed === undefined || typed.trim() === value || typed.trim() === '') return close();
    if (typed.length <= maxLength && (await onCommit(typed))) close();
  };
  if (typed === undefined) {
    return (
      <button
        aria-label={`${label}「${value}」を編集`}
        className={cx(styles.text, isDone && styles.done)}
        onClick={() => setTyped(value)}
        type="button"
      >
        {value}
      </button>
    );
  }
  return (
    <div
      onKeyDownCapture={(event) => {
        if (isImeKey(event)) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          void commit();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      }}
    >
      <TextArea
        autoFocus
        isLabelHidden
        label={label}
        maxLength={maxLength}
        minRows={1}
        onBlur={() => void commit()}
        onChange={setTyped}
        value={typed}
      />
    </div>
  );
};
