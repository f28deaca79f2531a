import { useState } from 'react';
import { problemWords, type Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';

type NameDialogProps = {
  /** Where what is typed is kept. */
  readonly draftKey: string;
  /** 分野を追加. */
  readonly title: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly saveLabel: string;
  /** A refusal stands at the field. */
  readonly onSave: (name: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

/** Asks for one name. Mount it to open it. */
export const NameDialog = ({
  draftKey,
  title,
  label,
  value = '',
  placeholder,
  saveLabel,
  onSave,
  onClose,
}: NameDialogProps) => {
  const draft = useDraftForm(draftKey, title, { name: value });
  const { name } = draft.values;
  const [error, setError] = useState<string>();
  const close = (): void => {
    draft.reset();
    onClose();
  };
  const save = async (): Promise<void> => {
    const done = await onSave(name);
    if (done.ok) close();
    else setError(problemWords(done.error));
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>やめる</Button>
          <Button onPress={() => void save()} variant="primary">
            {saveLabel}
          </Button>
        </>
      }
      isOpen
      isFilled={draft.isFilled}
      onClose={close}
      size="small"
      title={title}
    >
      <TextField
        autoFocus
        error={error}
        label={label}
        maxLength={NAME_LIMIT}
        onChange={(text) => {
          draft.set({ name: text });
          setError(undefined);
        }}
        onEnter={() => void save()}
        placeholder={placeholder}
        value={name}
      />
    </Dialog>
  );
};
