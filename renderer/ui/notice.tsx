import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './notice.module.css';

type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

type NoticeProps = {
  /** What happened. */
  readonly happened: string;
  /** What is safe all the same. */
  readonly safe?: string | undefined;
  /** What to do now. */
  readonly todo?: string | undefined;
  readonly tone?: NoticeTone | undefined;
  readonly actions?: ReactNode;
  /** More than the three sentences, such as a list of what was not read. */
  readonly children?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
};

const icons = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
} as const;

const words = { info: 'お知らせ', success: '完了', warning: '注意', danger: 'エラー' } as const;

/**
 * A message in the page. A `Problem` can be spread on it: `<Notice {...problem} tone="danger" />`.
 * Danger is announced at once (alert), the others when the reader is free (status).
 */
export const Notice = ({
  happened,
  safe,
  todo,
  tone = 'info',
  actions,
  children,
  onDismiss,
}: NoticeProps) => {
  const Icon = icons[tone];
  const rest = [safe, todo].filter((text) => text !== undefined && text !== '').join(' ');
  return (
    <div className={cx(styles.notice, styles[tone])} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-label={words[tone]} className={styles.icon} role="img" />
      <div className={styles.body}>
        <p className={styles.happened}>{happened}</p>
        {rest !== '' && <p>{rest}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {onDismiss !== undefined && (
        <IconButton
          icon={<X aria-hidden="true" />}
          label="閉じる"
          onPress={onDismiss}
          size="small"
        />
      )}
    </div>
  );
};
