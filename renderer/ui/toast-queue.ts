import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';

type ToastContent = {
  readonly message: string;
  /** `hint`: nothing was done, and why. */
  readonly tone: 'neutral' | 'hint' | 'danger';
  readonly action?: ToastAction | undefined;
};

type ToastAction = { readonly label: string; readonly onPress: () => void };

type ToastOptions = {
  readonly tone?: ToastContent['tone'] | undefined;
  /** One thing to do about it, such as 元に戻す. */
  readonly action?: ToastAction | undefined;
};

/** Long enough to read and to reach an action (ms). */
const SHOWN_FOR = 8000;

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/**
 * Says in one line what was done, or why not; `close` takes it back. A danger stays until it is closed.
 * What needs more than a line is a Notice.
 */
export const showToast = (
  message: string,
  { tone = 'neutral', action }: ToastOptions = {},
): { readonly close: () => void } => {
  const key = toasts.add(
    { message, tone, action },
    tone === 'danger' ? {} : { timeout: SHOWN_FOR },
  );
  return { close: () => toasts.close(key) };
};
