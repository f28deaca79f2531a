import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Button,
  Text,
} from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './toast.module.css';
import { toasts } from './toast-queue.ts';

const ICONS = {
  neutral: <CircleCheck aria-hidden="true" />,
  hint: <Info aria-hidden="true" />,
  danger: <CircleAlert aria-hidden="true" />,
} as const;

/** Where toasts appear; UiRoot holds the one there is. F6 moves the focus into it. */
export const ToastRegion = () => (
  <AriaToastRegion aria-label="お知らせ" className={styles.region ?? ''} queue={toasts}>
    {({ toast }) => (
      <AriaToast className={cx(styles.toast, styles[toast.content.tone])} toast={toast}>
        {ICONS[toast.content.tone]}
        <AriaToastContent className={styles.words ?? ''}>
          <Text slot="title">{toast.content.message}</Text>
        </AriaToastContent>
        {toast.content.action !== undefined && (
          <Button
            className={styles.action ?? ''}
            onPress={() => {
              toast.content.action?.onPress();
              toasts.close(toast.key);
            }}
          >
            {toast.content.action.label}
          </Button>
        )}
        <Button aria-label="閉じる" className={styles.close ?? ''} slot="close">
          <X aria-hidden="true" />
        </Button>
      </AriaToast>
    )}
  </AriaToastRegion>
);
