import { useEffect, useRef } from 'react';
import type { Result } from '#shared/result.ts';
import { afterPress } from './after-press.ts';
import { useDraftDesk } from './commit/drafts.ts';
import { sendTaken, useDraftForm } from './commit/use-draft-form.ts';
import { TextField } from './text-field.tsx';
import { tooLong } from './text-length.ts';

type AddFieldProps = {
  /** The line, the same after a restart: `add.finding.<meeting>`. */
  readonly draftKey: string;
  readonly label: string;
  /** Adds what was typed. The line is empty at once; what is refused comes back into it. */
  readonly onAdd: (text: string) => Promise<Result<unknown>>;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
};

const EMPTY = { text: '' };

/** One line whose Enter adds a row to the list above it; leaving it adds, too. */
export const AddField = ({ draftKey, label, onAdd, placeholder, maxLength }: AddFieldProps) => {
  const desk = useDraftDesk();
  const line = useDraftForm(draftKey, label, EMPTY);
  const { text } = line.values;
  const add = async (): Promise<void> => {
    const now = line.form.get().values.text;
    if (now.trim() === '' || tooLong(now, maxLength) !== undefined) return;
    await sendTaken(line.take(), (values) => onAdd(values.text));
  };
  /** What an earlier run has left is added by staff alone. */
  const leave = async (): Promise<void> => {
    if (!line.form.isLeftOver()) await add();
  };
  const last = useRef(leave);
  useEffect(() => {
    last.current = leave;
  });
  useEffect(() => {
    const quit = desk.join({
      key: draftKey,
      commit: () => last.current(),
      discard: () => undefined,
    });
    return () => {
      quit();
      void last.current();
    };
  }, [desk, draftKey]);
  const box = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);
  // The list above grows: the line stays in sight for the next one.
  useEffect(() => {
    if (isAdded.current && box.current?.contains(document.activeElement)) {
      box.current.scrollIntoView({ block: 'nearest' });
    }
  });
  return (
    <div ref={box}>
      <TextField
        error={line.problem}
        isLabelHidden
        label={label}
        maxLength={maxLength}
        onBlur={() => afterPress(() => void leave())}
        onChange={(next) => {
          isAdded.current = false;
          line.set({ text: next });
        }}
        onEnter={() => {
          isAdded.current = true;
          void add();
        }}
        onEscape={text === '' ? undefined : line.reset}
        placeholder={placeholder}
        value={text}
      />
    </div>
  );
};
