import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  /** The question: 「会合を削除しますか」. */
  readonly title: string;
  readonly isOpen: boolean;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The deed as a verb: 削除する. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly tone?: 'normal' | 'danger' | undefined;
  readonly isPending?: boolean | undefined;
};

/** Asks before what cannot simply be undone. The focus starts on the way back. */
export const ConfirmDialog = ({
  title,
  isOpen,
  children,
  confirmLabel,
  cancelLabel = 'やめる',
  onConfirm,
  onCancel,
  tone = 'normal',
  isPending = false,
}: ConfirmDialogProps) => (
  <Dialog
    actions={
      <>
        <Button autoFocus isDisabled={isPending} onPress={onCancel}>
          {cancelLabel}
        </Button>
        <Button
          isPending={isPending}
          onPress={onConfirm}
          variant={tone === 'danger' ? 'danger' : 'primary'}
        >
          {confirmLabel}
        </Button>
      </>
    }
    isBusy={isPending}
    isOpen={isOpen}
    onClose={onCancel}
    role="alertdialog"
    size="small"
    title={title}
  >
    <div>{children}</div>
  </Dialog>
);
