import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { SHORTCUTS } from './app-keys.ts';
import styles from './shell.module.css';

/** Every key that does something, and what. */
export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog isDismissable isOpen onClose={onClose} size="large" title="キーボード操作の一覧">
    <div className={styles.shortcuts}>
      {SHORTCUTS.map((group) => (
        <section className={styles.shortcut} key={group.title}>
          <SectionHeading level={3} title={group.title} />
          <dl className={styles.keys}>
            {group.keys.map(({ keys, does }) => (
              <div className={styles.key} key={does}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);
