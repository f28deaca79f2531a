import { useState } from 'react';
import { actions } from '#shared/domain/meeting/meeting.ts';
import { problemWords, type Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';

type ReassignDialogProps = {
  readonly count: number;
  readonly onSave: (owner: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

/** Asks who takes over some promises. Mount it to open it. */
export const ReassignDialog = ({ count, onSave, onClose }: ReassignDialogProps) => {
  const title = `${count}件の担当を付け替える`;
  const draft = useDraftForm('handover.reassign', '担当の付け替え', { owner: '' });
  const { owner } = draft.values;
  const [error, setError] = useState<string>();
  const close = (): void => {
    draft.reset();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (owner.trim() === '') {
      setError('新しい担当を入力してください。');
      return;
    }
    const done = await onSave(owner);
    if (done.ok) close();
    else setError(problemWords(done.error));
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>やめる</Button>
          <Button onPress={() => void save()} variant="primary">
            付け替える
          </Button>
        </>
      }
      isFilled={draft.isFilled}
      isOpen
      onClose={close}
      size="small"
      title={title}
    >
      <TextField
        autoFocus
        error={error}
        label="新しい担当"
        maxLength={NAME_LIMIT}
        onChange={(text) => {
          draft.set({ owner: text });
          setError(undefined);
        }}
        onEnter={() => void save()}
        placeholder={actions.fields.owner.example}
        value={owner}
      />
    </Dialog>
  );
};
