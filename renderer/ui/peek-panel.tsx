import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from './icon-button.tsx';
import { isImeKey } from './ime.ts';
import styles from './peek-panel.module.css';

type PeekPanelProps = {
  /** Small, above the title: 第1回支援. */
  readonly kicker?: ReactNode;
  readonly title: string;
  /** The cross, or Escape anywhere in the panel. */
  readonly onClose?: (() => void) | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The record selected in a list, beside that list. Give it the height of its row. */
export const PeekPanel = ({ kicker, title, onClose, actions, children }: PeekPanelProps) => {
  const id = useId();
  return (
    <aside
      aria-labelledby={id}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isImeKey(event)) return;
        onClose?.();
      }}
    >
      <header className={styles.head}>
        <div className={styles.words}>
          {kicker !== undefined && <p className={styles.kicker}>{kicker}</p>}
          <h2 className={styles.title} id={id}>
            {title}
          </h2>
        </div>
        {onClose !== undefined && (
          <IconButton
            icon={<X aria-hidden="true" />}
            label="閉じる"
            onPress={onClose}
            size="small"
          />
        )}
      </header>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      <div className={styles.body}>{children}</div>
    </aside>
  );
};

type PeekSectionProps = {
  readonly title?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the panel, parted from the one above by a line. */
export const PeekSection = ({ title, actions, children }: PeekSectionProps) => (
  <section className={styles.section}>
    {(title !== undefined || actions !== undefined) && (
      <div className={styles.bar}>
        {title !== undefined && <h3 className={styles.heading}>{title}</h3>}
        {actions}
      </div>
    )}
    {children}
  </section>
);
