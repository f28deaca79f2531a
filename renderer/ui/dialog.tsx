import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, the cross, or a press outside; the focus goes back to where it was. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot: the way back first, the deed last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** A press outside closes; default false, so that typed words are not lost. */
  readonly isDismissable?: boolean | undefined;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  /** Something was filled in: Escape, the cross and a press outside ask before they throw it away. */
  readonly isFilled?: boolean | undefined;
  /** While true, neither Escape nor a press outside closes. */
  readonly isBusy?: boolean | undefined;
};

/** A window over the page: title, body that scrolls, actions. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = 'medium',
  isDismissable = false,
  role = 'dialog',
  isFilled = false,
  isBusy = false,
}: DialogProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const close = (): void => {
    if (isFilled) setIsAsking(true);
    else onClose();
  };
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable={isDismissable && !isBusy}
      isKeyboardDismissDisabled={isBusy}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''} role={role}>
          <header className={styles.head}>
            <Heading className={styles.title ?? ''} slot="title">
              {title}
            </Heading>
            {!isBusy && (
              <IconButton icon={<X aria-hidden="true" />} label="閉じる" onPress={close} />
            )}
          </header>
          <div
            className={styles.body}
            // What is only read, and scrolls, must be reachable by keyboard.
            {...(actions === undefined && { 'aria-label': title, role: 'group', tabIndex: 0 })}
          >
            {children}
          </div>
          {actions !== undefined && <footer className={styles.foot}>{actions}</footer>}
          {isAsking && (
            <DiscardQuestion
              onDiscard={() => {
                setIsAsking(false);
                onClose();
              }}
              onStay={() => setIsAsking(false)}
            />
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};

type DiscardQuestionProps = { readonly onDiscard: () => void; readonly onStay: () => void };

const DiscardQuestion = ({ onDiscard, onStay }: DiscardQuestionProps) => (
  <Dialog
    actions={
      <>
        <Button autoFocus onPress={onStay}>
          入力に戻る
        </Button>
        <Button onPress={onDiscard} variant="danger">
          破棄する
        </Button>
      </>
    }
    isOpen
    onClose={onStay}
    role="alertdialog"
    size="small"
    title="入力した内容を破棄しますか"
  >
    <p>破棄した内容は元に戻せません。</p>
  </Dialog>
);
