import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
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
  isBusy = false,
}: DialogProps) => (
  <ModalOverlay
    className={styles.overlay ?? ''}
    isDismissable={isDismissable && !isBusy}
    isKeyboardDismissDisabled={isBusy}
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className={cx(styles.modal, styles[size])}>
      <AriaDialog className={styles.dialog ?? ''} role={role}>
        <header className={styles.head}>
          <Heading className={styles.title ?? ''} slot="title">
            {title}
          </Heading>
          {!isBusy && (
            <IconButton icon={<X aria-hidden="true" />} label="閉じる" onPress={onClose} />
          )}
        </header>
        <div className={styles.body}>{children}</div>
        {actions !== undefined && <footer className={styles.foot}>{actions}</footer>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
